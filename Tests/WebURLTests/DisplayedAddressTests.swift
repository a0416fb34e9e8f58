import Testing
import WebURL

@Suite("Addresses for people")
struct DisplayedAddressTests {
  @Test(
    "Thai is shown as Thai, what could deceive stays escaped",
    arguments: [
      ("http://t.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B9%92.pdf", "http://t.go.th/แผน%20๒.pdf"),
      ("http://t.go.th/ที่ตั้ง?q=ข่าว&a=%41", "http://t.go.th/ที่ตั้ง?q=ข่าว&a=A"),
      ("http://t.go.th/a%2Fb%3Fc%26d%23e%25f", "http://t.go.th/a%2Fb%3Fc%26d%23e%25f"),
      ("http://t.go.th/a%E2%80%AEfdp.exe", "http://t.go.th/a%E2%80%AEfdp.exe"),
      ("http://t.go.th/%E2%80%8B%EF%BB%BF%E3%85%A4%00%0A", "http://t.go.th/%E2%80%8B%EF%BB%BF%E3%85%A4%00%0A"),
      ("http://t.go.th/%3Cscript%3E%22%27", "http://t.go.th/%3Cscript%3E%22%27"),
      ("http://t.go.th/%E2%88%95%EF%BC%8F%E2%81%84", "http://t.go.th/%E2%88%95%EF%BC%8F%E2%81%84"),
      ("http://t.go.th/%A1%E0%B8%FF%ED%A0%80%C0%AF%F0%9F", "http://t.go.th/%A1%E0%B8%FF%ED%A0%80%C0%AF%F0%9F"),
      ("http://t.go.th/%zz%E0%B8%81", "http://t.go.th/%zzก"),
    ])
  func display(text: String, expected: String) throws {
    #expect(decodedForDisplay(try #require(WebURL(parsing: text))) == expected)
  }

  @Test("Text that is no address shows its control letters as replaced")
  func rawText() {
    #expect(decodedForDisplay("a\u{202E}b\u{1B}[0m ก\n") == "a\u{FFFD}b\u{FFFD}[0m\u{FFFD}ก\u{FFFD}")
  }

  @Test("A long address keeps both ends and stays within the limit")
  func limit() {
    let shown = decodedForDisplay("/" + String(repeating: "%E0%B8%81%E0%B9%88", count: 3_000) + ".pdf", longest: 50)
    #expect(shown.unicodeScalars.count <= 50)
    #expect(shown.unicodeScalars.starts(with: "/ก่ก".unicodeScalars))
    #expect(shown.unicodeScalars.reversed().starts(with: "ก่.pdf".unicodeScalars.reversed()))
    #expect(shown.unicodeScalars.count { $0 == "…" } == 1)
    #expect(decodedForDisplay("abcdefgh", longest: 0).unicodeScalars.count <= 3)
  }
}
