import ThaiText

/// A message in words: a line a thing, most urgent first, in the two languages of the reports. Plain text without
/// mark-up; what comes from the site (addresses) stands at the end of its line.
package struct AlarmWords: Sendable {
  private let language: Language
  private let site: String
  private static let mostItems = 12

  package init(language: Language, site: String) {
    self.language = language
    self.site = site
  }

  /// One line, for a subject or a notification.
  package func subject(of message: AlarmMessage) -> String {
    "\(site): " + message.parts.map(headline).joined(separator: "; ")
  }

  package func body(of message: AlarmMessage) -> String {
    var lines = ["\(site) · \(language == .th ? message.day.thai : message.day.iso)"]
    for part in message.parts {
      lines += ["", headline(part)]
      lines += part.items.prefix(Self.mostItems).map { "- " + line($0, part.kind) }
      let more = part.items.count - Self.mostItems
      if more > 0 { lines.append(say("- และอีก \(more) ข้อ", "- and \(more) more")) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ part: AlarmMessage.Part) -> String {
    let count = part.items.count
    switch part.kind {
    case .outage:
      let nights = part.nights ?? 0
      let since = part.since.map { say(" ตั้งแต่ \($0.thai)", " since \($0.iso)") } ?? ""
      return say("ตรวจเว็บไซต์ไม่ได้ติดต่อกัน \(nights) คืน", "could not be looked at for \(nights) nights in a row") + since
    case .outageEnded: return say("ตรวจเว็บไซต์ได้ตามปกติแล้ว", "can be looked at again")
    case .newGaps: return say("พบข้อบกพร่องใหม่ \(count) ข้อ", count == 1 ? "1 new gap" : "\(count) new gaps")
    case .answersLost:
      return say(
        "ที่อยู่ในแบบคำตอบใช้ไม่ได้แล้ว \(count) ข้อ",
        count == 1 ? "1 declared answer is no longer good" : "\(count) declared answers are no longer good")
    case .undeclared: return say("พบบนเว็บไซต์แต่ไม่ได้ประกาศแล้ว \(count) ข้อ", "\(count) found but no longer declared")
    case .answersRegained:
      return say(
        "ที่อยู่ในแบบคำตอบกลับมาใช้ได้ \(count) ข้อ",
        count == 1 ? "1 declared answer is good again" : "\(count) declared answers are good again")
    case .declaredAgain: return say("กลับมาประกาศแล้ว \(count) ข้อ", "\(count) declared again")
    case .recovered: return say("กลับมาครบถ้วนแล้ว \(count) ข้อ", "\(count) met again")
    case .dueSoon: return say("ใกล้ครบกำหนด \(count) ข้อ", "\(count) due soon")
    case .judgedDifferently:
      return say(
        "ผลตรวจเปลี่ยน \(count) ข้อเพราะ\(reasons(part.because)) ไม่ใช่เพราะเว็บไซต์",
        "\(count) judged differently because of \(reasons(part.because)), not because of the site")
    case .heartbeat: return heartbeat(part.tally)
    }
  }

  private func heartbeat(_ tally: AlarmMessage.Tally?) -> String {
    guard let tally else { return say("ระบบยังทำงาน", "still watching") }
    return say(
      "ระบบยังทำงาน ครบถ้วน \(tally.met) ข้อ บกพร่อง \(tally.gaps) ข้อ ยังไม่ถึงกำหนด \(tally.awaited) ข้อ "
        + "คืนนี้ตรวจไม่ได้ \(tally.unknown) ข้อ",
      "still watching: \(tally.met) met, \(tally.gaps) gaps, \(tally.awaited) not yet due, "
        + "\(tally.unknown) not judged tonight")
  }

  private func line(_ item: AlarmMessage.Item, _ kind: AlarmMessage.Kind) -> String {
    var line = "\(item.number) \(item.title): "
    if kind == .dueSoon, let left = item.daysLeft, let due = item.dueDate {
      return line
        + say("ครบกำหนด \(due.thai) (อีก \(left) วัน)", "due \(due.iso), \(left == 1 ? "1 day" : "\(left) days") left")
    }
    if kind == .undeclared || kind == .declaredAgain { return "\(item.number) \(item.title) \(item.address)" }
    if let before = item.before, before != item.after { line += "\(word(before)) → " }
    line += word(item.after)
    if !item.address.isEmpty { line += " \(item.address)" }
    return line
  }

  private func reasons(_ parts: [JudgingBasis.Part]) -> String {
    let names = parts.map { part in
      switch part {
      case .edition: say("เปลี่ยนรายการประเมิน", "another edition")
      case .rules: say("ปรับเกณฑ์ตรวจ", "other rules")
      case .program: say("โปรแกรมรุ่นใหม่", "another version of the program")
      case .fiscalYear: say("ขึ้นปีงบประมาณใหม่", "the new fiscal year")
      }
    }
    return names.isEmpty ? say("ปรับเกณฑ์ตรวจ", "other rules") : names.joined(separator: ", ")
  }

  private func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: say("ครบถ้วน", "met")
    case .partial: say("ไม่ครบองค์ประกอบ", "partial")
    case .outdated: say("ไม่เป็นปัจจุบัน", "outdated")
    case .broken: say("ลิงก์เสีย", "broken")
    case .missing: say("ไม่พบ", "missing")
    case .unknown: say("ตรวจไม่ได้", "unknown")
    case .notDue: say("ยังไม่ถึงกำหนด", "not yet due")
    case .waived: say("ยกเว้น", "waived")
    }
  }

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }
}
