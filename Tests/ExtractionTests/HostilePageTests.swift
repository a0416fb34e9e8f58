import AuditCore
import Testing

@testable import Extraction

@Suite("Pages that want to do harm")
struct HostilePageTests {
  @Test("3,000 elements below each other are read to the innermost link")
  func deep() throws {
    let html = String(repeating: "<div>", count: 3_000) + "<a href=x>ลึก</a>"
    let document = try Site.read(html)
    #expect(document.link(to: "x")?.text == "ลึก")
    #expect((document.links.first?.domPath.utf8.count ?? 0) <= 500)
  }

  @Test("Deeper than the limit is cut and said")
  func tooDeep() throws {
    let document = try Site.read("<p>ต้น</p>" + String(repeating: "<b>", count: 100_000) + "ลึก")
    #expect(document.faults.contains { $0.hasPrefix("nested deeper than") })
    #expect(document.blocks.first?.text == "ต้น")
  }

  @Test("20,000 attributes on one tag cost their tag only")
  func manyAttributes() throws {
    let attributes = (0..<20_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let document = try Site.read("<p>ก่อน</p><div \(attributes)>กลาง</div><a href=x>หลัง</a>")
    #expect(document.link(to: "x")?.text == "หลัง")
    #expect(document.blocks.contains { $0.text == "กลาง" })
    #expect(document.faults.contains { $0.contains("attributes") })
  }

  @Test("Code with a less-than sign and no end is not taken for a tag with too many attributes")
  func scriptIsNoTag() throws {
    let code = "if(i<n " + String(repeating: "a b c ", count: 200) + "\" '"
    let document = try Site.read("<script>\(code)</script><a href=x>หลัง</a>")
    #expect(document.links.count == 1)
    #expect(document.faults.isEmpty)
  }

  @Test("More elements or links than the limits are cut and said")
  func many() throws {
    let links = try Site.read(String(repeating: "<a href=1>x</a>", count: 21_000))
    #expect(links.links.count == PageLimits.links)
    #expect(links.faults.contains { $0.contains("links") })
    let elements = try Site.read(String(repeating: "<p>", count: 250_000))
    #expect(elements.faults.contains { $0.contains("elements") })
  }

  @Test("More than 2 MB is cut and said; one line of 1 MB is read")
  func long() throws {
    let word = "ยาว"
    let line = try Site.read("<p>" + String(repeating: word, count: 120_000) + "</p><a href=x>ท้าย</a>")
    #expect(line.link(to: "x") != nil)
    let page = try Site.read("<p>ต้น</p>" + String(repeating: "<p>ก</p>", count: 300_000))
    #expect(page.faults.contains("cut at 2 MB"))
    #expect(page.blocks.first?.text == "ต้น")
  }

  @Test("NUL bytes and broken UTF-8 do not end the page")
  func rubbish() throws {
    let body = Array("<p>ก".utf8) + [0, 0, 0xFF, 0xC3, 0x28] + Array("ข</p><a href=x>y</a>".utf8)
    let document = try Site.document(body)
    #expect(document.link(to: "x") != nil)
    #expect(document.blocks.first?.text.hasSuffix("ข") ?? false)
  }

  @Test("A page cut anywhere is read as far as it goes")
  func cut() throws {
    let html = Array(
      "<html><head><title>แผน</title></head><body><ul><li><a href='x.pdf'>เปิด</a><table><tr><td>ก</td></tr></table>"
        .utf8)
    for end in html.indices { _ = try Site.document(Array(html[..<end])) }
    #expect(try Site.document(html).link(to: "x.pdf") != nil)
  }

  @Test("Markup that is nested wrongly or never closed loses no link")
  func unclosed() throws {
    let document = try Site.read(
      "<table><tr><td>O1<td><a href=1>เปิด<tr><td>O2<td><a href=2>เปิด<table><ul><li><a href=3>ก<li><a href=4>ข</b></i></div></td>"
    )
    #expect(document.links.map(\.rawTarget) == ["1", "2", "3", "4"])
    #expect(document.link(to: "1")?.row == ["O1", "เปิด"])
  }

  @Test("A cell that claims to span a million rows and columns costs nothing")
  func spans() throws {
    let document = try Site.read(
      "<table><tr><td rowspan=999999 colspan=999999>ก<td>ข</tr><tr><td>ค</td><td>ง</td></tr></table>")
    #expect(document.rows.allSatisfy { $0.count <= TableRows.maxColumns + 1 })
  }

  @Test(
    "Nested tables, lists and forms by the thousand end in time",
    arguments: ["<table><tr><td>", "<ul><li>", "<form><p>", "<a href=1>", "<li><ul>"])
  func nests(tag: String) throws {
    let document = try Site.read(String(repeating: tag + "ก <a href=x>เปิด</a>", count: 1_300))
    #expect(!document.links.isEmpty)
  }

  @Test("A thousand pages of random tags are read without harm")
  func random() throws {
    let tags = [
      "<a href=x>", "</a>", "<table>", "<tr>", "<td rowspan=3>", "</td>", "</table>", "<ul>", "<li>", "</li>", "<form>",
      "<div class=menu id=a>", "</div>", "</form>", "<b>", "</b>", "<h2>", "</h2>", "ข้อความ ", "<p>", "<select>",
      "<option value=/y>",
      "</select>", "<script>", "</script>", "<svg>", "<!--", "-->", "<frameset>", "<iframe src=y>", "<template>",
      "</template>",
      "<button data-toggle=collapse href='#a'>", "</button>", "<caption>", "<dl>", "<dt>", "<dd>", "<noscript>",
      "</noscript>",
      "<nav>", "</nav>", "<article>", "<object data=z>", "</object>", "<title>", "<base href=/b/>",
      "<a href='#' onclick=\"open('q.php')\">",
    ]
    var state: UInt64 = 2_566
    for _ in 0..<1_000 {
      var html = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        html += tags[Int(state >> 33) % tags.count]
      }
      let document = try Site.read(html)
      #expect(document.links.count <= 60)
    }
  }
}
