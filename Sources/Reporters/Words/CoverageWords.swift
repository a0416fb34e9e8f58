import AuditCore

/// How much of the site was seen, in sentences.
struct CoverageWords {
  private let coverage: Coverage
  private let stop: StopWords
  private let figures: Figures

  init(_ report: AuditReport, _ figures: Figures) {
    coverage = report.coverage
    stop = StopWords(reason: report.stopReason)
    self.figures = figures
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: figures.language) }

  var seen: String {
    let (fetched, known) = (figures.count(coverage.fetched), figures.count(coverage.known))
    return say("เปิดดู \(fetched) จาก \(known) ที่อยู่ที่รู้จัก", "\(fetched) of \(known) known addresses were looked at")
  }

  /// What was not seen, each kind in one phrase; empty where everything was.
  var unseen: [String] {
    let kinds: [(Int, Bilingual)] = [
      (coverage.refusedByRobots, Bilingual(th: "robots.txt ห้าม", en: "refused by robots.txt")),
      (coverage.failed, Bilingual(th: "เปิดไม่สำเร็จ", en: "failed")),
      (coverage.overBudget, Bilingual(th: "เกินงบที่กำหนด", en: "beyond the budget")),
      (coverage.estimatedUnseen, Bilingual(th: "คาดว่ายังไม่เห็น", en: "estimated unseen")),
    ]
    var phrases = kinds.filter { $0.0 > 0 }.map { "\($0.1.text(in: figures.language)) \(figures.count($0.0))" }
    if let early = stop.words(figures.language) { phrases.append(early) }
    return phrases
  }

  /// What follows where too little was seen to call anything missing.
  var insufficiency: String? {
    if coverage.sufficient { return nil }
    return coverage.fetched == 0
      ? say("เปิดเว็บไซต์ไม่ได้เลย จึงยังตัดสินข้อใดไม่ได้", "The site could not be opened, so nothing could be judged")
      : say(
        "เห็นเว็บไซต์ไม่มากพอ ข้อที่ไม่พบจึงรายงานว่า “ตรวจไม่ได้”",
        "Too little was seen, so what was not found is reported as “could not check”")
  }

  /// One line of all of it.
  var line: String { ([seen] + unseen + [insufficiency].compactMap(\.self)).joined(separator: " · ") }
}
