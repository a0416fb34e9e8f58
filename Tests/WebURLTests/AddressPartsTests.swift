import Testing
import WebURL

@Suite("Reading addresses")
struct AddressPartsTests {
  @Test("An address falls into its parts")
  func parts() throws {
    let url = try #require(WebURL(parsing: "HTTPS://u:p%20q@WWW.Town.go.th:8443/ข่าว/a b.php?q=ก&x#ส่วน"))
    #expect(url.scheme == "https")
    #expect(url.username == "u")
    #expect(url.password == "p%20q")
    #expect(url.host == "www.town.go.th")
    #expect(url.port == 8443)
    #expect(url.effectivePort == 8443)
    #expect(url.path == "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/a%20b.php")
    #expect(url.pathSegments == ["%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7", "a%20b.php"])
    #expect(url.query == "q=%E0%B8%81&x")
    #expect(url.queryPairs == [QueryPair(name: "q", value: "%E0%B8%81"), QueryPair(name: "x", value: nil)])
    #expect(url.fragment == "%E0%B8%AA%E0%B9%88%E0%B8%A7%E0%B8%99")
    #expect(url.origin == "https://www.town.go.th:8443")
    #expect(url.requestTarget == url.path + "?q=%E0%B8%81&x")
    #expect(url.isHTTP)
    #expect(url.withoutFragment.href == "https://u:p%20q@www.town.go.th:8443" + url.requestTarget)
    #expect(url.withoutFragment.fragment == nil)
  }

  @Test("Parts that are not written are told apart from empty ones")
  func absentParts() throws {
    let bare = try #require(WebURL(parsing: "http://town.go.th"))
    #expect(bare.href == "http://town.go.th/")
    #expect(bare.query == nil && bare.fragment == nil && bare.port == nil && bare.username.isEmpty)
    #expect(bare.effectivePort == 80)
    #expect(bare.requestTarget == "/")
    #expect(bare.withoutFragment == bare)
    let empty = try #require(WebURL(parsing: "http://town.go.th/?#"))
    #expect(empty.query == "" && empty.fragment == "")
    #expect(empty.href == "http://town.go.th/?#")
    #expect(empty.queryPairs.isEmpty)
    let mail = try #require(WebURL(parsing: "mailto:saraban@town.go.th"))
    #expect(mail.host == nil && mail.hasOpaquePath && !mail.isHTTP && mail.origin == "null")
    #expect(mail.path == "saraban@town.go.th")
  }

  @Test(
    "Links as they stand in Thai pages resolve as in a browser",
    arguments: [
      ("แผน 2566.pdf", "http://town.go.th/a/%E0%B9%81%E0%B8%9C%E0%B8%99%202566.pdf"),
      ("%E0%B9%81ผน.pdf", "http://town.go.th/a/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"),
      ("upload\\doc\\o1.pdf", "http://town.go.th/a/upload/doc/o1.pdf"),
      ("\n  news.php?id=\t5 ", "http://town.go.th/a/news.php?id=5"),
      ("../../../x", "http://town.go.th/x"),
      ("./%2e%2E/x", "http://town.go.th/x"),
      ("//www.dla.go.th", "http://www.dla.go.th/"),
      ("?page=2", "http://town.go.th/a/b.php?page=2"),
      ("#top", "http://town.go.th/a/b.php?id=1#top"),
      ("", "http://town.go.th/a/b.php?id=1"),
      ("http:///www.town.go.th", "http://www.town.go.th/"),
      ("http:c.php", "http://town.go.th/a/c.php"),
      ("a%zz.php", "http://town.go.th/a/a%zz.php"),
      ("javascript:void(0)", "javascript:void(0)"),
    ])
  func links(text: String, expected: String) throws {
    let base = try #require(WebURL(parsing: "http://town.go.th/a/b.php?id=1#old"))
    #expect(WebURL(parsing: text, relativeTo: base)?.href == expected)
  }

  @Test(
    "What no browser understands is refused",
    arguments: [
      "http://", "http://a b/", "http://[::1", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://town.go.th:99999/",
      "http://town.go.th:x/", "/relative", "", "http://user@/", "http://เทศบาล.ไทย/",
    ])
  func refusals(text: String) {
    #expect(WebURL(parsing: text) == nil)
  }

  @Test("An address longer than the limit is refused, one below it is read")
  func limits() {
    let stem = "http://town.go.th/"
    #expect(WebURL(parsing: stem + String(repeating: "a", count: WebURL.longest - 18)) != nil)
    #expect(WebURL(parsing: stem + String(repeating: "a", count: WebURL.longest - 17)) == nil)
    #expect(WebURL(parsing: stem + String(repeating: "ก", count: 10_000)) == nil)
  }

  @Test("A domain outside ASCII is converted by what is lent for it, and its answer is not trusted")
  func domains() {
    let lent = DomainToASCII { $0 == "เทศบาล.ไทย" ? "XN--abc.xn--o3cw4h" : "bad host" }
    #expect(WebURL(parsing: "http://เทศบาล.ไทย/", domainToASCII: lent)?.host == "xn--abc.xn--o3cw4h")
    #expect(WebURL(parsing: "http://ก.ไทย/", domainToASCII: lent) == nil)
    #expect(WebURL(parsing: "http://%E0%B9%80ทศบาล.ไทย/", domainToASCII: lent)?.host == "xn--abc.xn--o3cw4h")
    #expect(WebURL(parsing: "http://xn--o3cw4h/")?.host == "xn--o3cw4h")
  }

  @Test("The query of a windows-874 page is sent in windows-874, its path in UTF-8")
  func queryEncoding() {
    let url = WebURL(parsing: "http://town.go.th/ก?q=ก๙“中&'", queryEncoding: .windows874)
    #expect(url?.href == "http://town.go.th/%E0%B8%81?q=%A1%F9%93%26%2320013%3B&%27")
  }

  @Test("Addresses are equal and ordered by what is sent")
  func order() throws {
    let a = try #require(WebURL(parsing: "http://town.go.th/a"))
    let b = try #require(WebURL(parsing: "http://town.go.th/b"))
    #expect(a < b)
    #expect(Set([a, b, WebURL(parsing: "HTTP://TOWN.go.th:80/./a")]).count == 2)
    #expect("\(a)" == a.href)
  }
}
