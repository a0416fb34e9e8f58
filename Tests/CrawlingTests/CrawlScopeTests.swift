import Crawling
import Testing
import WebURL

@Suite("Scope")
struct CrawlScopeTests {
  private func place(_ address: String, on site: String = "https://www.town.example/") throws -> CrawlScope.Place {
    let scope = CrawlScope(site: try #require(WebURL(parsing: site)), extraHosts: ["eservice.town.example"])
    return scope.place(of: try #require(WebURL(parsing: address)))
  }

  @Test(
    "The site is its host with and without www, over http and https, and the extra hosts",
    arguments: [
      "https://www.town.example/a", "http://town.example/", "https://TOWN.example/x", "http://eservice.town.example/",
    ])
  func site(address: String) throws {
    #expect(try place(address) == .site)
  }

  @Test("Everything else is off the site", arguments: ["https://other.example/", "https://town.example:8443/"])
  func offSite(address: String) throws {
    #expect(try place(address) == .offSite)
  }

  @Test(
    "Networks of one's own are refused however they are written",
    arguments: [
      "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://10.1.2.3/",
      "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data", "http://[fe80::1]/",
      "http://[::ffff:10.0.0.1]/",
      "http://0.0.0.0/", "http://100.64.0.1/", "http://user:secret@town.example/", "ftp://town.example/",
      "mailto:a@town.example",
    ])
  func refused(address: String) throws {
    guard case .refused = try place(address) else {
      Issue.record("\(address) is not refused")
      return
    }
  }

  @Test("A site on loopback may link to loopback, but to no other network")
  func loopbackSite() throws {
    #expect(try place("http://127.0.0.1:8765/a", on: "http://127.0.0.1:8765/") == .site)
    #expect(try place("http://127.0.0.2:8765/a", on: "http://127.0.0.1:8765/") == .offSite)
    guard case .refused = try place("http://10.0.0.1/", on: "http://127.0.0.1:8765/") else {
      Issue.record("a private address is not refused")
      return
    }
  }
}
