import Testing
import WebURL

@Suite("IP addresses and where they lead")
struct IPAddressTests {
  @Test(
    "Every notation of this machine in a link is recognised",
    arguments: [
      "http://127.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://0177.0.0.1/", "http://2130706433/",
      "http://0x7F000001/", "http://017700000001/", "http://127.0.0.1./", "http://%31%32%37.0.0.1/", "http://[::1]/",
      "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/",
      "http://[64:ff9b::127.0.0.1]/", "http://[2002:7f00:1::]/",
    ])
  func loopback(text: String) throws {
    let address = try #require(WebURL(parsing: text)?.ipAddress)
    #expect(address.isLoopback)
    #expect(!address.isPublic)
  }

  @Test(
    "Every special range is what the registries say",
    arguments: [
      ("0.0.0.0", AddressRange.unspecified), ("0.1.2.3", .unspecified), ("::", .unspecified),
      ("10.255.0.1", .private), ("172.15.255.255", .public), ("172.16.0.0", .private), ("172.31.255.255", .private),
      ("172.32.0.0", .public), ("192.168.1.1", .private), ("fc00::1", .private), ("fdff::1", .private),
      ("fec0::1", .private), ("100.63.255.255", .public), ("100.64.0.0", .carrier), ("100.127.255.255", .carrier),
      ("100.128.0.0", .public), ("169.254.1.1", .linkLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
      ("169.254.169.254", .metadata), ("fd00:ec2::254", .metadata), ("::ffff:169.254.169.254", .metadata),
      ("100.100.100.200", .metadata), ("224.0.0.1", .multicast), ("ff02::1", .multicast),
      ("192.0.0.1", .reserved), ("192.0.2.1", .reserved), ("198.51.100.7", .reserved), ("203.0.113.9", .reserved),
      ("198.18.0.1", .reserved), ("198.20.0.1", .public), ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
      ("2001:db8::1", .reserved), ("2001::1", .reserved), ("3fff::1", .reserved), ("64:ff9b:1::1", .reserved),
      ("2001:3c8:1:2::3", .public), ("2606:4700::1", .public), ("64:ff9b::8.8.8.8", .public),
      ("2002:0a00:0001::1", .private), ("::ffff:0:10.0.0.1", .private), ("203.113.25.1", .public),
    ])
  func ranges(text: String, range: AddressRange) throws {
    #expect(try #require(IPAddress(parsing: text)).range == range)
  }

  @Test("The answers to single questions follow from the range")
  func questions() throws {
    let metadata = try #require(IPAddress(parsing: "169.254.169.254"))
    #expect(metadata.isMetadata && metadata.isLinkLocal && !metadata.isPublic)
    let carrier = try #require(IPAddress(parsing: "100.64.1.1"))
    #expect(carrier.isPrivate && !carrier.isLoopback)
    #expect(try #require(IPAddress(parsing: "fe80::1%eth0")).isLinkLocal)
    #expect(try #require(IPAddress(parsing: "::ffff:10.1.2.3")).embedded == .v4(0x0A01_0203))
  }

  @Test(
    "Text that is no strict address is none",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4 ", "::1::", "1:2:3:4:5:6:7", "12345::", "[::1",
      ":::", "::1.2.3", "g::", "1:2:3:4:5:6:7:8:9", "town.go.th", "%eth0", ":",
    ])
  func refusals(text: String) {
    #expect(IPAddress(parsing: text) == nil)
  }

  @Test("Addresses are printed in their shortest form, which reads as the same address")
  func printing() throws {
    let forms = ["1.2.3.4", "::", "::1", "1::", "2001:db8::1", "1:0:0:2::3", "1:2:3:4:5:6:7:8", "fe80::1:0:0:1"]
    for form in forms { #expect(IPAddress(parsing: form)?.description == form) }
    #expect(IPAddress(parsing: "2001:0DB8:0:0:0:0:0:1")?.description == "2001:db8::1")
    #expect(IPAddress(parsing: "1:0:2:0:3:0:4:0")?.description == "1:0:2:0:3:0:4:0")
  }
}
