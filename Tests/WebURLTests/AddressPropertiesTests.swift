import Testing
import WebURL

/// Properties that hold for every input, tried on many drawn from a fixed seed.
@Suite("Properties of all addresses")
struct AddressPropertiesTests {
  /// SplitMix64: small, fast, the same everywhere.
  private struct Draw: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let fragments = [
    "http:", "https:", "//", "/", "\\", "?", "#", "@", ":", "[", "]", "::", "%", "%2e", ".", "..", "%2F", "&", "=", ";",
    "town.go.th", "www.", "127.1", "0x7f", "ก", "เ", "\u{202E}", " ", "\t", "\n", "a", "Pages", "index.php", "C|",
    "file:",
    "mailto:", "page=1", "sort=date", "order=asc", "PHPSESSID=1", ";jsessionid=2", "print=1", "tmpl=component",
    "utm_x=1",
    "(S(abcdefghijklmnopqrstuvwx))", "per=20", "limitstart=0", "_=1700000000000", "+", "%41", "%e0", "\u{0}", "é", "💩",
    "sid=9f86d081884c7d659a2feaa0c55ad015", "view=grid", "cfid=1", "cftoken=2", "%3B", "%26", "!", "'", "~", "|", "80",
    "99999",
  ]

  private static func text(_ draw: inout Draw) -> String {
    let stem = Bool.random(using: &draw) ? "http://t.go.th/" : ""
    return stem
      + (0..<Int.random(in: 0...12, using: &draw)).map { _ in fragments.randomElement(using: &draw) ?? "" }.joined()
  }

  @Test("Reading never fails on any bytes, and what is read reads as itself")
  func randomBytes() {
    var draw = Draw(state: 2566)
    var read = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &draw)).map { _ in UInt8.random(in: 0...255, using: &draw) }
      let text = "http://a/" + String(decoding: bytes, as: UTF8.self)
      guard let url = WebURL(parsing: text) else { continue }
      read += 1
      #expect(url.href.utf8.allSatisfy { $0 < 0x80 })
      #expect(WebURL(parsing: url.href) == url)
      _ = decodedForDisplay(url)
    }
    #expect(read == 20_000)
  }

  @Test("Texts made of the pieces that matter read as themselves, alone and on a base")
  func drawnTexts() throws {
    var draw = Draw(state: 43)
    var base = try #require(WebURL(parsing: "http://t.go.th/a/b?c"))
    for _ in 0..<30_000 {
      let text = Self.text(&draw)
      guard let url = WebURL(parsing: text, relativeTo: base) else { continue }
      #expect(WebURL(parsing: url.href) == url, "\(text.debugDescription) on \(base)")
      let together = [url.scheme, url.username, url.password, url.host ?? "", url.path, url.query ?? ""]
      #expect(together.allSatisfy { url.href.utf8.count >= $0.utf8.count })
      #expect(WebURL(parsing: "", relativeTo: url).map { $0 == url.withoutFragment } ?? url.hasOpaquePath)
      if Int.random(in: 0..<8, using: &draw) == 0 { base = url }
    }
  }

  @Test("The key of a key is the key, with any rules and after any lessons")
  func idempotence() throws {
    var draw = Draw(state: 7)
    var canonicalizer = URLCanonicalizer()
    var previous = try #require(WebURL(parsing: "http://t.go.th/"))
    for round in 0..<20_000 {
      if round % 100 == 0 {
        let rules = CanonicalRule.allCases.filter { _ in round % 200 == 0 || Int.random(in: 0..<4, using: &draw) > 0 }
        canonicalizer = URLCanonicalizer(rules: Set(rules))
      }
      guard let url = WebURL(parsing: Self.text(&draw)) else { continue }
      let key = canonicalizer.canonical(url)
      #expect(canonicalizer.canonical(key) == key, "\(url) → \(key), rules \(canonicalizer.rules)")
      let request = canonicalizer.requestAddress(url)
      #expect(canonicalizer.requestAddress(request) == request, "\(url)")
      if Int.random(in: 0..<20, using: &draw) == 0 { canonicalizer.learn(url, answersAs: previous) }
      previous = url
    }
  }
}
