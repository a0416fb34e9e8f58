import AuditCore
import Testing

/// Pages that list items.
@Suite("Item index")
struct TopicIndexTests {
  /// A table ข้อ | ข้อมูล | การเชื่อมโยง.
  private func table(_ heading: String, _ rows: [(number: String, name: String)], title: String = "") -> Document {
    var blocks = [Block(kind: .heading(level: 1), text: heading)]
    var links: [Link] = []
    for (place, row) in rows.enumerated() {
      let cells = [row.number, row.name, "เปิด"]
      blocks.append(Block(kind: .row, text: cells.joined(separator: " | "), cells: cells))
      links.append(Link(target: nil, rawTarget: "/doc/\(place)", text: "เปิด", row: cells))
    }
    return Document(mediaType: .html, title: title, blocks: blocks, links: links)
  }

  private let rows2566 = [
    ("O1", "โครงสร้าง"), ("O2", "ข้อมูลผู้บริหาร"), ("O10", "นโยบายคุ้มครองข้อมูลส่วนบุคคล"),
    ("O11", "แผนดำเนินงานและการใช้งบประมาณประจำปี"),
    ("O12", "รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน"), ("O13", "รายงานผลการดำเนินงานประจำปี"),
  ]

  @Test("A table of items is read row by row with its year")
  func readsTable() throws {
    let index = try #require(TopicRules.indexReader.index(of: table("ITA 2566", rows2566)))
    #expect(index.year == 2566)
    #expect(index.isYearStated)
    #expect(index.isLocal)
    #expect(index.rows.count == 6)
    #expect(index.rows.allSatisfy { $0.agreement == .agrees })
    #expect(index.rows.map(\.number) == [1, 2, 10, 11, 12, 13])
    #expect(index.rows.map(\.links) == [[0], [1], [2], [3], [4], [5]])
  }

  @Test("Without a year in words the list is the one that names and numbers fit")
  func infersYear() throws {
    let index = try #require(TopicRules.indexReader.index(of: table("การเปิดเผยข้อมูล", rows2566)))
    #expect(index.year == 2566)
    #expect(!index.isYearStated)
    let rows2565 = [
      ("O10", "แผนดำเนินงานประจำปี"), ("O12", "รายงานผลการดำเนินงานประจำปี"), ("O17", "E-Service"),
      ("O34", "นโยบายไม่รับของขวัญ (No Gift Policy)"), ("O38", "การเสริมสร้างวัฒนธรรมองค์กรตามมาตรฐานทางจริยธรรม"),
    ]
    #expect(TopicRules.indexReader.index(of: table("รายการข้อมูล", rows2565))?.year == 2565)
  }

  @Test("Shifted rows are told: the name counts, the number is another's")
  func tellsShiftedRows() throws {
    let shifted = rows2566.map { (number: "O\((Int($0.0.dropFirst()) ?? 0) + 1)", name: $0.1) }
    let index = try #require(TopicRules.indexReader.index(of: table("OIT ปีงบประมาณ พ.ศ. 2566", shifted)))
    #expect(index.shiftedRows.count == 6)
    #expect(index.rows[0].agreement == .shifted(to: 1))
    #expect(index.rows[0].concepts(in: TopicRules.numbering[2566] ?? [:]) == ["structure"])
  }

  @Test(
    "The list of another kind of body is told as such",
    arguments: ["ITA 2566 วิทยาลัยเทคนิคตัวอย่าง", "โรงพยาบาลตัวอย่าง OIT 2566", "สถานีตำรวจภูธรตัวอย่าง ITA 2566"])
  func tellsOtherBodies(_ heading: String) throws {
    #expect(try #require(TopicRules.indexReader.index(of: table(heading, rows2566))).isLocal == false)
  }

  @Test("A hospital's list is told by its labels, where no title says so")
  func tellsHospitalLabels() {
    let names = [
      "สรุปผลการจัดซื้อจัดจ้างรายเดือน", "นโยบายการบริหารทรัพยากรบุคคล", "แนวปฏิบัติการจัดการเรื่องร้องเรียน", "แผนป้องกันการทุจริต",
      "การประเมินความเสี่ยงการทุจริต", "ประมวลจริยธรรม", "ข้อมูลเชิงสถิติเรื่องร้องเรียน", "ข่าวประชาสัมพันธ์", "โครงสร้างหน่วยงาน",
    ]
    let rows = names.enumerated().map { (number: "MOIT \($0.offset + 1)", name: $0.element) }
    let index = TopicRules.indexReader.index(of: table("ITA 2566", rows))
    #expect(index?.isLocal == false)
  }

  @Test("The explanation of a row is neither its number nor its link")
  func keepsExplanation() throws {
    let cells = ["O3", "อำนาจหน้าที่", "เปิด", "แสดงหน้าที่และอำนาจ มีข้อมูลรายละเอียดประกอบด้วย กฎหมาย"]
    var page = table("ITA 2566", rows2566)
    page.blocks.append(Block(kind: .row, text: cells.joined(separator: " | "), cells: cells))
    let index = try #require(TopicRules.indexReader.index(of: page))
    #expect(index.rows.first { $0.number == 3 }?.explanation == cells[3])
    #expect(index.rows.first { $0.number == 1 }?.explanation.isEmpty == true)
  }

  @Test("Lines with several links that all read the same hang on the words before them")
  func readsSpans() throws {
    var links: [Link] = []
    for row in rows2566 {
      for copy in 1...2 {
        links.append(
          Link(target: nil, rawTarget: "/f/\(links.count)-\(copy)", text: "เปิด", before: "\(row.0) \(row.1)"))
      }
    }
    let page = Document(
      mediaType: .html, blocks: [Block(kind: .heading(level: 2), text: "ITA ปี 2566")], links: links)
    let index = try #require(TopicRules.indexReader.index(of: page))
    #expect(index.rows.count == 6)
    #expect(index.rows.allSatisfy { $0.links.count == 2 && $0.agreement == .agrees })
  }

  @Test("A row without a link is declared without an address")
  func rowWithoutLink() throws {
    var page = table("ITA 2566", rows2566)
    page.links.removeAll { $0.row.first == "O10" }
    let row = try #require(TopicRules.indexReader.index(of: page)?.rows.first { $0.number == 10 })
    #expect(row.links.isEmpty)
  }

  @Test("An ordinary page and its menu are no list of items")
  func ordinaryPage() {
    let links = ["หน้าแรก", "ติดต่อเรา", "ข่าวประชาสัมพันธ์", "แผนพัฒนาท้องถิ่น"].map {
      Link(target: nil, text: $0, region: .navigation)
    }
    let news = (1...12).map { Link(target: nil, text: "ประชุมสภา ครั้งที่ \($0)") }
    #expect(TopicRules.indexReader.index(of: Document(mediaType: .html, links: links + news)) == nil)
    #expect(TopicRules.indexReader.index(of: Document(mediaType: .html)) == nil)
  }
}
