import AuditCore
import ThaiText
import WebURL

/// The answers of a sheet as lines for a terminal: row, item, how it stands, address, why, what to do; then the rows
/// that could not be used. Everything from the sheet and the site is shown without control characters.
package struct VerificationTable {
  private let verification: Verification
  private let language: Language
  private let columns: Int
  private let hasColour: Bool

  package init(_ verification: Verification, columns: Int = 100, colour: Bool = false) {
    self.verification = verification
    language = verification.report.language
    self.columns = min(max(columns, 60), 200)
    hasColour = colour
  }

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  package var text: String {
    let report = verification.report
    var lines = [
      say("ตรวจแบบคำตอบ OIT ปี ", "Answer sheet, OIT ") + "\(report.edition) · \(Self.shown(report.site.name, 80))",
      say("ณ วันที่ ", "as of ") + report.asOf + " · " + Self.shown(report.site.url, 100),
    ]
    if !report.official {
      lines.append(
        say(
          "ปีงบประมาณที่ตรวจ (\(report.judgedFiscalYear)) ไม่ตรงกับปีของรายการ (\(report.edition)) ผลจึงไม่เป็นทางการ",
          "judged fiscal year \(report.judgedFiscalYear) is not that of the list (\(report.edition)): unofficial"))
    }
    lines.append("")
    lines += header
    for answer in verification.answers { lines += self.lines(of: answer) }
    lines += faults + ["", summary]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Answers

  private static let widths = (row: 6, item: 5, status: 20)

  private var header: [String] {
    let words = [say("แถว", "row"), say("ข้อ", "item"), say("ผล", "result"), say("ที่อยู่", "address")]
    return [row(words[0], words[1], words[2], words[3]), String(repeating: "─", count: columns)]
  }

  private func row(_ number: String, _ item: String, _ status: String, _ rest: String) -> String {
    ThaiWidth.padded(number, to: Self.widths.row) + ThaiWidth.padded(item, to: Self.widths.item)
      + ThaiWidth.padded(status, to: Self.widths.status) + rest
  }

  private func lines(of answer: Verification.Answer) -> [String] {
    let room = columns - Self.widths.row - Self.widths.item - Self.widths.status
    let first = answer.addresses.first.map { Self.shown(decodedForDisplay($0.url), room) } ?? "–"
    let number = answer.rows.first.map(String.init) ?? "–"
    var lines = [painted(row(number, answer.item, mark(answer.standing), first), answer.standing)]
    let isSpread = answer.addresses.count > 1
    if isSpread {
      lines[0] = painted(
        row(
          number, answer.item, mark(answer.standing),
          say("\(answer.addresses.count) ที่อยู่", "\(answer.addresses.count) addresses")),
        answer.standing)
      for address in answer.addresses {
        lines.append(
          row(
            "\(address.row)", "", "· " + name(address.standing.status), Self.shown(decodedForDisplay(address.url), room)
          ))
      }
    }
    lines += hanging(say("เหตุผล: ", "why: "), answer.standing.isGood ? "" : answer.standing.why)
    lines += hanging(say("ต้องทำ: ", "to do: "), answer.advice)
    return lines
  }

  private func hanging(_ label: String, _ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let margin = String(repeating: " ", count: Self.widths.row + Self.widths.item)
    return [margin + label + Self.shown(text, 600)]
  }

  private func mark(_ standing: DeclaredStanding) -> String {
    let sign =
      switch standing.status {
      case .agrees: "✓"
      case .notJudged: "?"
      case .notDeclared, .offSite: "!"
      default: "✗"
      }
    return sign + " " + name(standing.status)
  }

  private func name(_ status: DeclaredAnswer.Status) -> String {
    switch status {
    case .agrees: say("ใช้ได้", "good")
    case .partial: say("ไม่ครบ", "partly")
    case .broken: say("เปิดไม่ได้", "dead")
    case .outdated: say("ผิดปี", "wrong year")
    case .offSite: say("นอกเว็บไซต์", "off-site")
    case .wrongDocument: say("ผิดเอกสาร", "wrong document")
    case .noAddress: say("ไม่มี/ไม่กรอก", "none declared")
    case .notDeclared: say("พบแต่ไม่ได้กรอก", "not declared")
    case .notJudged: say("ตรวจไม่ได้", "could not look")
    }
  }

  private func painted(_ line: String, _ standing: DeclaredStanding) -> String {
    guard hasColour else { return line }
    let colour =
      switch standing.status {
      case .agrees: "32"
      case .notJudged, .notDeclared, .offSite: "33"
      default: "31"
      }
    return "\u{1B}[\(colour)m\(line)\u{1B}[0m"
  }

  // MARK: Below

  private var faults: [String] {
    guard !verification.faults.isEmpty else { return [] }
    let lines = verification.faults.prefix(50).map {
      "  " + say("แถว ", "row ") + "\($0.row): " + Self.shown($0.reason.text(in: language), 200)
    }
    return ["", say("แถวที่อ่านไม่ได้ (ตรวจแถวอื่นต่อแล้ว)", "Rows that could not be read (the others were)")] + lines
  }

  private var summary: String {
    let order: [DeclaredAnswer.Status] = [
      .agrees, .partial, .outdated, .wrongDocument, .broken, .offSite, .noAddress, .notJudged, .notDeclared,
    ]
    let counts = order.compactMap { status -> String? in
      let count = verification.answers.count { $0.standing.status == status }
      return count == 0 ? nil : "\(name(status)) \(count)"
    }
    return say("รวม: ", "In all: ") + counts.joined(separator: " · ")
  }

  /// One line, without controls, bidirectional marks and invisible characters, cut to a width.
  private static func shown(_ text: String, _ width: Int) -> String {
    let plain = text.unicodeScalars.prefix(4_000).map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      return isControl ? " " : scalar
    }
    return ThaiWidth.truncated(String(String.UnicodeScalarView(plain)), to: width)
  }
}
