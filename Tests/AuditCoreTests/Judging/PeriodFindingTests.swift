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

  @Test("A paper that analyses last year's result is this year's; measures of last year are not")
  func analysis() {
    #expect(fit("รายงานการวิเคราะห์ผลการประเมิน ITA ปี พ.ศ. 2565", .inYear, analyses: true) == .fits)
    #expect(fit("รายงานการวิเคราะห์ผลการประเมิน ITA ปี พ.ศ. 2565", .inYear) == .otherPeriod)
    #expect(fit("มาตรการ ประจำปีงบประมาณ พ.ศ. 2565 ผลการวิเคราะห์ ITA ปี 2564", .inYear, analyses: true) == .otherPeriod)
  }
}
