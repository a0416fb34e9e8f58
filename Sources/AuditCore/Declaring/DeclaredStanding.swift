import WebURL

/// How a declared answer stands: the status, and the sentence that goes with it.
package struct DeclaredStanding: Sendable, Hashable {
  package var status: DeclaredAnswer.Status
  package var why: String

  /// Good enough to hand in.
  package var isGood: Bool { status == .agrees }
}

/// Decides between dead, wrong document, off the site and the rest from a verdict and from where the address led.
struct DeclaredStandingRule {
  let language: Language
  let site: WebURL
  let extraHosts: [String]

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func standing(of outcome: DeclaredBench.Outcome, addresses: [WebURL], item: ItemRule) -> DeclaredStanding {
    let report = outcome.item
    let isOffSite = addresses.allSatisfy(isOffSite)
    if item.ownPage, isOffSite {
      return DeclaredStanding(
        status: .offSite,
        why: say(
          "กรอกที่อยู่ภายนอกโดยตรง ข้อนี้ต้องเป็นหน้าเว็บของหน่วยงานที่มีลิงก์หรือไอคอนนั้น",
          "an outside address is declared; asked for is the town's own page that holds the link"))
    }
    if let other = outcome.foreignTopic {
      let name = other.number + " " + other.title.text(in: language)
      return DeclaredStanding(
        status: .wrongDocument,
        why: say("เอกสารหรือหน้านี้เป็นเรื่องของ \(name)", "what opens is named after \(name)"))
    }
    let outside = isOffSite ? say(" (อยู่นอกเว็บไซต์ของหน่วยงาน)", " (off the town's site)") : ""
    return DeclaredStanding(
      status: status(of: outcome, addresses: addresses, isOffSite: isOffSite), why: report.summary + outside)
  }

  private func status(
    of outcome: DeclaredBench.Outcome, addresses: [WebURL], isOffSite: Bool
  ) -> DeclaredAnswer.Status {
    switch outcome.item.verdict {
    case .met, .waived: isOffSite ? .offSite : .agrees
    case .partial: .partial
    case .outdated, .notDue: .outdated
    case .unknown: .notJudged
    case .missing: .wrongDocument
    case .broken: isDelivered(outcome, addresses) ? .wrongDocument : .broken
    }
  }

  /// Whether something was delivered and is another thing than asked, rather than nothing at all.
  private func isDelivered(_ outcome: DeclaredBench.Outcome, _ addresses: [WebURL]) -> Bool {
    let index = outcome.index
    let judged = outcome.item.evidence.first.flatMap { WebURL(parsing: $0.url) }
    let places = judged.map { [$0] } ?? addresses
    return places.contains { url in
      guard case .page(let page) = index.arrival(at: index.key(of: url)) else { return false }
      return index.pages[page].condition.isReadable
    }
  }

  func isOffSite(_ url: WebURL) -> Bool {
    let hosts = [site.host ?? ""] + extraHosts
    return hosts.allSatisfy { HostRelation($0, url.host ?? "") == .other }
  }
}
