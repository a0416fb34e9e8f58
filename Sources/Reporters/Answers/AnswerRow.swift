import AuditCore

/// What an officer fills into the form for one item: is it there, at which addresses, where on the site, and what has
/// to be mended before the answer can be given.
struct AnswerRow {
  /// Addresses given for one item.
  private static let mostAddresses = 3
  let words: ItemWords
  private let figures: Figures

  init(_ item: ItemReport, _ report: AuditReport, _ figures: Figures) {
    words = ItemWords(item, report, figures)
    self.figures = figures
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: figures.language) }

  /// Whether an assessor would find something there.
  var isThere: Bool { words.item.verdict == .met || words.item.verdict == .partial }
  private var hasAddress: Bool { isThere || words.item.verdict == .unknown }
  private var proof: Evidence? { hasAddress ? words.proof : nil }

  /// Only what an assessor would find counts as there; what could not be judged is left to the officer's eyes.
  var claim: String {
    switch words.item.verdict {
    case .met, .partial: say("มี", "yes")
    case .outdated, .broken, .missing: say("ไม่มี", "no")
    case .unknown: say("ตรวจเอง", "look by hand")
    case .notDue: say("ยังไม่ถึงกำหนด", "not due yet")
    case .waived: say("ยกเว้น", "waived")
    }
  }

  /// Whole addresses, to be copied into the form.
  var addresses: [ShownAddress] {
    hasAddress ? words.answers.prefix(Self.mostAddresses).map { ShownAddress($0, site: "") } : []
  }

  /// "หน้าหลัก > ITA 2566 > O12".
  var place: String {
    let noWay = say("ไม่มีลิงก์จากหน้าหลักมาถึง ควรเพิ่มลิงก์", "no way of links leads here from the home page: add one")
    return proof.map { words.way(to: $0) ?? noWay } ?? ""
  }

  var seen: String { isThere ? proof.map { figures.dayOfMoment($0.fetchedAt) } ?? "" : "" }

  var mendFirst: String {
    switch words.item.verdict {
    case .met, .notDue: ""
    case .waived: words.waiver ?? ""
    default: [words.reason, words.remedy].filter { !$0.isEmpty }.joined(separator: " → ")
    }
  }
}
