import Testing
import WebURL

@Suite("One address a page")
struct URLCanonicalizerTests {
  private func canonical(_ text: String, _ canonicalizer: URLCanonicalizer = URLCanonicalizer()) -> String {
    WebURL(parsing: text).map { canonicalizer.canonical($0).href } ?? "refused"
  }

  @Test(
    "Each rule joins what is one page, and is the only one that fires",
    arguments: [
      (CanonicalRule.fragment, "http://t.go.th/a#top", "http://t.go.th/a"),
      (.hostDot, "http://t.go.th./a", "http://t.go.th/a"),
      (.percentEncoding, "http://t.go.th/page/%76ision%e0%b8%81", "http://t.go.th/page/vision%E0%B8%81"),
      (.percentEncoding, "http://t.go.th/a?q=a%20b%2fc", "http://t.go.th/a?q=a+b/c"),
      (.straySemicolon, "http://t.go.th/a.php?id=5;", "http://t.go.th/a.php?id=5"),
      (.emptyQuery, "http://t.go.th/page/vision?", "http://t.go.th/page/vision"),
      (.emptyQuery, "http://t.go.th/a?&a=1&&b=2&", "http://t.go.th/a?a=1&b=2"),
      (.sessionIdentifiers, "http://t.go.th/a?id=1&PHPSESSID=0a1b2c3d", "http://t.go.th/a?id=1"),
      (.sessionIdentifiers, "http://t.go.th/a.jsp;jsessionid=A1.node2?id=1", "http://t.go.th/a.jsp?id=1"),
      (.sessionIdentifiers, "http://t.go.th/a?ASPSESSIONIDQAB=X&id=1", "http://t.go.th/a?id=1"),
      (.sessionIdentifiers, "http://t.go.th/a?CFID=12&CFTOKEN=34&id=1", "http://t.go.th/a?id=1"),
      (.sessionIdentifiers, "http://t.go.th/a?osCsid=abc", "http://t.go.th/a"),
      (.sessionIdentifiers, "http://t.go.th/v?sid=9f86d081884c7d659a2feaa0c55ad015&t=2", "http://t.go.th/v?t=2"),
      (.sessionIdentifiers, "http://t.go.th/(S(lit3py55t21z5v55vlm25s55))/a.aspx", "http://t.go.th/a.aspx"),
      (.duplicateSlashes, "http://t.go.th//page//vision", "http://t.go.th/page/vision"),
      (.trackingParameters, "http://t.go.th/a?utm_source=line&id=1&fbclid=x", "http://t.go.th/a?id=1"),
      (.cacheBusters, "http://t.go.th/a?id=1&_=1700000000000", "http://t.go.th/a?id=1"),
      (.cacheBusters, "http://t.go.th/a?id=1&rand=0.73125", "http://t.go.th/a?id=1"),
      (.sortPermutations, "http://t.go.th/egp?page=3&sort=date&order=asc&view=grid", "http://t.go.th/egp?page=3"),
      (.sortPermutations, "http://t.go.th/t.php?id=5&sort=desc", "http://t.go.th/t.php?id=5"),
      (.sortPermutations, "http://t.go.th/l?orderby=col2&dir=DESC", "http://t.go.th/l"),
      (.sortPermutations, "http://t.go.th/l?cat=1&per_page=50", "http://t.go.th/l?cat=1"),
      (.printViews, "http://t.go.th/news_detail.php?id=5&print=1", "http://t.go.th/news_detail.php?id=5"),
      (
        .printViews, "http://t.go.th/j?id=7&layout=default&page=&print=1&tmpl=component", "http://t.go.th/j?id=7"
      ),
      (.firstPage, "http://t.go.th/j?id=7&limitstart=0", "http://t.go.th/j?id=7"),
      (.parameterOrder, "http://t.go.th/a?b=2&a=1&b=1", "http://t.go.th/a?a=1&b=2&b=1"),
      (.indexPages, "http://t.go.th/news/Index.php", "http://t.go.th/news/"),
    ])
  func rules(rule: CanonicalRule, text: String, expected: String) throws {
    let url = try #require(WebURL(parsing: text))
    let reading = URLCanonicalizer().read(url)
    #expect(reading.address.href == expected)
    #expect(reading.fired == [rule])
    let without = URLCanonicalizer(rules: Set(CanonicalRule.allCases).subtracting([rule, .parameterOrder]))
    #expect(without.canonical(url) == url)
  }

  @Test(
    "What may be another page stays another page",
    arguments: [
      "http://t.go.th/index.php?sid=12", "http://t.go.th/index.php?sid=25660101000000012",
      "http://t.go.th/index.php?_mod=ZmlsZXM&sid=MTIzNDU2Nzg5MDEyMzQ1Ng",
      "http://t.go.th/council.php?session_id=3", "http://t.go.th/a?CFID=12", "http://t.go.th/list.php?sort=3",
      "http://t.go.th/list.php?sort=news", "http://t.go.th/files?dir=upload/2566", "http://t.go.th/pay?order=1204",
      "http://t.go.th/j?id=7&option=com_content&view=article", "http://t.go.th/j?option=com_mailto&tmpl=component",
      "http://t.go.th/a?format=pdf&id=1", "http://t.go.th/l?page=2&per_page=50", "http://t.go.th/print.php?print=1",
      "http://t.go.th/a?print=12", "http://t.go.th/?page=1", "http://t.go.th/list?page=1", "http://t.go.th/index.php",
      "http://t.go.th/Pages/a", "http://t.go.th/news/", "http://t.go.th/a?lang=en", "http://t.go.th/a?v=2&ver=3",
      "http://t.go.th/a?_=5", "http://t.go.th/a?ts=2566", "http://t.go.th/a%2Fb", "http://t.go.th/a?b=%26c",
      "http://t.go.th/proxy/http://x.th/a", "http://t.go.th/public/list/data/index/menu/1144",
      "http://t.go.th:8080/a", "http://www.t.go.th/a", "https://t.go.th/a", "http://t.go.th/a?a%5B=1%252",
    ])
  func differentPages(text: String) {
    #expect(canonical(text) == canonical(text, URLCanonicalizer(rules: [.percentEncoding])))
  }

  @Test("The address to ask for is shortened only where any server answers the same")
  func requestAddress() throws {
    let url = try #require(
      WebURL(parsing: "http://t.go.th//a/index.php?z=1&PHPSESSID=ab&print=1&limitstart=0&b=%41#x"))
    #expect(URLCanonicalizer().requestAddress(url).href == "http://t.go.th//a/index.php?z=1&limitstart=0&b=%41")
  }

  @Test("The site's preferred scheme and host become those of all its addresses, and of no other's")
  func preferred() {
    let town = URLCanonicalizer(preferred: WebURL(parsing: "https://www.town.go.th/th/"))
    #expect(canonical("http://town.go.th/a", town) == "https://www.town.go.th/a")
    #expect(canonical("http://town.go.th:443/a", town) == "https://www.town.go.th/a")
    #expect(canonical("http://town.go.th:8080/a", town) == "http://www.town.go.th:8080/a")
    #expect(canonical("http://eservice.town.go.th/a", town) == "http://eservice.town.go.th/a")
    let noWWW = Set(CanonicalRule.allCases).subtracting([.www, .scheme])
    let switchedOff = URLCanonicalizer(rules: noWWW, preferred: WebURL(parsing: "https://www.town.go.th/"))
    #expect(canonical("http://town.go.th/a", switchedOff) == "http://town.go.th/a")
  }

  @Test("Addresses that are not fetched over HTTP lose their fragment only")
  func otherSchemes() {
    #expect(canonical("mailto:A@b.c?subject=x&body=y#z") == "mailto:A@b.c?subject=x&body=y")
    #expect(canonical("mailto:b@b.c") == "mailto:b@b.c")
  }

  @Test("A dot uncovered by a removed session id is resolved")
  func uncoveredDots() throws {
    let url = try #require(WebURL(parsing: "http://t.go.th/a/..;jsessionid=1/b"))
    let reading = URLCanonicalizer().read(url)
    #expect(reading.address.href == "http://t.go.th/b")
    #expect(reading.fired == [.sessionIdentifiers, .dotSegments])
    #expect(URLCanonicalizer(rules: [.sessionIdentifiers]).canonical(url) == url)
  }
}
