import ThaiText
import WebURL

/// Holds the town's own list of items of the judged year against what was found: what an assessor opens first.
struct DeclaredAnswers {
  private let index: SiteIndex
  private let reader: ItemIndexReader
  private let edition: Edition
  private let language: Language

  init(index: SiteIndex, reader: ItemIndexReader, edition: Edition, language: Language) {
    self.index = index
    self.reader = reader
    self.edition = edition
    self.language = language
  }

  /// What the list pages declare for one item.
  private struct Declaration {
    let page: Int
    var targets: [(key: String, href: String)]
    var explanation: String
  }

  /// The answers in the order of the items, and what is wrong with the lists themselves; both empty where the site has
  /// no list of the year.
  func compare(_ findings: [ItemFinding], lists: [Int]) -> (answers: [DeclaredAnswer], findings: [Finding]) {
    var declared: [String: Declaration] = [:]
    var noticed: [Finding] = []
    var home: Int?
    for page in lists {
      guard let document = index.pages[page].document, let list = reader.index(of: document), list.isLocal else {
        continue
      }
      home = home ?? page
      for row in list.rows { take(row, of: document, on: page, in: list, &declared) }
      if list.shiftedRows.count >= 3 { noticed.append(shifted(list.shiftedRows.count, page)) }
    }
    guard let home else { return ([], []) }
    return (findings.compactMap { answer($0, declared[$0.item.number], home) }, noticed)
  }

  private func take(
    _ row: ItemIndex.Row, of document: Document, on page: Int, in list: ItemIndex,
    _ declared: inout [String: Declaration]
  ) {
    let numbering = Dictionary(edition.items.map { ($0.ordinal, $0.concepts) }, uniquingKeysWith: { first, _ in first })
    let concepts = row.concepts(in: numbering)
    guard let item = edition.items.first(where: { !Set($0.concepts).isDisjoint(with: concepts) }) else { return }
    let links = row.links.compactMap { document.links.indices.contains($0) ? document.links[$0] : nil }
    let targets = links.compactMap { link in link.target.map { (key: index.key(of: $0), href: $0.href) } }
    if declared[item.number] == nil {
      declared[item.number] = Declaration(page: page, targets: [], explanation: Quotation.of(row.explanation))
    }
    declared[item.number]?.targets += targets
  }

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  private func shifted(_ count: Int, _ page: Int) -> Finding {
    Finding(
      kind: .declaredList, url: index.pages[page].url.href,
      detail: say("เลขข้อกับชื่อข้อไม่ตรงกัน \(count) แถว", "\(count) rows whose number and name do not go together"))
  }

  private func answer(_ finding: ItemFinding, _ declaration: Declaration?, _ home: Int) -> DeclaredAnswer? {
    let isThere = finding.verdict == .met || finding.verdict == .partial
    guard let declaration else {
      guard isThere else { return nil }
      return make(
        finding, home, [], "", .notDeclared, say("พบบนเว็บไซต์ แต่ไม่อยู่ในรายการ", "found on the site, not in the list"))
    }
    var seen: Set<String> = []
    let urls = declaration.targets.map(\.href).filter { seen.insert($0).inserted }
    guard !urls.isEmpty else {
      return make(
        finding, declaration.page, [], declaration.explanation, .noAddress,
        say("มีชื่อข้อแต่ไม่มีลิงก์", "named without a link"))
    }
    let standings = declaration.targets.map { standing(of: $0.key, finding) }
    let best = standings.min { $0.order < $1.order } ?? .init(order: 9, status: .notJudged, why: "")
    return make(finding, declaration.page, urls, declaration.explanation, best.status, best.why)
  }

  private func make(
    _ finding: ItemFinding, _ page: Int, _ urls: [String], _ explanation: String, _ status: DeclaredAnswer.Status,
    _ why: String
  ) -> DeclaredAnswer {
    DeclaredAnswer(
      item: finding.item.number, page: index.pages[page].url.href, urls: urls, explanation: explanation,
      status: status, why: why)
  }

  private struct Standing {
    let order: Int
    let status: DeclaredAnswer.Status
    let why: String
  }

  /// How one declared address stands for its item.
  private func standing(of key: String, _ finding: ItemFinding) -> Standing {
    let words = SummaryWords(language: language)
    guard case .page(let page) = index.arrival(at: key) else {
      if finding.item.ownPage, finding.verdict == .met { return Standing(order: 0, status: .agrees, why: "") }
      if case .notRecorded = index.arrival(at: key) {
        return Standing(order: 4, status: .notJudged, why: say("ยังไม่ได้เปิดดู", "not opened"))
      }
      return Standing(order: 3, status: .broken, why: say("เปลี่ยนเส้นทางไปที่อื่น", "redirects elsewhere"))
    }
    if finding.item.ownPage, finding.verdict == .met { return Standing(order: 0, status: .agrees, why: "") }
    let condition = index.pages[page].condition
    if condition.isBroken {
      return Standing(order: 3, status: .broken, why: ConditionWords.of(condition).text(in: language))
    }
    if condition.unknownCause != nil {
      return Standing(order: 1, status: .notJudged, why: ConditionWords.of(condition).text(in: language))
    }
    guard let assessment = finding.weighed.first(where: { $0.page == page }) else {
      return Standing(
        order: 5, status: .wrongDocument, why: say("เนื้อหาเป็นเรื่องอื่น", "its content is about something else"))
    }
    switch assessment.outcome {
    case .complete, .listing: return Standing(order: 0, status: .agrees, why: "")
    case .incomplete: return Standing(order: 1, status: .agrees, why: words.why(assessment))
    case .otherPeriod: return Standing(order: 2, status: .outdated, why: words.why(assessment))
    case .anotherThing: return Standing(order: 5, status: .wrongDocument, why: words.why(assessment))
    case .broken: return Standing(order: 3, status: .broken, why: words.why(assessment))
    case .unreadable: return Standing(order: 1, status: .notJudged, why: words.why(assessment))
    }
  }
}
