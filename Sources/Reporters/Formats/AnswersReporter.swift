import AuditCore

/// `answers.csv`: what the officer pastes into the ITAS form, one row an item: is it there, at which addresses, where on
/// the site, and what has to be mended before the answer can be given.
package struct AnswersReporter: Reporter {
  package static let format = "answers"
  package static let fileName = "answers.csv"
  /// Addresses given for one item.
  private static let mostAddresses = 3
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  private static let header = (
    th: ["ข้อ", "มี/ไม่มี", "URL", "คำอธิบายตำแหน่ง", "วันที่ตรวจพบ", "สิ่งที่ต้องแก้ก่อน"],
    en: ["Item", "Yes/No", "URL", "Where on the site", "Seen on", "Mend first"]
  )

  package func bytes(for report: AuditReport) -> [UInt8] {
    let figures = Figures(report, options)
    let isThai = report.language == .th
    var table = CSVTable(
      warning: Headline(report, figures).warning, header: isThai ? Self.header.th : Self.header.en)
    for item in report.items { table.add(row(ItemWords(item, report, figures), figures)) }
    return table.file
  }

  private func row(_ words: ItemWords, _ figures: Figures) -> [String] {
    let isThere = words.item.verdict == .met || words.item.verdict == .partial
    let points = isThere || words.item.verdict == .unknown
    let addresses = points ? Array(words.answers.prefix(Self.mostAddresses)) : []
    let proof = points ? words.proof : nil
    let noWay = Bilingual(
      th: "ไม่มีลิงก์จากหน้าหลักมาถึง ควรเพิ่มลิงก์", en: "no way of links leads here from the home page: add one")
    return [
      words.number, answer(words.item, figures.language),
      addresses.map { ShownAddress($0, site: "").copied }.joined(separator: "\n"),
      proof.map { words.way(to: $0) ?? noWay.text(in: figures.language) } ?? "",
      isThere ? proof.map { figures.dayOfMoment($0.fetchedAt) } ?? "" : "", mendFirst(words),
    ]
  }

  /// Only what an assessor would find counts as there; what could not be judged is left to the officer's eyes.
  private func answer(_ item: ItemReport, _ language: Language) -> String {
    let answer: Bilingual =
      switch item.verdict {
      case .met, .partial: Bilingual(th: "มี", en: "yes")
      case .outdated, .broken, .missing: Bilingual(th: "ไม่มี", en: "no")
      case .unknown: Bilingual(th: "ตรวจเอง", en: "look by hand")
      case .notDue: Bilingual(th: "ยังไม่ถึงกำหนด", en: "not due yet")
      case .waived: Bilingual(th: "ยกเว้น", en: "waived")
      }
    return answer.text(in: language)
  }

  private func mendFirst(_ words: ItemWords) -> String {
    switch words.item.verdict {
    case .met, .notDue: ""
    case .waived: words.waiver ?? ""
    default: [words.reason, words.remedy].filter { !$0.isEmpty }.joined(separator: " → ")
    }
  }
}
