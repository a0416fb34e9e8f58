import AuditCore

/// The texts of a comparison, made harmless but not yet escaped for any format.
struct ComparisonWords {
  let comparison: ReportComparison
  let language: Language
  private let figures: Figures

  init(_ comparison: ReportComparison, _ language: Language, _ options: ReportOptions) {
    self.comparison = comparison
    self.language = language
    figures = Figures(language, options)
  }

  func say(_ th: String, _ en: String) -> String { say(Bilingual(th: th, en: en)) }
  func say(_ words: Bilingual) -> String { words.text(in: language) }

  // MARK: Head

  var title: String { say("เปรียบเทียบผลตรวจสองครั้ง", "Two audits compared") }

  var siteName: String {
    let name = SiteText.line(comparison.new.site.name, limit: 200)
    return name.isEmpty ? ShownAddress(comparison.new.site.url, site: comparison.new.site.url).full : name
  }

  /// Two different sites are seldom meant.
  var siteWarning: String? {
    guard comparison.old.site.url != comparison.new.site.url else { return nil }
    let old = ShownAddress(comparison.old.site.url, site: "").full
    return say("คำเตือน: ครั้งก่อนเป็นเว็บไซต์อื่น (\(old))", "Warning: the earlier audit is of another site (\(old))")
  }

  /// "15 มิถุนายน 2566 → 20 มิถุนายน 2566 · คะแนน OIT 60.42–65.42 → 62.00".
  var span: String {
    let (old, new) = (comparison.old, comparison.new)
    let days = "\(figures.day(old.asOf)) → \(figures.day(new.asOf))"
    let scores = "\(figures.range(old.oit, old.oitHigh)) → \(figures.range(new.oit, new.oitHigh))"
    return days + " · " + say("คะแนน OIT \(scores)", "OIT score \(scores)")
  }

  /// How far verdicts of the two runs are comparable; nil where they simply are.
  var judgingNote: String? {
    guard !comparison.judging.isEmpty else { return nil }
    let parts = comparison.judging.map { say($0.name) }.joined(separator: ", ")
    return comparison.judgedAgain
      ? say(
        "สองครั้งนี้ตัดสินไม่เหมือนกัน (\(parts)) จึงตัดสินข้อมูลครั้งก่อนซ้ำด้วยเกณฑ์ครั้งหลังแล้วจึงเทียบ",
        "The two were judged differently (\(parts)): the earlier recording was judged again as the later one was")
      : say(
        "สองครั้งนี้ตัดสินไม่เหมือนกัน (\(parts)) และไม่มีข้อมูลครั้งก่อนให้ตัดสินซ้ำ ข้อที่ต่างอาจไม่ได้เปลี่ยนจริง",
        "The two were judged differently (\(parts)) and the earlier recording is not at hand: the site may not have changed"
      )
  }

  /// One sentence that says it all.
  var verdict: String {
    guard !comparison.isEmpty else { return say("ไม่มีอะไรเปลี่ยนแปลง", "Nothing changed.") }
    let gaps = comparison.newGaps.count
    let gains = ComparisonPart.gains.kinds.reduce(0) { $0 + comparison.changes(of: $1).count }
    let gapText =
      gaps == 0
      ? say("ไม่มีข้อบกพร่องใหม่", "No new gap")
      : say("ข้อบกพร่องใหม่ \(figures.count(gaps)) ข้อ", gaps == 1 ? "1 new gap" : "\(gaps) new gaps")
    guard gains > 0 else { return gapText }
    return gapText + " · " + say("ดีขึ้น \(figures.count(gains)) ข้อ", "\(gains) better")
  }

  // MARK: Changes

  func changes(of part: ComparisonPart) -> [ItemChange] {
    comparison.changes.filter { part.kinds.contains($0.kind) }
  }

  func number(_ change: ItemChange) -> String {
    let new = SiteText.line(change.number, limit: 12)
    guard let old = change.oldNumber, old != change.number else { return new }
    return "\(new) (\(say("เดิม", "was")) \(SiteText.line(old, limit: 12)))"
  }

  func itemTitle(_ change: ItemChange) -> String { SiteText.line(change.title, limit: 200) }

  /// "ครบถ้วน → ลิงก์เสีย"; one verdict where it stayed.
  func verdicts(_ change: ItemChange) -> String {
    let steps = [(change.before, change.causeBefore), (change.after, change.causeAfter)].compactMap { verdict, cause in
      verdict.map { verdict in
        cause.map { "\(verdict.name(language)) (\($0.reason(language)))" } ?? verdict.name(language)
      }
    }
    return steps.count == 2 && steps[0] == steps[1] ? steps[0] : steps.joined(separator: " → ")
  }

  /// What else is to be said about a change, a line each: elements, addresses, files, doubts.
  func details(_ change: ItemChange) -> [Detail] {
    var details: [Detail] = []
    if !change.newlyMissing.isEmpty {
      let names = change.newlyMissing.map { SiteText.line(language == .th ? $0.th : $0.en, limit: 120) }
      details.append(Detail(label: say("ขาดเพิ่ม", "newly lacking"), text: names.joined(separator: "; ")))
    }
    if change.kind == .newlyDue, let due = change.dueDate {
      details.append(Detail(label: say("ครบกำหนด", "was due"), text: figures.day(due)))
    }
    details += addresses(change)
    details += change.swapped.prefix(5).map { swap in
      Detail(
        label: say("ไฟล์", "file"), text: "\(Self.short(swap.before)) → \(Self.short(swap.after))", address: swap.url)
    }
    if let answer = change.answer, answer.status != .agrees {
      let why = SiteText.line(answer.why, limit: 300)
      details.append(Detail(label: answer.status.name(language), text: why))
    }
    if !change.because.isEmpty {
      let parts = change.because.map { say($0.name) }.joined(separator: ", ")
      details.append(Detail(label: say("เพราะ", "because of"), text: parts))
    }
    if change.mayBeJudging {
      details.append(
        Detail(label: say("ข้อสังเกต", "note"), text: say("อาจต่างเพราะเกณฑ์ตรวจเท่านั้น", "may differ by the judging only")))
    }
    return details
  }

  struct Detail {
    var label: String
    var text = ""
    /// To be shown, and followed where that is safe.
    var address: String?
  }

  private func addresses(_ change: ItemChange) -> [Detail] {
    switch change.kind {
    case .swapped, .judgedDifferently, .noLongerAsked, .newlyAsked: return []
    case .answerLost, .answerRegained:
      return change.addressesAfter.prefix(3).map { Detail(label: say("กรอกไว้ว่า", "declared"), address: $0) }
    case .moved:
      return change.addressesBefore.prefix(2).map { Detail(label: say("เดิม", "was at"), address: $0) }
        + change.addressesAfter.prefix(2).map { Detail(label: say("ใหม่", "now at"), address: $0) }
    default:
      let isThere = !change.addressesAfter.isEmpty
      let shown = isThere ? change.addressesAfter : change.addressesBefore
      let label = isThere ? say("ที่อยู่", "at") : say("เคยอยู่ที่", "was at")
      return shown.prefix(2).map { Detail(label: label, address: $0) }
    }
  }

  /// The beginning of a digest: enough to tell two files apart.
  private static func short(_ digest: String) -> String {
    let hex = digest.split(separator: ":").last.map(String.init) ?? digest
    return SiteText.line(String(hex.unicodeScalars.prefix(12)), limit: 12)
  }

  // MARK: Findings

  /// Findings about the site as a whole, new ones first.
  var findings: [(isNew: Bool, finding: Finding)] {
    comparison.newFindings.map { (true, $0) } + comparison.goneFindings.map { (false, $0) }
  }

  var findingsTitle: String { say("ข้อสังเกตของเว็บไซต์", "Findings about the site") }

  func label(isNew: Bool) -> String { isNew ? say("ใหม่", "new") : say("หมดไป", "gone") }

  func text(of finding: Finding) -> String {
    "\(finding.kind.name(language)): \(SiteText.line(finding.detail, limit: 300))"
  }

  func shown(_ address: String) -> ShownAddress { ShownAddress(address, site: comparison.new.site.url) }
}

extension ReportComparison {
  /// The comparison in one sentence.
  package func headline(in language: Language) -> String { ComparisonWords(self, language, ReportOptions()).verdict }
}
