import Testing

@testable import AuditCore

@Suite("The works that a plan names")
struct NamedWorksTests {
  private func names(_ lines: [String], rows: Bool = false) -> [String] {
    let blocks =
      rows
      ? lines.map { Block(kind: .row, text: $0, cells: $0.split(separator: "|").map(String.init)) }
      : [Block(kind: .paragraph, text: lines.joined(separator: "\n"), page: 1)]
    return NamedWorks(in: JudgedText(blocks)).works.map(\.name)
  }

  @Test("Lines of a PDF paragraph are read one by one, chapters are no works")
  func lines() {
    let plan = [
      "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566", "1. วัตถุประสงค์ เพื่อพัฒนา", "ลำดับที่ 1 โครงการซ่อมแซมถนนสายบ้านเหนือ",
      "๒) โครงการขุดลอกคลองชลประทาน งบประมาณ 120,000 บาท", "มิติที่ 1 การสร้างสังคมที่ไม่ทนต่อการทุจริต",
      "มิติที่ 2 มาตรการเปิดเผยข้อมูลข่าวสาร",
    ]
    #expect(names(plan) == ["โครงการซ่อมแซมถนนสายบ้านเหนือ", "โครงการขุดลอกคลองชลประทาน", "มาตรการเปิดเผยข้อมูลข่าวสาร"])
  }

  @Test("A numbered row gives its second cell, a heading of the table nothing")
  func rows() {
    let table = ["ที่|โครงการ/กิจกรรม|งบประมาณ", "๑|จัดทำคู่มือการใช้ทรัพย์สิน|๔๕,๐๐๐", "2|โครงการเทศบาลใสสะอาด|10,000"]
    #expect(names(table, rows: true) == ["จัดทำคู่มือการใช้ทรัพย์สิน", "โครงการเทศบาลใสสะอาด"])
  }

  @Test("A name ends where the columns of the table go on")
  func columns() {
    #expect(
      names([
        "1 โครงการก่อสร้างถนนคอนกรีต หมู่ที่ 3 480,000 ม.ค. 2566 กองช่าง", "2 โครงการสืบสานประเพณีสงกรานต์ เมษายน 2566",
        "3 กิจกรรมชาวบ้านร่วมตรวจรับพัสดุ ไม่ใช้งบประมาณ",
      ]) == ["โครงการก่อสร้างถนนคอนกรีต หมู่ที่ 3", "โครงการสืบสานประเพณีสงกรานต์", "กิจกรรมชาวบ้านร่วมตรวจรับพัสดุ"])
  }

  @Test("Only numbered lines count where nothing says that it is a work")
  func guessed() {
    let works = NamedWorks(
      in: JudgedText([Block(kind: .paragraph, text: "1) การวางแผนกำลังคน\n2) การประเมินผลการปฏิบัติราชการ", page: 1)]))
    #expect(works.isGuessed)
    #expect(works.works.map(\.name) == ["การวางแผนกำลังคน", "การประเมินผลการปฏิบัติราชการ"])
  }
}
