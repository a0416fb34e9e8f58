import Testing
import ThaiText

@testable import AuditCore

@Suite("Periods against what is asked for")
struct PeriodFindingTests {
  private func fit(_ text: String, _ covers: PeriodRule.Covers, analyses: Bool = false) -> PeriodFinding.Fit? {
    let required = RequiredPeriod(
      rule: PeriodRule(covers: covers), year: FiscalYear(2566), analysesYearBefore: analyses)
    return PeriodFinding.read(text, required, source: .ownTitle, confidence: 1)?.fit
  }

  @Test("A plan of several years fits where it holds the year")
  func span() {
    #expect(fit("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", .span) == .fits)
    #expect(fit("แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)", .span) == .otherPeriod)
  }

  @Test("The day of signing says nothing of the time a plan or yearly report is about")
  func days() {
    #expect(fit("ประกาศ ณ วันที่ 19 ธันวาคม 2565", .span) == nil)
    #expect(fit("ประกาศ ณ วันที่ 5 ตุลาคม 2565", .previousYear) == nil)
    #expect(fit("ประกาศ ณ วันที่ 30 กันยายน 2565", .year) == nil)
    #expect(fit("ประกาศ ณ วันที่ 4 มกราคม 2566", .inYear) == .fits)
    #expect(fit("ประกาศ ณ วันที่ 4 มกราคม 2565", .inYear) == .otherPeriod)
  }

  @Test("A year alone does not say which half")
  func halves() {
    #expect(fit("รอบ 6 เดือน (1 ตุลาคม 2565 - 31 มีนาคม 2566)", .firstHalf) == .fits)
    #expect(fit("ปีงบประมาณ พ.ศ. 2566", .firstHalf) == .rightYearOnly)
    #expect(fit("1 เมษายน 2566 - 30 กันยายน 2566", .firstHalf) == .otherPeriod)
  }

  @Test(
    "What a reader would say of a title against each kind of period of 2566",
    arguments: [
      ("ปีงบประมาณ พ.ศ. ๒๕๖๖", PeriodRule.Covers.year, PeriodFinding.Fit.fits),
      ("ประจำปี 2565", .year, .otherPeriod), ("พ.ศ. 2566–2570", .year, .fits),
      ("พ.ศ. 2566–2570", .span, .fits), ("พ.ศ.2561-2565 แก้ไขครั้งที่ 2", .span, .otherPeriod),
      ("แผนอัตรากำลัง 3 ปี (พ.ศ. 2564–2566)", .span, .fits), ("พ.ศ. 2567-2569", .span, .otherPeriod),
      ("ประจำปีงบประมาณ พ.ศ. 2565", .previousYear, .fits), ("ประจำปี 2566", .previousYear, .otherPeriod),
      ("1 ต.ค. 2564 – 30 ก.ย. 2565", .previousYear, .fits),
      ("รอบ 6 เดือนแรก ปีงบประมาณ 2565", .previousYear, .otherPeriod),
      ("ไตรมาสที่ 1 (ตุลาคม – ธันวาคม 2565)", .firstHalf, .fits), ("ต.ค.65-มี.ค.66", .firstHalf, .fits),
      ("๑ ตุลาคม ๒๕๖๕ ถึง ๓๑ มีนาคม ๒๕๖๖", .firstHalf, .fits), ("ประจำเดือน มกราคม 2566", .firstHalf, .fits),
      ("ปี 2566 รอบที่ 1", .firstHalf, .fits), ("ปี 2566 รอบที่ 2", .firstHalf, .otherPeriod),
      ("ประจำเดือน มกราคม 2565", .firstHalf, .otherPeriod), ("ประจำเดือน พฤษภาคม 2566", .firstHalf, .otherPeriod),
      ("ประจำปีงบประมาณ พ.ศ. 2566", .firstHalf, .rightYearOnly), ("ปี 2565", .firstHalf, .otherPeriod),
      ("ประจำปี 2566 ไตรมาส 1 ไตรมาส 2 ไตรมาส 3 ไตรมาส 4", .firstHalf, .fits),
      ("ประจำปี 2565 ไตรมาส 1 ไตรมาส 2 ไตรมาส 3 ไตรมาส 4", .previousYear, .fits),
      ("ประจำปี 2565 ไตรมาสที่ 4", .previousYear, .otherPeriod),
      ("มกราคม 2566", .inYear, .fits), ("ธันวาคม 2566", .inYear, .otherPeriod),
    ])
  func titles(text: String, covers: PeriodRule.Covers, expected: PeriodFinding.Fit) {
    #expect(fit(text, covers) == expected)
  }

  @Test("A paper that analyses last year's result is this year's; measures of last year are not")
  func analysis() {
    #expect(fit("รายงานการวิเคราะห์ผลการประเมิน ITA ปี พ.ศ. 2565", .inYear, analyses: true) == .fits)
    #expect(fit("รายงานการวิเคราะห์ผลการประเมิน ITA ปี พ.ศ. 2565", .inYear) == .otherPeriod)
    #expect(fit("มาตรการ ประจำปีงบประมาณ พ.ศ. 2565 ผลการวิเคราะห์ ITA ปี 2564", .inYear, analyses: true) == .otherPeriod)
    #expect(fit("การวิเคราะห์ผลการประเมิน ITA และมาตรการส่งเสริมความโปร่งใส ปี 2565", .inYear, analyses: true) == .otherPeriod)
  }
}
