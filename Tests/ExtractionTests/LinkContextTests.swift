import AuditCore
import Testing

@testable import Extraction

@Suite("What stands around a link")
struct LinkContextTests {
  @Test("Links that all read เปิด have their row, the column and the group above them")
  func indexTable() throws {
    let document = try Site.read(
      """
      <h2>ITA 2566</h2><table>
      <tr><th>ข้อ<th>ข้อมูล<th>การเชื่อมโยง<th>คำอธิบาย</tr>
      <tr><td colspan=4>9.1 ข้อมูลพื้นฐาน</td></tr>
      <tr><td rowspan=2>O1</td><td>โครงสร้าง</td><td><a href=a.php>เปิด</a></td><td>แสดงแผนผังโครงสร้าง</td></tr>
      <tr><td>ผังเพิ่มเติม</td><td><a href=b.php>เปิด</a></td><td></td></tr></table>
      """)
    let first = try #require(document.link(to: "a.php"))
    #expect(first.row == ["O1", "โครงสร้าง", "เปิด", "แสดงแผนผังโครงสร้าง"])
    #expect(first.headings == ["ITA 2566", "9.1 ข้อมูลพื้นฐาน", "การเชื่อมโยง"])
    #expect(document.link(to: "b.php")?.row == ["O1", "ผังเพิ่มเติม", "เปิด", ""])
    #expect(document.rows.count == 3)
  }

  @Test("A span names the one to five links after it, and not those of the next entry")
  func spanBeforeLinks() throws {
    let document = try Site.read(
      """
      <ul><li><span>O10 แผนดำเนินงาน</span> <a href=1>เปิด</a> <a href=2>เปิด</a></li>
      <li><a href=3>O11 รายงาน</a></li></ul>
      <div><span>O12 คู่มือ</span><a href=4>เปิด</a></div><div><a href=5>อื่น</a></div>
      """)
    #expect(document.link(to: "1")?.before == "O10 แผนดำเนินงาน")
    #expect(document.link(to: "2")?.before == "O10 แผนดำเนินงาน")
    #expect(document.link(to: "2")?.item == "O10 แผนดำเนินงาน เปิด เปิด")
    #expect(document.link(to: "3")?.before == "")
    #expect(document.link(to: "4")?.before == "O12 คู่มือ")
    #expect(document.link(to: "5")?.before == "")
    #expect(document.link(to: "5")?.item == "")
  }

  @Test("A label that leads nowhere names the icon link after it")
  func deadLabel() throws {
    let document = try Site.read(
      "<li><span><a href='#!'>3.1 รายงาน</a> <a href=x.pdf><i class=pdf></i></a></span></li>")
    let icon = try #require(document.link(to: "x.pdf"))
    #expect(icon.before == "3.1 รายงาน")
    #expect(icon.item == "3.1 รายงาน")
    #expect(document.links.count == 1)
  }

  @Test("A card tells its link what it is, but a page does not")
  func card() throws {
    let document = try Site.read(
      "<body><div class=card><div>แผนพัฒนา</div><div><a href=c.pdf>ดาวน์โหลด</a></div></div><a href=d>ไป</a>")
    #expect(document.link(to: "c.pdf")?.item == "แผนพัฒนา ดาวน์โหลด")
    #expect(document.link(to: "d")?.item == "")
  }

  @Test("A menu entry is under the labels of the entries around it; what only opens a menu is no link")
  func menu() throws {
    let document = try Site.read(
      """
      <nav><ul><li><a href="#">แผนงาน</a><ul><li><a href=p>แผนพัฒนา</a></li><li><a href=q>จัดซื้อ</a>
      <ul><li><a href=r>แผนจัดซื้อ</a></ul></ul></li></ul></nav>
      <div class=dropdown><button>เทศบัญญัติ</button><div class=dropdown-content><a href=s>2566</a></div></div>
      """)
    #expect(document.link("แผนงาน") == nil)
    #expect(document.link(to: "p")?.menuPath == ["แผนงาน"])
    #expect(document.link(to: "r")?.menuPath == ["แผนงาน", "จัดซื้อ"])
    #expect(document.link(to: "q")?.item == "จัดซื้อ")
    #expect(document.link(to: "r")?.region == .navigation)
    #expect(document.link(to: "s")?.menuPath == ["เทศบัญญัติ"])
  }

  @Test("A menu label may be a link of its own, and a list may stand inside a link that leads nowhere")
  func menuLabels() throws {
    let scripted = try Site.read("<li><a href='#' onclick=\"open('q.php')\">แผน</a><ul><li><a href=1>ก</a></ul></li>")
    #expect(scripted.links.map(\.rawTarget) == ["q.php", "1"])
    let inside = try Site.read("<li>แผน <a href='#'>ปี<ul><li><a href=1>ก</a></li></ul></a></li>")
    #expect(inside.link(to: "1") != nil)
  }

  @Test("Accordion buttons and tabs are the headings of their panels, wherever the panels stand")
  func accordion() throws {
    let document = try Site.read(
      """
      <h2>OIT</h2><ul><li><a href="#t1" data-toggle="tab">ปี 2566</a></li><li><a href="#t2" data-toggle=tab>ปี 2565</a></li></ul>
      <div id=t1><a href=1>เปิด</a></div><div id=t2><a href=2>เปิด</a>
      <button class="accordion-button" data-bs-target="#c">O31 นโยบาย</button><div id=c><a href=3>ดู</a></div></div>
      <a href=4>ท้าย</a>
      """)
    #expect(document.link(to: "1")?.headings == ["OIT", "ปี 2566"])
    #expect(document.link(to: "2")?.headings == ["OIT", "ปี 2565"])
    #expect(document.link(to: "3")?.headings == ["OIT", "O31 นโยบาย"])
    #expect(document.link(to: "4")?.headings == ["OIT"])
    #expect(document.link("ปี 2566") == nil)
  }

  @Test("Headings: nested by level, bold paragraphs count, a heading does not stand above its own link")
  func headings() throws {
    let document = try Site.read(
      """
      <h1>เทศบาล</h1><h3>ข่าว <a href=n>ทั้งหมด</a></h3><p><b>แผนปี 2566</b></p><p><a href=1>เปิด</a></p>
      <h3><a href=2>เรื่องถัดไป</a></h3><h2>อื่น</h2><a href=3>ดู</a><aside><a href=4>ข้าง</a></aside>
      """)
    #expect(document.link(to: "1")?.headings == ["เทศบาล", "ข่าว ทั้งหมด", "แผนปี 2566"])
    #expect(document.link(to: "2")?.headings == ["เทศบาล"])
    #expect(document.link(to: "3")?.headings == ["เทศบาล", "อื่น"])
    #expect(document.link(to: "4")?.headings == [])
    #expect(document.blocks.contains { $0.text == "แผนปี 2566" && $0.kind == .heading(level: 6) })
  }

  @Test("Text of a link: around blocks, with the words of its images, and its labels")
  func linkText() throws {
    let document = try Site.read(
      """
      <a href=1><div>แผน</div><div>พัฒนา</div></a><a href=2 title="คู่มือ"><img src=i.png alt="ร้องเรียน"></a>
      <a href=3 aria-label="ค้นหา">ค้น</a>
      """)
    #expect(document.link(to: "1")?.text == "แผน พัฒนา")
    #expect(document.link(to: "2")?.text == "ร้องเรียน")
    #expect(document.link(to: "2")?.label == "คู่มือ ร้องเรียน")
    #expect(document.link(to: "3")?.label == "ค้นหา")
    #expect(document.pictures.map(\.text) == ["ร้องเรียน"])
  }

  @Test("Layout tables are no rows, their content stays paragraphs and headings")
  func layoutTable() throws {
    let document = try Site.read(
      """
      <table><tr><td><table><tr><td><a href=m>เมนู</a></td></tr></table></td>
      <td><h2>ประกาศ</h2><p>เนื้อหา</p><a href=x>ไฟล์</a></td></tr></table>
      """)
    #expect(document.rows.isEmpty)
    #expect(document.blocks.contains { $0.text == "ประกาศ" && $0.kind == .heading(level: 2) })
    #expect(document.link(to: "x")?.headings == ["ประกาศ"])
    #expect(document.link(to: "x")?.row == [])
  }

  @Test("The trail above the content, and the regions of a page by tag, role and class")
  func regions() throws {
    let document = try Site.read(
      """
      <div class="site-header"><a href=1>โลโก้</a></div><div id="main-menu"><a href=2>เมนู</a></div>
      <ol class="breadcrumb"><li><a href=/>หน้าหลัก</a> » <li>ITA</ol>
      <div class="card-header menu-content">หัว</div><article><header><h1>ข่าว</h1></header><a href=3>อ่าน</a></article>
      <div class="footerWrap"><a href=4>ท้าย</a></div>
      """)
    #expect(document.breadcrumb == ["หน้าหลัก", "ITA"])
    #expect(["1", "2", "3", "4"].map { document.link(to: $0)?.region } == [.header, .navigation, .main, .footer])
    #expect(document.blocks.first { $0.text == "หัว" }?.region == .main)
  }

  @Test("The path of tags carries the first class, and the line is that of the source")
  func domPath() throws {
    let document = try Site.read("<body><div class='list news'>\n<ul><li class=row><a href=1>ก</a></ul></div>")
    #expect(document.links.first?.domPath == "body/div.list/ul/li.row/a")
    #expect(document.links.first?.line == 2)
  }
}
