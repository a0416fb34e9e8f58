import Testing
import ThaiText

@Suite("Years and periods")
struct PeriodReaderTests {
  /// "kind first-day..last-day" of what a text is about.
  private func covered(_ text: String) -> String {
    guard let reading = PeriodReader.covered(in: text) else { return "none" }
    return "\(reading.kind) \(reading.interval.lowerBound)..\(reading.interval.upperBound)"
  }

  private static func year(_ year: Int) -> String {
    "fiscalYear \(FiscalYear(year).firstDay)..\(FiscalYear(year).lastDay)"
  }

  @Test(
    "Fiscal years in every writing",
    arguments: [
      ("ปีงบประมาณ พ.ศ. 2566", 2566), ("ประจำปีงบประมาณ พ.ศ.๒๕๖๖", 2566), ("ประจำปี 2566", 2566), ("ปี 65", 2565),
      ("ประจำปี พ.ศ..2568", 2568), ("ประจำปีงบประมาณ พ ศ 2565", 2565), ("๒๕61", 2561), ("ปีงบประมาณ พ.ศ.ITA2564", 2564),
      ("ITA ปี 2566", 2566), ("ITA2566", 2566), ("ประจาปีงบประมาณ 2566", 2566), ("ประจ าปี งบประมาณ 2566", 2566),
      ("e book รายงานผล 2561", 2561), ("04 แผนยุทธศาสตร์ ITA ปี 2566", 2566), ("FY2023", 2566),
      ("แผน ปี พ.ศ.2567.pdf", 2567),
      ("ประกาศใช้ข้อบัญญัติ65", 2565), ("ข้อมูล_2566.pdf", 2566), ("พ.ศ. ๒๕๖๖", 2566), ("ปีงบประมาณ (พ.ศ. 2566)", 2566),
      ("ประจำปีงบประมาณ\nพ.ศ. 2566", 2566), ("2565-10-01/2566-09-30 1 ตุลาคม 2565 – 30 กันยายน 2566", 2566),
      ("ครั้งที่ 2 2568", 2568), ("ครั้งที่ 1/2566", 2566), ("รอบ 12 เดือน ปีงบประมาณ 2566", 2566), ("ปีงบ 66", 2566),
      ("ประจําปี ๒๕๖๖ (ฉบับปรับปรุง ครั้งที่ 1)", 2566), ("แผนอัตรากำลัง ประจำปี 2566 อัตรากำลัง 120 คน งบ 2,570 บาท", 2566),
    ])
  func fiscalYears(text: String, year: Int) {
    #expect(covered(text) == Self.year(year))
  }

  @Test(
    "Parts of years and stretches of days",
    arguments: [
      ("รายงานผล ประจำปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน", "firstHalf 2022-10-01..2023-03-31"),
      ("รายงานรอบ ๖ เดือน ปีงบประมาณ ๒๕๖๖", "firstHalf 2022-10-01..2023-03-31"),
      ("รายงาน (รอบ6เดือน) ปี 66", "firstHalf 2022-10-01..2023-03-31"),
      ("รอบ 6 ด. ปี 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("ประจำปี 2566 รอบ 6 เดือนแรก", "firstHalf 2022-10-01..2023-03-31"),
      ("ประจำปี 2566 รอบ 6 เดือนหลัง", "secondHalf 2023-04-01..2023-09-30"),
      ("6 เดือนหลัง ปีงบประมาณ 2566", "secondHalf 2023-04-01..2023-09-30"),
      ("รอบ 6 เดือน (เมษายน - กันยายน 2566) ประจำปีงบประมาณ 2566", "secondHalf 2023-04-01..2023-09-30"),
      ("1 ตุลาคม 2565 – 31 มีนาคม 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("ตั้งแต่วันที่ 1 ตุลาคม พ.ศ. 2565 ถึงวันที่ 31 มีนาคม พ.ศ. 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("ต.ค. 65 - มี.ค. 66", "firstHalf 2022-10-01..2023-03-31"),
      ("(ต.ค.65-มี.ค.66)", "firstHalf 2022-10-01..2023-03-31"),
      ("ตุลาคม - มีนาคม 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("เดือนตุลาคม – มีนาคม ปีงบประมาณ 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("01/10/2565 - 31/03/2566", "firstHalf 2022-10-01..2023-03-31"),
      ("1 Oct 2022 to 31 Mar 2023", "firstHalf 2022-10-01..2023-03-31"),
      ("รอบที่ 1/2566", "firstHalf 2022-10-01..2023-03-31"),
      ("ครึ่งปีหลัง ปีงบประมาณ 2566", "secondHalf 2023-04-01..2023-09-30"),
      ("ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2566", "quarter 2022-10-01..2022-12-31"),
      ("ไตรมาส 2/2566", "quarter 2023-01-01..2023-03-31"),
      ("ปี 2566 ไตรมาส ๓", "quarter 2023-04-01..2023-06-30"),
      ("ไตรมาสที่ 1-2 ปีงบประมาณ 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("Q4/2566", "quarter 2023-07-01..2023-09-30"),
      ("ประจำเดือนมกราคม 2566", "month 2023-01-01..2023-01-31"),
      ("เดือนมีนาคม 2566", "month 2023-03-01..2023-03-31"),
      ("มนาคม 2566", "month 2023-03-01..2023-03-31"),
      ("มกรำคม 2566", "month 2023-01-01..2023-01-31"),
      ("ม.ค.66", "month 2023-01-01..2023-01-31"),
      ("มค 66", "month 2023-01-01..2023-01-31"),
      ("มี.ค. ๒๕๖๖", "month 2023-03-01..2023-03-31"),
      ("ประจำเดือนตุลาคม ปีงบประมาณ 2566", "month 2022-10-01..2022-10-31"),
      ("รอบเดือนเมษายน พ.ศ. ๒๕๖๒", "month 2019-04-01..2019-04-30"),
      ("พ.ศ. 2566-2570", "span 2022-10-01..2027-09-30"),
      ("2566 ถึง 2570", "span 2022-10-01..2027-09-30"),
      ("แผน 5 ปี (พ.ศ. 2566 – พ.ศ. 2570)", "span 2022-10-01..2027-09-30"),
      ("แผนพัฒนา พ ศ 2566 2570", "span 2022-10-01..2027-09-30"),
      ("แผนสี่ปี ปี 61-65", "span 2017-10-01..2022-09-30"),
      ("ปี 2566-70", "span 2022-10-01..2027-09-30"),
      ("ปีปฏิทิน 2566", "calendarYear 2023-01-01..2023-12-31"),
      ("1 มกราคม - 31 ธันวาคม 2566", "calendarYear 2023-01-01..2023-12-31"),
      ("Report 2023", "gregorianYear 2023-01-01..2023-12-31"),
      ("ค.ศ. 2023", "gregorianYear 2023-01-01..2023-12-31"),
      ("15 มิถุนายน 2566", "date 2023-06-15..2023-06-15"),
      ("วันที่ ๑๕ เดือน มิถุนายน พ.ศ. ๒๕๖๖", "date 2023-06-15..2023-06-15"),
      ("31/3/66", "date 2023-03-31..2023-03-31"), ("31-03-2566", "date 2023-03-31..2023-03-31"),
      ("2023-03-31", "date 2023-03-31..2023-03-31"), ("October 1, 2022", "date 2022-10-01..2022-10-01"),
      ("1-15 พฤศจิกายน 2565", "span 2022-11-01..2022-11-15"), ("5 - 18 มิ.ย. 58", "span 2015-06-05..2015-06-18"),
      ("ไตรมาสที่ 1 (ตุลาคม - ธันวาคม 2565)", "quarter 2022-10-01..2022-12-31"),
      ("ไตรมาส 1 (ต.ค.-ธ.ค.) ปีงบประมาณ 2566", "quarter 2022-10-01..2022-12-31"),
      ("งบการเงินสำหรับปีสิ้นสุดวันที่ 30 กันยายน 2566", "date 2023-09-30..2023-09-30"),
      ("ราย 6 เดือน ปี 2566", "firstHalf 2022-10-01..2023-03-31"),
      ("15 มิ.ย. 66", "date 2023-06-15..2023-06-15"), ("15-มิ.ย.-66", "date 2023-06-15..2023-06-15"),
    ])
  func parts(text: String, expected: String) {
    #expect(covered(text) == expected)
  }

  @Test(
    "What the text is about comes before other years in it",
    arguments: [
      ("แผนพัฒนาท้องถิ่นสี่ปี (พ.ศ. ๒๕๖๑-๒๕๖๔) ประจำปีงบประมาณ พ.ศ. ๒๕๖๒", year(2562)),
      ("รายงานผล ประจำปีงบประมาณ 2565 ประกาศ ณ วันที่ 20 ตุลาคม 2566", year(2565)),
      ("เผยแพร่เมื่อ 5 มกราคม 2567 แผนดำเนินงาน ปี 2566", year(2566)),
      ("มาตรการตามพระราชบัญญัติ ป.ป.ช. พ.ศ. 2561 ประจำปี 2566", year(2566)),
      ("งานประเพณี ประจำปี ๒๕๖๑ ในวันที่ ๒๒ พฤศจิกายน ๒๕๖๒", year(2561)),
      ("คำสั่งที่ 12/2565 เรื่อง แผน ประจำปีงบประมาณ 2566", year(2566)),
      ("ข้อบัญญัติงบประมาณรายจ่าย อบต. ประจำปีงบประมาณ 2563", year(2563)),
    ])
  func preference(text: String, expected: String) {
    #expect(covered(text) == expected)
  }

  @Test(
    "Dates of signing and laws keep their role",
    arguments: [
      ("ประกาศ ณ วันที่ 1 ตุลาคม 2565", "publication"), ("ลงวันที่ ๑๕ ม.ค. ๒๕๖๖", "publication"),
      ("เผยแพร่เมื่อ : 31/3/66", "publication"), ("คำสั่งที่ 12/2566", "publication"),
      ("พระราชบัญญัติเทศบาล พ.ศ. 2496", "law"), ("พระราชบัญญัติกําหนดแผนและขั้นตอนการกระจายอำนาจให้แก่ อปท.พ.ศ.2542", "law"),
      ("พระราชกฤษฏีกาค่าเช่าบ้านข้าราชการ (ฉบับที่ 5) พ.ศ. 2561", "law"),
      ("ระเบียบ มท.ข้อบังคับการประชุมสภา 2547 แก้ไขเพิ่มเติมถึง ฉ2 พ.ศ.2554", "law"),
      ("พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐", "law"), ("เทศบัญญัติ เรื่อง การกำจัดขยะ พ.ศ. 2562", "law"),
      ("ประจำปี 2566", "covered"), ("ระเบียบพัสดุ แผนจัดซื้อ ประจำปี 2566", "covered"),
    ])
  func roles(text: String, role: String) {
    let readings = PeriodReader.readings(in: text)
    #expect(!readings.isEmpty && readings.allSatisfy { $0.role.rawValue == role }, "\(readings)")
    #expect(role != "law" || PeriodReader.covered(in: text) == nil)
  }

  @Test(
    "Numbers that are no years are left alone",
    arguments: [
      "โทร. 2566", "โทรศัพท์ 0-2566-1234", "02-566-2566", "2,566 บาท", "2566 บาท", "เลขที่ 2566/15", "รหัสโครงการ 2566/15",
      "บ้านเลขที่ 2565", "12.2566", "67809d2566f", "id=2566", "25661", "2539", "2545", "2600", "พ.ศ. 2475", "มาตรา 2560",
      "60 ปี 65 คน", "ผู้ป่วย 2566 ราย", "จำนวน 2566", "5 ปี",
      "จำคุก 6 เดือน", "รอบ 6 เดือน", "ไตรมาส 1", "31/2/2566", "30 กุมภาพันธ์", "ก.พ.", "192.168.2566.1", "16 เดือน", "2566kb",
      "เปีย 65ก",
      "12:2566", "1 ตุลาคม", "32 มกราคม",
    ])
  func others(text: String) {
    let readings = PeriodReader.readings(in: text)
    #expect(readings.isEmpty, "\(readings)")
  }

  @Test("A part without a year is placed in the year of its surroundings")
  func within() {
    let text = "รายงานการกำกับติดตามการดำเนินงานรอบ 6เดือน"
    #expect(PeriodReader.undatedPart(in: text) == .half(second: false, isNamed: false))
    let reading = PeriodReader.covered(in: text, within: FiscalYear(2566))
    #expect(reading?.interval == FiscalYear(2566).firstHalf && reading?.confidence == .guessed)
    #expect(PeriodReader.undatedPart(in: text + " ปี 2566") == nil)
  }

  @Test("A date is placed in its fiscal year")
  func placed() {
    #expect(PeriodReader.covered(in: "ธันวาคม 2565")?.fiscalYears == [FiscalYear(2566)])
    #expect(PeriodReader.covered(in: "30 ก.ย. 65")?.fiscalYears == [FiscalYear(2565)])
    #expect(PeriodReader.covered(in: "2566-2568")?.fiscalYears.map(\.year) == [2566, 2567, 2568])
  }

  @Test("A reading says where and how it was read")
  func how() {
    let text = "แผน ประจำปี ๒๕61 ฉบับเต็ม"
    let reading = PeriodReader.covered(in: text)
    #expect(reading?.digits == .mixed && reading?.confidence == .stated)
    #expect(reading.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == "ประจำปี ๒๕61")
    #expect(PeriodReader.covered(in: "๒๕๖๖")?.digits == .thai)
    #expect(PeriodReader.covered(in: "2566")?.confidence == .guessed)
  }

  @Test("Any text can be read, with ranges inside it", arguments: [51, 52] as [UInt64])
  func any(seed: UInt64) {
    var texts = WildTexts(seed: seed)
    let pieces = [
      "ปี", "พ.ศ.", "2566", "65", " - ", "/", "1", "31", "ตุลาคม", "มี.ค.", "ถึง", "ไตรมาส", "รอบ", "6", "เดือน", "\n",
      "9999999999", "๒๕",
      "ประจำปีงบประมาณ", "ณ วันที่", "พระราชบัญญัติ", "(", ".",
    ]
    for round in 0..<3000 {
      let text =
        round % 3 == 0
        ? texts.text(pieces: 20) : (0..<12).map { _ in pieces[texts.number(in: 0...pieces.count - 1)] }.joined()
      for reading in PeriodReader.readings(in: text, within: FiscalYear(2566)) {
        #expect(reading.range.upperBound <= text.utf8.count && !reading.range.isEmpty)
        #expect(!reading.fiscalYears.isEmpty && reading.fiscalYears == reading.fiscalYears.sorted())
      }
    }
  }
}
