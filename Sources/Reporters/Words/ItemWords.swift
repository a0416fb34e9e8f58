import AuditCore

/// The texts of one item, made harmless, in the order an officer asks for them.
struct ItemWords {
  let item: ItemReport
  private let report: AuditReport
  private let figures: Figures

  init(_ item: ItemReport, _ report: AuditReport, _ figures: Figures) {
    self.item = item
    self.report = report
    self.figures = figures
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  var number: String { SiteText.line(item.number, limit: 12) }
  var title: String { figures.own(SiteText.line(item.title, limit: 200)) }
  var verdict: String { item.verdict.name(report.language) }
  var summary: String { figures.own(SiteText.line(item.summary)) }
  var responsible: String { SiteText.line(item.responsible, limit: 120) }

  /// What to do: the item's remedy, or for what could not be judged the step that settles it.
  var remedy: String {
    if item.verdict == .unknown, let cause = item.cause { return cause.nextStep(report.language) }
    return item.verdict == .met || item.verdict == .waived ? "" : figures.own(SiteText.line(item.remedy))
  }

  /// The verdict's reason: for what could not be judged the cause first, then what was seen.
  var reason: String {
    guard item.verdict == .unknown, let cause = item.cause else { return summary }
    let words = cause.reason(report.language)
    let detail = detail(of: summary)
    return detail.isEmpty || detail == words ? words : "\(words) (\(detail))"
  }

  /// A summary without the verdict in front of it.
  private func detail(of summary: String) -> String {
    for opening in ["ตรวจไม่ได้: ", "could not be judged: "] where summary.hasPrefix(opening) {
      return String(summary.unicodeScalars.dropFirst(opening.unicodeScalars.count))
    }
    return summary
  }

  /// What the disclosure lacks.
  var lacking: String {
    let elements = item.missingElements.map { figures.own(named($0)) }
    switch item.verdict {
    case .partial: return elements.joined(separator: "; ")
    case .outdated: return required.map { say("ข้อมูลของ \($0)", "information of \($0)") } ?? ""
    case .broken: return say("ลิงก์ที่เปิดเอกสารได้จริง", "a link that delivers")
    case .missing: return say("ทั้งรายการ", "the whole item")
    case .met, .unknown, .notDue, .waived: return ""
    }
  }

  private func named(_ element: ItemReport.MissingElement) -> String {
    SiteText.line(report.language == .th ? element.th : element.en, limit: 120)
  }

  /// What a piece of evidence proves, by the edition's own name of it; its identifier where no edition is at hand.
  func element(_ id: String, in edition: Edition?) -> String {
    if let rule = edition?.item(numbered: item.number)?.elements.first(where: { $0.id == id }) {
      return rule.name.text(in: report.language)
    }
    if let missing = item.missingElements.first(where: { $0.id == id }) { return named(missing) }
    let agreement = "agrees-"
    let disagreement = "differs-"
    switch id {
    case "link": return say("ลิงก์ที่ชี้มา", "the link to it")
    case "period": return say("ช่วงเวลา", "period")
    case _ where id.hasPrefix(agreement):
      let other = SiteText.line(String(id.dropFirst(agreement.count)), limit: 12)
      return say("ตรงกับข้อ \(other)", "agrees with \(other)")
    case _ where id.hasPrefix(disagreement):
      let other = SiteText.line(String(id.dropFirst(disagreement.count)), limit: 12)
      return say("ยังไม่ตรงกับข้อ \(other)", "differs from \(other)")
    default: return SiteText.line(id, limit: 60)
    }
  }

  /// Period asked for and found: "ต้องการ … · พบ …"; empty for undated items.
  var period: String {
    [
      required.map { say("ต้องการ \($0)", "asked for: \($0)") },
      item.period.found.map { figures.own(SiteText.line($0, limit: 120)) }.map { say("พบ \($0)", "found: \($0)") },
    ].compactMap(\.self).joined(separator: " · ")
  }

  private var required: String? { item.period.required.map { figures.own(SiteText.line($0, limit: 120)) } }

  var dueDate: String? { item.dueDate.map { figures.day($0) } }

  /// "ค้น 57 หน้า 21 เอกสาร ด้วยคำว่า …".
  var searched: String {
    let pages = figures.count(item.searched.pages)
    let documents = figures.count(item.searched.documents)
    let names = item.searched.names.prefix(8).map { "“\(SiteText.line($0, limit: 80))”" }.joined(separator: ", ")
    let extent = say("ค้น \(pages) หน้า \(documents) เอกสาร", "searched \(pages) pages and \(documents) documents")
    return names.isEmpty ? extent : extent + say(" ด้วยคำว่า \(names)", " for \(names)")
  }

  var waiver: String? {
    item.waiver.map { waiver in
      let (reason, by) = (SiteText.line(waiver.reason), SiteText.line(waiver.by, limit: 120))
      let until = waiver.until.map { say(" ถึง \(figures.day($0))", " until \(figures.day($0))") } ?? ""
      return say("ยกเว้นโดย \(by)\(until): \(reason)", "waived by \(by)\(until): \(reason)")
    }
  }

  /// Where the proof stands: the disclosure itself, else the first piece of evidence.
  var proof: Evidence? { item.evidence.first { $0.element == nil } ?? item.evidence.first }

  /// The addresses that an officer would give as the answer: those of the disclosure, not of pages that only link to it.
  var answers: [String] {
    var seen: Set<String> = []
    let own = item.evidence.filter { $0.element != "link" }
    return own.map(\.url).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// "หน้าหลัก > ITA 2566 > O12"; nil where no way of links leads there.
  func way(to evidence: Evidence) -> String? {
    guard !evidence.clickPath.isEmpty else { return nil }
    let steps = evidence.clickPath.prefix(21).enumerated().map { place, label in
      place == 0 && label == "หน้าหลัก" ? say(label, "Home") : SiteText.line(label, limit: 100)
    }
    return steps.filter { !$0.isEmpty }.joined(separator: " > ")
  }
}
