import AuditCore
import Testing

@testable import Extraction

/// Sheets as people fill them in: empty rows, merged cells, links behind words, formulas.
@Suite("Spreadsheet grid")
struct SpreadsheetGridTests {
  private func book(sheet: String, links: String = "", strings: [String] = []) -> [UInt8] {
    let texts = strings.map { "<si><t>\($0)</t></si>" }.joined()
    return ZipBuilder.zip([
      ("[Content_Types].xml", "<Types/>"),
      ("xl/workbook.xml", #"<workbook xmlns:r="r"><sheets><sheet name="แบบคำตอบ" r:id="rId1"/></sheets></workbook>"#),
      ("xl/_rels/workbook.xml.rels", #"<r><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></r>"#),
      ("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
      ("xl/worksheets/sheet1.xml", #"<worksheet xmlns:r="r">"# + sheet + "</worksheet>"),
      ("xl/worksheets/_rels/sheet1.xml.rels", "<r>\(links)</r>"),
    ])
  }

  private func rows(sheet: String, links: String = "", strings: [String] = []) throws -> [SheetRow] {
    try #require(try SpreadsheetGrid.sheets(of: book(sheet: sheet, links: links, strings: strings)).first)
  }

  @Test("Rows keep the numbers that the program shows, and cells their columns and line breaks")
  func numbers() throws {
    let rows = try rows(
      sheet: """
        <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"/>\
        <row r="5"><c r="A5" t="inlineStr"><is><t>O1</t></is></c><c r="C5" t="s"><v>1</v></c></row></sheetData>
        """, strings: ["ข้อ", "http://a.example/1\nhttp://a.example/2"])
    #expect(
      rows == [
        SheetRow(number: 1, cells: ["ข้อ"]),
        SheetRow(number: 5, cells: ["O1", "", "http://a.example/1\nhttp://a.example/2"]),
      ])
  }

  @Test("The address behind a linked cell counts where its words are none, in a formula too")
  func links() throws {
    let rows = try rows(
      sheet: """
        <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
        <c r="C1"><f>HYPERLINK("http://a.example/f","ดู")</f><v>ดู</v></c></row></sheetData>\
        <hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1" r:id="rId1"/>\
        <hyperlink ref="D1" r:id="rId9"/></hyperlinks>
        """, links: #"<Relationship Id="rId1" Target="http://a.example/behind" TargetMode="External"/>"#,
      strings: ["คลิกที่นี่", "http://a.example/written"])
    #expect(rows.map(\.cells) == [["http://a.example/behind", "http://a.example/written", "http://a.example/f"]])
  }

  @Test("A merged cell speaks for every row it spans, and for no other column")
  func merged() throws {
    let rows = try rows(
      sheet: """
        <sheetData><row r="2"><c r="A2"><v>12</v></c><c r="B2"><v>a</v></c></row>\
        <row r="3"><c r="B3"><v>b</v></c></row><row r="4"><c r="B4"><v>c</v></c></row></sheetData>\
        <mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:C1"/><mergeCell ref="x"/></mergeCells>
        """)
    #expect(rows.map(\.cells) == [["12", "a"], ["12", "b"], ["", "c"]])
  }

  @Test("What is damaged, or no workbook, is said to be so; large numbers break nothing")
  func hostile() throws {
    #expect(throws: SpreadsheetGrid.Unreadable.self) { try SpreadsheetGrid.sheets(of: Array("PK\u{3}\u{4}no".utf8)) }
    #expect(throws: SpreadsheetGrid.Unreadable.self) { try SpreadsheetGrid.sheets(of: book(sheet: "<row>")) }
    let rows = try rows(
      sheet: """
        <sheetData><row r="99999999999999999999"><c r="ZZZZZZZZ1"><v>x</v></c></row>\
        <row r="7"><c r="A7" t="s"><v>99</v></c><c r="B7"><v>y</v></c></row></sheetData>\
        <mergeCells><mergeCell ref="B7:B999999999"/></mergeCells>
        """)
    #expect(rows == [SheetRow(number: 1, cells: ["x"]), SheetRow(number: 7, cells: ["", "y"])])
  }
}
