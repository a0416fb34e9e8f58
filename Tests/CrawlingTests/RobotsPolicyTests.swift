import Crawling
import Foundation
import TestSupport
import Testing
import WebURL

@Suite("robots.txt (RFC 9309)")
struct RobotsPolicyTests {
  private func policy(_ text: String, for agent: String = "oitcheck") -> RobotsPolicy {
    RobotsPolicy(reading: Array(text.utf8), for: agent)
  }

  @Test("Groups that name the same crawler are one, and a byte order mark is no part of the first line")
  func mergedGroups() {
    let robots = policy(
      "\u{FEFF}User-Agent: *\r\nDisallow: /private/\r\nCrawl-delay: 2.5\r\n\r\nUser-agent: BadBot\r\nDisallow: /\r\n\r\n"
        + "user-agent: *\nAllow: /private/open/\nDisallow: /*.bak$\nSitemap: https://town.example/sitemap.xml\n")
    #expect(robots.allows(path: "/news"))
    #expect(!robots.allows(path: "/private/stat.html"))
    #expect(robots.allows(path: "/private/open/culture.html"))
    #expect(!robots.allows(path: "/a/b.bak"))
    #expect(robots.allows(path: "/a/b.bak?x"))
    #expect(robots.crawlDelay == 2.5)
    #expect(robots.sitemaps == ["https://town.example/sitemap.xml"])
  }

  @Test("A group that names us replaces the group of everyone")
  func ownGroup() {
    let text = "User-agent: *\nDisallow: /\n\nUser-agent: OITCheck/1.0\nDisallow: /x\nCrawl-delay: 7\n"
    #expect(policy(text).allows(path: "/a"))
    #expect(!policy(text).allows(path: "/x"))
    #expect(policy(text).crawlDelay == 7)
    #expect(!policy(text, for: "other").allows(path: "/a"))
  }

  @Test("Lines of other standards end no group", arguments: ["Sitemap: /s.xml", "Crawl-delay: 3", "Host: x"])
  func otherLines(line: String) {
    #expect(!policy("User-agent: oitcheck\n\(line)\nUser-agent: *\nDisallow: /\n").allows(path: "/a"))
  }

  @Test("The stricter reading of escapes counts, and robots.txt itself may always be read")
  func escapes() throws {
    let robots = policy("User-agent: *\nDisallow: /%70rivate\nDisallow: /ลับ\nDisallow: /robots\n")
    for (address, allowed) in [("private", false), ("%70rivate", false), ("ลับ/1", false), ("robots.txt", true)] {
      let url = try #require(WebURL(parsing: "https://town.example/" + address))
      #expect(robots.allows(url) == allowed, "\(address)")
    }
  }

  @Test("A delay that is no number, negative or endless is not a delay", arguments: ["x", "-1", "inf", "nan", ""])
  func badDelay(value: String) {
    #expect(policy("User-agent: *\nCrawl-delay: \(value)\n").crawlDelay == nil)
  }

  @Test("What stands past 500 KiB is not read, what stands before is")
  func hugeFile() {
    let padding = String(repeating: "# \(String(repeating: "x", count: 90))\n", count: 6_000)
    let robots = policy("User-agent: *\nDisallow: /a\n" + padding + "User-agent: *\nDisallow: /\n")
    #expect(!robots.allows(path: "/a"))
    #expect(robots.allows(path: "/b"))
  }

  @Test("A pattern full of stars is answered at once")
  func manyStars() {
    let pattern = "/" + String(repeating: "*a", count: 4_000) + "b$"
    let robots = policy("User-agent: *\nDisallow: \(pattern)\n")
    #expect(robots.allows(path: "/" + String(repeating: "a", count: 8_000)))
  }

  @Test("A path that a `$` pattern overlaps twice is not matched by the overlap")
  func anchoredOverlap() {
    #expect(policy("User-agent: *\nDisallow: /ab*ba$\n").allows(path: "/aba"))
    #expect(!policy("User-agent: *\nDisallow: /ab*ba$\n").allows(path: "/abba"))
  }

  @Test("Where there is no file everything may be fetched, where it cannot be had nothing")
  func absence() throws {
    let url = try #require(WebURL(parsing: "https://town.example/a"))
    #expect(RobotsPolicy.allowsEverything.allows(url))
    #expect(!RobotsPolicy.forbidsEverything.allows(url))
  }
}

/// The facts of google/robotstxt's own test, kept beside the checkout.
@Suite("robots.txt: the facts of a peer")
struct RobotsConformanceTests {
  private struct Case: Decodable {
    var name: String
    var robots: String
    var agent: String
    var url: String
    var allowed: Bool
  }

  private struct Facts: Decodable {
    struct Parse: Decodable {
      var name: String
      var robotsBase64: String
      var validDirectives: Int?
      var unknownDirectives: Int?
      var lastLineSeen: Int?
      var sitemap: String?
    }
    var parse: [Parse]
  }

  private struct Real: Decodable {
    struct File: Decodable {
      struct Answer: Decodable {
        var agent: String
        var url: String
        var allowed: Bool
      }
      var file: String
      var googleMatcher: [Answer]
    }
    var files: [File]
  }

  private static var folder: URL? { Folders.sharedMaterial?.appending(path: "data/peer/robots") }

  private static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    let file = try #require(folder).appending(path: name)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: file))
  }

  /// Path and query as the peer's matcher takes them: not percent-encoded, hence not by `WebURL`.
  private static func path(of url: String) -> String {
    var rest = Substring(url)
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    guard let slash = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return "/" }
    return (rest[slash] == "?" ? "/" : "") + rest[slash...].prefix { $0 != "#" }
  }

  @Test("All 145 facts agree", .enabled(if: folder != nil, "the shared material is not beside this checkout"))
  func cases() throws {
    let cases = try Self.read([Case].self, "cases.json")
    #expect(cases.count == 145)
    for fact in cases {
      let robots = RobotsPolicy(reading: Array(fact.robots.utf8), for: fact.agent)
      #expect(robots.allows(path: Self.path(of: fact.url)) == fact.allowed, "\(fact.name) \(fact.url.prefix(80))")
    }
  }

  @Test(
    "Lines are counted and read alike", .enabled(if: folder != nil, "the shared material is not beside this checkout"))
  func lines() throws {
    for fact in try Self.read(Facts.self, "other-facts.json").parse {
      let bytes = Array(try #require(Data(base64Encoded: fact.robotsBase64)))
      var lines = RobotsLines(bytes)
      var valid = 0
      var unknown = 0
      var sitemap: String?
      while let line = lines.next() {
        switch line {
        case .userAgent, .allow, .disallow: valid += 1
        case .sitemap(let address):
          sitemap = address
          valid += 1
        case .unknown, .crawlDelay: unknown += 1
        case nil: break
        }
      }
      if let expected = fact.validDirectives { #expect(valid == expected, "\(fact.name)") }
      if let expected = fact.unknownDirectives { #expect(unknown == expected, "\(fact.name)") }
      if let expected = fact.sitemap { #expect(sitemap == expected, "\(fact.name)") }
    }
  }

  @Test(
    "The real files answer as the peer reads them",
    .enabled(if: folder != nil, "the shared material is not beside this checkout"))
  func realFiles() throws {
    let files = try Self.read(Real.self, "real.json").files
    #expect(files.count == 20)
    for file in files {
      let bytes = Array(try Data(contentsOf: #require(Self.folder).appending(path: file.file)))
      for answer in file.googleMatcher {
        let robots = RobotsPolicy(reading: bytes, for: answer.agent)
        #expect(robots.allows(path: Self.path(of: answer.url)) == answer.allowed, "\(file.file) \(answer.url)")
      }
    }
  }
}
