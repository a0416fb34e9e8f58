import AuditCore
import Testing

@testable import Extraction

@Suite("Where links hide")
struct LinkKindTests {
  @Test(
    "Every kind of link is found with its address",
    arguments: [
      ("<a href=' a.pdf ;'>x</a>", Link.Kind.anchor, "http://town.example/ita/a.pdf"),
      ("<base href='/files/'><a href=a.pdf>x</a>", .anchor, "http://town.example/files/a.pdf"),
      ("<a href='แผน 2566.pdf'>x</a>", .anchor, "http://town.example/ita/%E0%B9%81%E0%B8%9C%E0%B8%99%202566.pdf"),
      ("<map><area href=b.php alt=x></map>", .area, "http://town.example/ita/b.php"),
      ("<iframe src='https://maps.example/embed?pb=1' title=x></iframe>", .frame, "https://maps.example/embed?pb=1"),
      ("<iframe data-src=c.pdf></iframe>", .frame, "http://town.example/ita/c.pdf"),
      ("<frameset><frame src=menu.html><frame src=main.html></frameset>", .frame, "http://town.example/ita/menu.html"),
      ("<object data=d.pdf></object>", .embed, "http://town.example/ita/d.pdf"),
      ("<embed src=e.pdf>", .embed, "http://town.example/ita/e.pdf"),
      ("<link rel=canonical href=/f>", .canonical, "http://town.example/f"),
      ("<meta http-equiv=Refresh content='0; URL=\"g.php\"'>", .refresh, "http://town.example/ita/g.php"),
      ("<a href='#' onclick=\"window.open('h.php','w')\">x</a>", .script, "http://town.example/ita/h.php"),
      ("<tr onclick=\"location.href = 'i.php'\"><td>x</td></tr>", .script, "http://town.example/ita/i.php"),
      ("<div onclick='document.location=\"j.php\"'>x</div>", .script, "http://town.example/ita/j.php"),
      ("<a href=\"javascript:openFile('k.pdf')\">x</a>", .script, "http://town.example/ita/k.pdf"),
      ("<div data-href=l.php>x</div>", .script, "http://town.example/ita/l.php"),
      ("<input type=button value=x onclick=\"location='m.php'\">", .script, "http://town.example/ita/m.php"),
      (
        "<select onchange='location=this.value'><option value=n.php>x</select>", .script,
        "http://town.example/ita/n.php"
      ),
      ("<form action=o.php><input name=q></form>", .form, "http://town.example/ita/o.php"),
      ("<svg><a xlink:href=p.php><text>x</text></a></svg>", .anchor, "http://town.example/ita/p.php"),
    ])
  func kinds(html: String, kind: Link.Kind, address: String) throws {
    let document = try Site.read("<table>" + html + "</table>" + (html.hasPrefix("<frameset") ? "" : "<p>ข้อความ"))
    let plain = try Site.read(html)
    let link = try #require((document.links + plain.links).first { $0.kind == kind })
    #expect(link.target?.href == address)
  }

  @Test("Links that lead nowhere keep their text", arguments: ["#", "", "javascript:void(0)", "#!", "javascript:;"])
  func dead(href: String) throws {
    let document = try Site.read("<a href='\(href)'>รายงาน</a>")
    #expect(document.links.map(\.kind) == [.dead])
    #expect(document.links.first?.text == "รายงาน")
    #expect(document.links.first?.target == nil)
  }

  @Test("Comments, scripts and templates hold no links")
  func noLinks() throws {
    let document = try Site.read(
      """
      <p>หน้าแรกของเทศบาล</p><!-- <a href=1>x</a> --><script>document.write("<a href='2'>x</a>")</script>
      <template><a href=3>x</a></template><noscript><a href=4>x</a></noscript><style>a{}</style>
      """)
    #expect(document.links.isEmpty)
    #expect(document.blocks.map(\.text) == ["หน้าแรกของเทศบาล"])
  }

  @Test("Two documents in one page are both read")
  func twoDocuments() throws {
    let document = try Site.read(
      "<html><body><a href=1>หนึ่ง</a></body></html><!DOCTYPE html><html><body><a href=2>สอง</a></body></html>")
    #expect(document.links.map(\.rawTarget) == ["1", "2"])
  }

  @Test("A page filled by script is told from a short one")
  func shell() throws {
    let app =
      "<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script src=a.js></script>"
    let framed =
      "<nav><ul>" + String(repeating: "<li><a href=x>เมนูของเทศบาล</a>", count: 20)
      + "</ul></nav><div id=app></div><script src=a.js></script>"
    #expect(try Site.read(framed).isScriptShell)
    #expect(try Site.read(app).isScriptShell)
    #expect(try !Site.read("<body><p>ไม่มีข้อมูล</p><script src=a.js></script>").isScriptShell)
    #expect(
      try !Site.read("<body><div id=app><p>\(String(repeating: "ข้อความ ", count: 30))</p></div><script></script>")
        .isScriptShell)
  }

  @Test("A form tells its fields, its words and its part of the page")
  func forms() throws {
    let document = try Site.read(
      """
      <nav><form action=/search><input name=q placeholder="ค้นหา"></form></nav>
      <form method=post action=send.php><label>ชื่อ</label><input name=n><input type=hidden name=t>
      <textarea name=m></textarea><input type=file><select><option>ก</select><button>ส่งเรื่องร้องเรียน</button></form>
      """)
    #expect(document.forms.map(\.fieldTypes) == [["search"], ["text", "textarea", "file", "select"]])
    #expect(document.forms.map(\.region) == [.navigation, .main])
    #expect(document.forms.first?.text == "ค้นหา")
    #expect(document.forms.last?.text == "ชื่อ ส่งเรื่องร้องเรียน")
    #expect(document.forms.last?.method == "post")
  }

  @Test("An otherwise empty page that a script leaves at once has that address")
  func scriptRedirect() throws {
    let document = try Site.read("<html><body><script>window.location.href='home/index.php';</script></body></html>")
    #expect(document.links.first?.kind == .refresh)
    #expect(document.links.first?.target?.href == "http://town.example/ita/home/index.php")
  }

  @Test("On a windows-874 page the query of an address is sent in that charset")
  func queryEncoding() throws {
    let body =
      Array("<meta charset=tis-620><a href='s.php?q=".utf8) + [0xA1] + Array("'>".utf8) + [0xA1, 0xA2, 0xA3, 0xA4]
    let document = try Site.document(body, type: "text/html")
    #expect(document.links.first?.target?.href == "http://town.example/ita/s.php?q=%A1")
  }
}
