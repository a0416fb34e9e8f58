import AuditCore

/// The head of every report: what must be known before the first number is read, then whose site, which list, which day.
struct Headline {
  private let report: AuditReport
  private let figures: Figures

  init(_ report: AuditReport, _ figures: Figures) {
    self.report = report
    self.figures = figures
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  /// The first line of a report whose score is not official, or whose list is a draft; nil where neither is so.
  var warning: String? {
    var sentences: [String] = []
    if !report.official {
      let (edition, judged) = (figures.year(report.edition), figures.year(report.judgedFiscalYear))
      sentences.append(
        say(
          "คะแนนไม่เป็นทางการ: ใช้รายการของปี \(edition) ตัดสินข้อมูลของปีงบประมาณ พ.ศ. \(judged)",
          "Unofficial score: the list of \(edition) was used to judge fiscal year \(judged)"))
    }
    if report.editionConfidence == "draft" {
      let edition = figures.year(report.edition)
      sentences.append(
        say(
          "รายการของปี \(edition) เป็นฉบับร่าง ยังไม่ยืนยันกับคู่มือทางการ",
          "The list of \(edition) is a draft, not confirmed against the official handbook"))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: say(" · ", ". "))
  }

  var title: String { say("ผลตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)", "Open data audit (OIT)") }

  var siteName: String {
    let name = SiteText.line(report.site.name, limit: 200)
    return name.isEmpty ? address.full : name
  }

  var address: ShownAddress { ShownAddress(report.site.url, site: report.site.url) }

  /// "รายการปี 2566 (43 ข้อ)".
  var list: String {
    let (edition, items) = (figures.year(report.edition), figures.count(report.items.count))
    return say("รายการปี \(edition) (\(items) ข้อ)", "List of \(edition) (\(items) items)")
  }

  /// "ตัดสินตามปีงบประมาณ พ.ศ. 2566".
  var fiscalYear: String {
    let year = figures.year(report.judgedFiscalYear)
    return say("ปีงบประมาณที่ตัดสิน พ.ศ. \(year)", "Judged fiscal year \(year)")
  }

  var asOf: String { say("ณ วันที่ \(figures.day(report.asOf))", "As of \(figures.day(report.asOf))") }

  var recorded: String {
    let day = figures.dayOfMoment(report.snapshot.recordedAt)
    return say("เก็บเว็บไซต์เมื่อ \(day)", "Site recorded on \(day)")
  }

  /// Everything about the list and the days on one line.
  var circumstances: String { [list, fiscalYear, asOf, recorded].joined(separator: " · ") }
}
