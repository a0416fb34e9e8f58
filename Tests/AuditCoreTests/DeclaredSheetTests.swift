import Testing
import WebURL

@testable import AuditCore

/// Answer sheets as people fill them in: any order, either language, any separator, odd rows.
@Suite("Answer sheets")
struct DeclaredSheetTests {
  private func sheet(_ text: String) throws -> DeclaredSheet { try sheet(bytes: Array(text.utf8)) }

  private func sheet(bytes: [UInt8]) throws -> DeclaredSheet {
    let site = try #require(WebURL(parsing: "https://www.town.example/"))
    return DeclaredSheet(rows: SeparatedRows.rows(of: bytes), edition: EditionSketch.of2566, site: site)
  }

  @Test(
    "Columns are known by Thai and English names in any order, behind any separator",
    arguments: [
      "ข้อ,มี/ไม่มี,URL,คำอธิบาย\nO12,มี,https://www.town.example/a,หน้าหลัก\n",
      "\u{FEFF}ข้อ;มี/ไม่มี;URL;คำอธิบาย\r\nO12;มี;https://www.town.example/a;หน้าหลัก\r\n",
      "note\tlink\titem\tanswer\nหน้าหลัก\thttps://www.town.example/a\t12\tyes\n",
      "รายการ OIT ปี 2566\n\nที่อยู่ (URL) ที่เผยแพร่,หมายเหตุ,สถานะ,ข้อ\nhttps://www.town.example/a,หน้าหลัก,มี,๐๑๒\n",
      "sep=;\nitem;explanation;yes/no;address\n(O12);\"หน้าหลัก\";Y;\"https://www.town.example/a\"\n",
    ])
  func columns(text: String) throws {
    let sheet = try sheet(text)
    let row = try #require(sheet.rows.first)
    #expect(sheet.rows.count == 1)
    #expect(row.item == "O12")
    #expect(row.isClaimed == true)
    #expect(row.addresses.map(\.href) == ["https://www.town.example/a"])
    #expect(row.note == "หน้าหลัก")
    #expect(sheet.faults.isEmpty)
  }

  @Test("A sheet without a header is read by what its cells hold")
  func headerless() throws {
    let sheet = try sheet("O1,https://www.town.example/1\nO2,https://www.town.example/2\n")
    #expect(sheet.rows.map(\.item) == ["O1", "O2"])
    #expect(sheet.rows.map(\.number) == [1, 2])
  }

  @Test("windows-874 and UTF-16 are read as well as UTF-8")
  func encodings() throws {
    let header: [UInt8] = [0xA2, 0xE9, 0xCD]  // ข้อ
    let yes: [UInt8] = [0xC1, 0xD5]  // มี
    let thai = header + Array(",URL,".utf8) + yes + Array("\nO3,http://a.example/,".utf8) + yes
    #expect(try sheet(bytes: thai).rows.map(\.isClaimed) == [true])
    let units = Array("ข้อ\tURL\r\nO3\thttp://a.example/".utf16)
    let wide: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try sheet(bytes: wide).rows.map(\.item) == ["O3"])
  }

  @Test("Row numbers are those a person counts: empty rows and line breaks in cells included")
  func numbers() throws {
    let sheet = try sheet("ข้อ,URL,note\n\nO1,http://a.example/1,\"สอง\nบรรทัด\"\n,,\nO2,http://a.example/2,\n")
    #expect(sheet.rows.map(\.number) == [3, 5])
  }

  @Test("A bad row gets its number and its reason, and the others are read")
  func faults() throws {
    let sheet = try sheet(
      "ข้อ,URL\nO99,http://a.example/\nไม่ทราบ,http://a.example/\n,http://a.example/\nO4,http://a.example/4\nรวม,\n")
    #expect(sheet.rows.map(\.item) == ["O4"])
    #expect(sheet.faults.map(\.row) == [2, 3, 4])
    #expect(sheet.faults.allSatisfy { !$0.reason.th.isEmpty && !$0.reason.en.isEmpty })
  }

  @Test("มี and ไม่มี are told apart in their usual spellings")
  func claims() throws {
    let sheet = try sheet(
      "ข้อ,มี/ไม่มี\nO1,มี\nO2,ไม่มี\nO3,ไม่มีข้อมูล\nO4,Yes\nO5,no\nO6,✓\nO7,\nO8,ตรวจเอง\nO9,มี (ครบ)\n")
    #expect(sheet.rows.map(\.isClaimed) == [true, false, false, true, false, true, nil, nil, true])
  }

  @Test("Several addresses in a cell are taken apart, and an address inside another stays there")
  func severalAddresses() throws {
    let sheet = try sheet(
      """
      ข้อ,URL
      O1,"http://a.example/1
      http://a.example/2"
      O2,"http://a.example/x,y.pdf, http://a.example/2;http://a.example/3"
      O3,http://a.example/go?to=https://b.example/z
      O4,"ดูที่ https://a.example/แผน 66.pdf"
      O5,www.town.example/o5
      O6,/page/6
      """)
    let read = sheet.rows.map { $0.addresses.map(\.href) }
    #expect(read[0] == ["http://a.example/1", "http://a.example/2"])
    #expect(read[1] == ["http://a.example/x,y.pdf", "http://a.example/2", "http://a.example/3"])
    #expect(read[2] == ["http://a.example/go?to=https://b.example/z"])
    #expect(read[3] == ["https://a.example/%E0%B9%81%E0%B8%9C%E0%B8%99"])
    #expect(read[4] == ["https://www.town.example/o5"])
    #expect(read[5] == ["https://www.town.example/page/6"])
  }

  @Test(
    "What is no web address is never one",
    arguments: ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "mailto:a@b.c"])
  func otherSchemes(text: String) throws {
    let sheet = try sheet("ข้อ\tURL\nO1\t\(text)\n")
    let row = try #require(sheet.rows.first)
    #expect(row.addresses.isEmpty)
    #expect(row.unusable.count == 1)
  }

  @Test("A formula is text: its address is taken, nothing is reckoned")
  func formulas() throws {
    let sheet = try sheet("ข้อ\tURL\tnote\nO1\t=HYPERLINK(\"http://a.example/1\",\"ดู\")\t=1+1\n")
    #expect(sheet.rows.first?.addresses.map(\.href) == ["http://a.example/1"])
    #expect(sheet.rows.first?.note == "=1+1")
  }

  @Test("Rows, cells and addresses are bounded")
  func bounds() throws {
    let many = (0..<900).map { "O1,http://a.example/\($0)" }.joined(separator: "\n")
    let sheet = try sheet("ข้อ,URL\n" + many)
    #expect(sheet.rows.reduce(0) { $0 + $1.addresses.count } == DeclaredSheet.mostAddresses)
    #expect(!sheet.faults.isEmpty)
    let wide = String(repeating: "x,", count: 100_000) + "\n" + String(repeating: "a", count: 1_000_000)
    #expect(SeparatedRows.rows(of: Array(wide.utf8)).allSatisfy { $0.cells.count <= SheetRow.mostCells })
    #expect(SeparatedRows.rows(of: Array(String(repeating: "a\n", count: 20_000).utf8)).count == SeparatedRows.most)
  }

  @Test(
    "Bytes that are no sheet give no rows",
    arguments: [[], [0x00], [0xFF, 0xFE], [UInt8](repeating: 0x22, count: 999)])
  func noSheet(bytes: [UInt8]) throws {
    #expect(try sheet(bytes: bytes).rows.isEmpty)
  }

  @Test("Rows about the same item are one declaration")
  func declarations() throws {
    let sheet = try sheet("ข้อ,URL,มี/ไม่มี\nO2,http://a.example/1,มี\nO1,http://a.example/2,มี\nO2,http://a.example/3,\n")
    let all = Declaration.all(in: sheet, of: EditionSketch.of2566)
    #expect(all.map(\.item.number) == ["O2", "O1"])
    #expect(all.first?.rows == [2, 4])
    #expect(all.first?.addresses.map(\.row) == [2, 4])
    #expect(all.first?.isClaimed == true)
  }
}
