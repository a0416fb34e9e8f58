import Testing

@testable import AuditCore

/// ITA 2566 O5: the town's address, as envelopes bear it.
@Suite("Postal addresses in short")
struct PostalAddressTests {
  @Test(
    "The short forms of an envelope are an address",
    arguments: [
      "สำนักงานเทศบาลตำบลทดสอบ 99 ม.4 ต.ทดสอบ อ.เมือง จ.ทดสอบ 10000", "ถ.นิตโย ต.ทดสอบ อ.ตัวอย่าง",
      "99 ต. ทดสอบ อ. เมือง ๑๐๐๐๐",
    ])
  func addresses(text: String) { #expect(PostalAddress.isAddress(text)) }

  @Test(
    "Months, ranks and bodies in short are none",
    arguments: ["ต.ค. 65 - มี.ค. 66", "ส.ต.อ.สมชาย ใจดี", "อบต.ตัวอย่าง อบจ.ตัวอย่าง", "อ.เมือง จ.ตัวอย่าง", ""])
  func others(text: String) { #expect(!PostalAddress.isAddress(text)) }
}
