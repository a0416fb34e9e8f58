import AuditCore

/// What to do after reading the report, one sentence each.
struct NextSteps {
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline) {
    self.report = report
    self.figures = figures
    self.outline = outline
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  var sentences: [String] {
    let ended = outline.gaps.isEmpty && outline.unjudged.isEmpty
    return [costliest, byHand].compactMap(\.self) + dueDates + [ended ? nil : again].compactMap(\.self)
  }

  private var costliest: String? {
    let first = outline.gaps.prefix(5)
    guard !first.isEmpty else { return nil }
    let points = figures.points(first.reduce(0) { $0 + $1.pointsLost })
    return say(
      "แก้ \(numbers(Array(first))) ก่อน จะได้คืน \(points) คะแนน",
      "Mend \(numbers(Array(first))) first: \(points) points come back")
  }

  private var byHand: String? {
    guard !outline.unjudged.isEmpty else { return nil }
    return say(
      "เปิดดูด้วยตนเอง: \(numbers(outline.unjudged)) (โปรแกรมตรวจไม่ได้ ไม่ได้แปลว่าไม่มี)",
      "Look by hand at \(numbers(outline.unjudged)): what could not be checked may still be there")
  }

  /// Items not due yet, one sentence a date.
  private var dueDates: [String] {
    Set(outline.notDue.compactMap(\.dueDate)).sorted().map { date in
      let items = outline.notDue.filter { $0.dueDate == date }
      return say(
        "เผยแพร่ \(numbers(items)) ภายใน \(figures.day(date))", "Publish \(numbers(items)) by \(figures.day(date))")
    }
  }

  private var again: String {
    let address = headAddress
    return say("แก้แล้วตรวจใหม่: oitcheck audit \(address)", "Then check again: oitcheck audit \(address)")
  }

  /// Only an address that is safe to paste into a shell stands in the command.
  private var headAddress: String {
    let url = SiteText.line(report.site.url, limit: 200)
    let isPlain = url.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: ":/.-_%".utf8.contains(byte)
      }
    }
    return isPlain && ShownAddress(url, site: url).link != nil ? url : "URL"
  }

  private func numbers(_ items: [ItemReport]) -> String {
    items.map { SiteText.line($0.number, limit: 12) }.joined(separator: ", ")
  }
}
