import AuditCore
import Testing

@testable import Extraction

@Suite("Office files")
struct OfficeTests {
  private static let word = #"<w:document xmlns:w="http://w.example/main" xmlns:r="http://r.example" xmlns:mc="m">"#

  private func docx(_ body: String, _ more: [(String, String)] = []) throws -> Document {
    try Site.document(
      ZipBuilder.zip(
        [
          ("[Content_Types].xml", "<Types/>"),
          ("word/document.xml", Self.word + "<w:body>\(body)</w:body></w:document>"),
        ] + more), type: "application/octet-stream", path: "/a.docx")
  }

  @Test("A DOCX gives paragraphs, headings, rows, hyperlinks and its title")
  func wordFile() throws {
    let document = try docx(
      """
      <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>รายงาน</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">ผลการ</w:t></w:r><w:r><w:t>ดำเนินงาน</w:t><w:tab/><w:t>2566</w:t></w:r></w:p>
      <mc:AlternateContent><mc:Choice><w:p><w:t>กล่อง</w:t></w:p></mc:Choice><mc:Fallback><w:p><w:t>กล่อง</w:t></w:p></mc:Fallback></mc:AlternateContent>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>โครงการ</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>งบ</w:t></w:r></w:p><w:p><w:r><w:t>ประมาณ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><w:hyperlink r:id="r1"><w:r><w:t>ดูแผน</w:t></w:r></w:hyperlink></w:p>
      """,
      [
        (
          "word/_rels/document.xml.rels",
          #"<Relationships><Relationship Id="r1" Target="http://town.example/plan"/></Relationships>"#
        ),
        ("docProps/core.xml", #"<cp xmlns:dc="d"><dc:title>แบบ ๑</dc:title></cp>"#),
      ])
    #expect(document.mediaType == .docx)
    #expect(document.title == "แบบ ๑")
    #expect(document.blocks.map(\.text) == ["รายงาน", "ผลการดำเนินงาน 2566", "กล่อง", "โครงการ | งบ ประมาณ", "ดูแผน"])
    #expect(document.blocks.first?.kind == .heading(level: 2))
    #expect(document.rows == [["โครงการ", "งบ ประมาณ"]])
    #expect(document.links.first?.target?.href == "http://town.example/plan")
  }

  @Test("An XLSX gives the rows of its sheets, with shared and inline strings in their columns")
  func workbook() throws {
    let document = try Site.document(
      ZipBuilder.zip([
        (
          "xl/workbook.xml",
          #"<workbook xmlns:r="r"><sheets><sheet name="แผน" sheetId="1" r:id="x"/></sheets></workbook>"#
        ),
        ("xl/_rels/workbook.xml.rels", #"<R><Relationship Id="x" Target="worksheets/sheet1.xml"/></R>"#),
        ("xl/sharedStrings.xml", "<sst><si><t>โครงการ</t></si><si><r><t>งบ</t></r><r><t>ประมาณ</t></r></si></sst>"),
        (
          "xl/worksheets/sheet1.xml",
          #"<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row><c r="A2" t="inlineStr"><is><t>ถนน</t></is></c><c r="B2"><v>1500</v></c><c r="C2" t="s"><v>99</v></c></row></sheetData></worksheet>"#
        ),
      ]), type: nil, path: "/x.xlsx")
    #expect(document.blocks.first?.text == "แผน")
    #expect(document.rows == [["โครงการ", "", "งบประมาณ"], ["ถนน", "1500"]])
  }

  @Test("A PPTX has a page for each slide, an ODT headings, an ODS rows with repeated cells")
  func others() throws {
    let slides = try Site.document(
      ZipBuilder.zip([
        ("ppt/presentation.xml", "<p/>"), ("ppt/slides/slide2.xml", "<s><p><t>สอง</t></p></s>"),
        ("ppt/slides/slide1.xml", #"<s><sp><ph type="title"/><p><t>หนึ่ง</t></p></sp></s>"#),
      ]), type: nil, path: "/x.pptx")
    #expect(slides.blocks.map(\.text) == ["หนึ่ง", "สอง"])
    #expect(slides.blocks.map(\.page) == [1, 2])
    #expect(slides.blocks.first?.kind == .heading(level: 2))
    let text = try Site.document(
      ZipBuilder.zip([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          #"<c xmlns:text="t"><text:h text:outline-level="1">ประกาศ</text:h><text:p>เรื่อง<text:s/><text:span>นโยบาย</text:span></text:p></c>"#
        ),
      ]), type: nil, path: "/x")
    #expect(text.mediaType == .odt)
    #expect(text.blocks.map(\.text) == ["ประกาศ", "เรื่อง นโยบาย"])
    let sheet = try Site.document(
      ZipBuilder.zip([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
          "content.xml",
          #"<c xmlns:table="urn:table"><table:table table:name="งบ"><table:table-row><table:table-cell><p>ก</p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><p>ข</p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table></c>"#
        ),
      ]), type: nil, path: "/x")
    #expect(sheet.rows == [["ก", "", "", "ข"]])
  }

  @Test("Entities are never read: a DTD in an office file is refused")
  func entities() throws {
    let attack = #"<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>"#
    let document = try Site.document(
      ZipBuilder.zip([("word/document.xml", attack + Self.word + "<w:p><w:t>&b;</w:t></w:p></w:document>")]),
      type: nil, path: "/x.docx")
    #expect(document.readability == .unopenable(detail: "word/document.xml declares a DTD"))
    #expect(document.blocks.isEmpty)
  }

  @Test("A bomb is not unpacked, a cut or locked file does not open, an empty one has no text")
  func unopenable() throws {
    let bomb = ZipBuilder.zip(files: [.init(name: "word/document.xml", content: [], zeros: 40 << 20)])
    #expect(
      try Site.document(bomb, type: nil, path: "/x.docx").readability
        == .unopenable(detail: "unpacks to more than is allowed"))
    let whole = ZipBuilder.zip([
      ("[Content_Types].xml", "<T/>"), ("word/document.xml", Self.word + "<w:p/></w:document>"),
    ])
    let cut = try Site.document(Array(whole.dropLast(60)), type: nil, path: "/x.docx")
    #expect(cut.mediaType == .docx)
    #expect(cut.readability == .unopenable(detail: "the archive is cut or damaged"))
    #expect(
      try Site.document(whole, type: nil, path: "/x.docx").readability
        == .unreadable(.noText, detail: "the file holds no text"))
    let locked = ZipBuilder.zip(files: [.init(name: "word/document.xml", content: [1, 2, 3], isEncrypted: true)])
    #expect(
      try Site.document(locked, type: nil, path: "/x.docx").readability == .unopenable(detail: "locked with a password")
    )
    let broken = try docx("<w:p><w:t>ก</w:p>")
    #expect(broken.readability == .unopenable(detail: "word/document.xml is damaged"))
  }

  /// The part of each kind that holds its text, and enough beside it to be known for what it is.
  private static let kinds: [(path: String, beside: [(String, String)], part: String)] = [
    ("/x.docx", [("[Content_Types].xml", "<T/>")], "word/document.xml"),
    (
      "/x.xlsx",
      [
        ("xl/workbook.xml", #"<w xmlns:r="r"><sheets><sheet name="a" r:id="x"/></sheets></w>"#),
        ("xl/_rels/workbook.xml.rels", #"<R><Relationship Id="x" Target="worksheets/sheet1.xml"/></R>"#),
      ], "xl/worksheets/sheet1.xml"
    ),
    ("/x.pptx", [("ppt/presentation.xml", "<p/>")], "ppt/slides/slide1.xml"),
    ("/x.odt", [("mimetype", "application/vnd.oasis.opendocument.text")], "content.xml"),
    ("/x.ods", [("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], "content.xml"),
  ]

  @Test("A bomb of any kind does not open and says why", arguments: kinds.map(\.path))
  func bombs(path: String) throws {
    let kind = try #require(Self.kinds.first { $0.path == path })
    let beside = kind.beside.map { ZipBuilder.File(name: $0.0, content: Array($0.1.utf8)) }
    let bomb = ZipBuilder.zip(files: beside + [.init(name: kind.part, content: [], zeros: 60 << 20)])
    let document = try Site.document(bomb, type: nil, path: path)
    #expect(document.readability == .unopenable(detail: "unpacks to more than is allowed"))
  }

  @Test("A file of any kind that is cut anywhere ends in a reason or in what was left", arguments: kinds.map(\.path))
  func cuts(path: String) throws {
    let kind = try #require(Self.kinds.first { $0.path == path })
    let whole = ZipBuilder.zip(kind.beside + [(kind.part, "<a><p><t>ประกาศ</t></p></a>")])
    for length in stride(from: 4, to: whole.count, by: 7) {
      let document = try Site.document(Array(whole.prefix(length)), type: nil, path: path)
      if case .readable = document.readability { Issue.record("\(length) of \(whole.count) bytes pass for whole") }
    }
  }

  @Test("A table of a million empty cells, and one line of megabytes, stay bounded")
  func wide() throws {
    let cells = String(
      repeating: "<table:table-cell table:number-columns-repeated=\"1000000\"><p>ก</p></table:table-cell>", count: 200)
    let sheet = try Site.document(
      ZipBuilder.zip([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
          "content.xml",
          "<c xmlns:table=\"t\"><table:table><table:table-row>\(cells)</table:table-row></table:table></c>"
        ),
      ]), type: nil, path: "/x.ods")
    #expect(sheet.rows.allSatisfy { $0.count <= 80 })
    let line = Array(String(repeating: "ก,\"", count: 700_000).utf8)
    #expect(try Site.document(line, type: "text/csv", path: "/x.csv").blocks.count < 70_000)
  }

  @Test("A DOCX with a password is a locked compound file")
  func lockedPackage() throws {
    var body: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    body += "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] } + [UInt8](repeating: 0, count: 96)
    #expect(
      try Site.document(body, type: nil, path: "/x.docx").readability == .unopenable(detail: "locked with a password"))
  }
}
