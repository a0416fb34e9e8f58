import Testing
import WebURL

@Suite("What a site teaches about its addresses")
struct SiteLessonsTests {
  @Test(
    "Two addresses that showed one page teach a rule for others",
    arguments: [
      (
        CanonicalRule.pathCase, "http://t.go.th/Pages/Plan", "http://t.go.th/pages/plan",
        "http://t.go.th/PAGES/Other?a=B", "http://t.go.th/pages/Other?a=B"
      ),
      (
        .trailingSlash, "http://t.go.th/news/", "http://t.go.th/news", "http://t.go.th/plan/2566/",
        "http://t.go.th/plan/2566"
      ),
      (
        .firstPage, "http://t.go.th/board/index.php?page=1", "http://t.go.th/board/index.php",
        "http://t.go.th/board/?cat=2&page=1", "http://t.go.th/board/?cat=2"
      ),
      (
        .firstPage, "http://t.go.th/egp/list", "http://t.go.th/egp/list?page=1&sort=date",
        "http://t.go.th/egp/list?page=1&q=x", "http://t.go.th/egp/list?q=x"
      ),
      (
        .indexPages, "http://t.go.th/index.php", "http://t.go.th/", "http://t.go.th/Index.php#a", "http://t.go.th/"
      ),
      (.www, "http://t.go.th/a", "http://www.t.go.th/a", "http://t.go.th/b", "http://www.t.go.th/b"),
      (.scheme, "http://t.go.th/a", "https://t.go.th/a", "http://t.go.th/b", "https://t.go.th/b"),
      (.www, "http://t.go.th/a", "https://www.t.go.th/a", "http://t.go.th/b", "https://www.t.go.th/b"),
    ])
  func lessons(rule: CanonicalRule, one: String, other: String, asked: String, expected: String) throws {
    var canonicalizer = URLCanonicalizer()
    let first = try #require(WebURL(parsing: one))
    let second = try #require(WebURL(parsing: other))
    #expect(canonicalizer.learn(first, answersAs: second) == rule)
    #expect(canonicalizer.canonical(first) == canonicalizer.canonical(second))
    #expect(canonicalizer.canonical(try #require(WebURL(parsing: asked))).href == expected)
    #expect(canonicalizer.learn(first, answersAs: second) == nil)
  }

  @Test(
    "Nothing is concluded from twins whose addresses have nothing in common",
    arguments: [
      ("http://t.go.th/a", "http://t.go.th/b"), ("http://t.go.th/a?id=1", "http://t.go.th/a?id=2"),
      ("http://t.go.th/a", "http://u.go.th/a"), ("http://t.go.th/a?page=2", "http://t.go.th/a"),
      ("http://t.go.th/a/b", "http://t.go.th/a"), ("mailto:a@b", "mailto:b@b"),
      ("http://t.go.th/A/x", "http://t.go.th/a/y"), ("http://t.go.th/index.php?page=1", "http://t.go.th/?a=1"),
      ("http://t.go.th/a", "http://t.go.th/a#b"),
    ])
  func noLesson(one: String, other: String) throws {
    var canonicalizer = URLCanonicalizer()
    let first = try #require(WebURL(parsing: one))
    let second = try #require(WebURL(parsing: other))
    #expect(canonicalizer.learn(first, answersAs: second) == nil)
    #expect(canonicalizer.canonical(first).href != canonicalizer.canonical(second).href || other.hasSuffix("#b"))
  }

  @Test("Case is folded only where it was seen not to matter: names in base64 keep theirs")
  func caseElsewhere() throws {
    var canonicalizer = URLCanonicalizer()
    let first = try #require(WebURL(parsing: "http://t.go.th/Frontpage/view/MzI"))
    let second = try #require(WebURL(parsing: "http://t.go.th/frontpage/view/MzI"))
    canonicalizer.learn(first, answersAs: second)
    let other = try #require(WebURL(parsing: "http://t.go.th/Frontpage/view/mZI"))
    #expect(canonicalizer.canonical(other).href == "http://t.go.th/frontpage/view/mZI")
    let elsewhere = try #require(WebURL(parsing: "http://u.go.th/Frontpage/view/mZI"))
    #expect(canonicalizer.canonical(elsewhere) == elsewhere)
  }

  @Test("The first address that showed a body is the page's address")
  func knownContent() throws {
    var known = KnownContent<[UInt8], WebURL>()
    let first = try #require(WebURL(parsing: "http://t.go.th/a"))
    let second = try #require(WebURL(parsing: "http://t.go.th/b"))
    #expect(known.firstAddress(showing: [1]) == nil)
    #expect(known.firstAddress(showing: [1], at: first) == first)
    #expect(known.firstAddress(showing: [1], at: second) == first)
    #expect(known.firstAddress(showing: [2], at: second) == second)
    #expect(known.count == 2)
  }

  @Test("Hosts are told apart by who runs them")
  func hosts() {
    #expect(HostRelation("town.go.th", "town.go.th") == .same)
    #expect(HostRelation("www.town.go.th", "town.go.th").isSameSite)
    #expect(HostRelation("www.town.go.th", "eservice.town.go.th") == .subdomain)
    #expect(HostRelation("town.go.th", "own.go.th") == .other)
    #expect(!HostRelation("evil-town.go.th", "town.go.th").isSameSite)
    #expect(!HostRelation("www.th", "th").isSameSite)
  }
}
