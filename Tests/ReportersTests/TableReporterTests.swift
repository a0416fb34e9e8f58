import AuditCore
import Reporters
import Testing

/// `gaps.csv` and `answers.csv` as a spreadsheet opens them.
@Suite struct TableReporterTests {
  private func rows(_ format: String, _ report: AuditReport) throws -> [[String]] {
    let type = try #require(ReporterList.reporter(for: format))
    let bytes = type.init(options: ReportOptions()).bytes(for: report)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(Array(bytes.suffix(2)) == [0x0D, 0x0A])
    return CommaSeparatedTable(Array(bytes.dropFirst(3))).rows
  }

  @Test("The gap list has the promised columns, the costliest gap first, then what could not be judged")
  func gaps() throws {
    let rows = try rows("csv", SampleReport.small())
    #expect(
      rows[0] == [
        "ข้อ", "รายการ", "ผลการตรวจ", "สาเหตุ", "คะแนนที่เสีย", "สิ่งที่ขาด", "ที่อยู่ (URL)", "ทางเข้า", "สิ่งที่ต้องทำ",
        "ผู้รับผิดชอบ",
      ])
    #expect(rows.dropFirst().map { $0[0] } == ["O31", "O6", "O10", "O12", "O8"])
    #expect(rows[4][5] == "งบประมาณที่ใช้")
    #expect(rows[4][7] == "หน้าหลัก > ITA 2566 > ความก้าวหน้าของโครงการ รอบ 6 เดือน")
    #expect(rows[5][2] == "ตรวจไม่ได้")
  }

  @Test("The answer sheet has a row an item, with addresses only where the thing is there or must be looked at")
  func answers() throws {
    let rows = try rows("answers", SampleReport.small())
    #expect(rows[0] == ["ข้อ", "มี/ไม่มี", "URL", "คำอธิบายตำแหน่ง", "วันที่ตรวจพบ", "สิ่งที่ต้องแก้ก่อน"])
    #expect(
      rows.dropFirst().map { $0[1] } == [
        "มี", "มี", "ไม่มี", "ตรวจเอง", "ไม่มี", "มี", "มี", "ยังไม่ถึงกำหนด", "ไม่มี", "ยกเว้น",
      ])
    #expect(rows[1][2] == "http://www.example-town.example/page/structure")
    #expect(rows[1][3] == "หน้าหลัก > ITA 2566 > โครงสร้างส่วนราชการ")
    #expect(rows[1][4] == "15 มิถุนายน 2566")
    #expect(rows[3][2].isEmpty)
    #expect(rows[7][3].hasPrefix("ไม่มีลิงก์จากหน้าหลัก"))
  }

  @Test("No cell becomes a formula", arguments: ["csv", "answers"])
  func noFormulas(format: String) throws {
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    for row in try rows(format, HostileReport.full) {
      for cell in row {
        let shown = cell.unicodeScalars.first { $0 != " " && !$0.properties.isDefaultIgnorableCodePoint }
        #expect(shown.map { !starts.contains($0) } ?? true, "\(cell)")
      }
    }
  }

  @Test("Every row has as many cells as the header", arguments: ["csv", "answers"])
  func rectangular(format: String) throws {
    let rows = try rows(format, HostileReport.full)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(rows.count > 10)
  }

  @Test("A report without items has the header alone", arguments: ["csv", "answers"])
  func headerAlone(format: String) throws {
    #expect(try rows(format, HostileReport.empty).count == 1)
  }
}
