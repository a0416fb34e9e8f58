import AuditCore
import Foundation
import Pipeline

/// What a night prints: one line a town, and on a night with news the news below it.
struct NightWords {
  let language: Language

  /// Ends with a line break.
  func lines(of outcome: TownOutcome) -> String {
    let name = outcome.town.name
    switch outcome.result {
    case .kept(let run, let report, let folder, let kept): return lines(name, run, report, folder, kept.message)
    case .interrupted(let folder, _):
      return "\(name): หยุดก่อนครบ จะทำต่อเมื่อรันครั้งหน้า / interrupted; the next run goes on"
        + (folder.map { " · \($0.path)" } ?? "") + "\n"
    case .failed: return "\(name): ตรวจไม่สำเร็จเพราะเครื่องนี้ขัดข้อง / failed on our own side\n"
    }
  }

  private func lines(
    _ name: String, _ run: Int, _ report: AuditReport, _ folder: NightFolder, _ message: AlarmMessage?
  ) -> String {
    var parts = [
      "\(name): " + (report.reachedTheSite ? Self.standing(report) : "ตรวจเว็บไซต์ไม่ได้ / could not be looked at")
    ]
    if message == nil { parts.append("ไม่มีเรื่องใหม่ / nothing new") }
    parts += ["#\(run)", folder.path + "/report.html"]
    let line = parts.joined(separator: " · ") + "\n"
    guard let message else { return line }
    let words = AlarmWords(language: language, site: name).body(of: message).split(separator: "\n").dropFirst()
    return line + words.map { "  \($0)\n" }.joined()
  }

  private static func standing(_ report: AuditReport) -> String {
    let met = report.items.count { $0.verdict == .met }
    let (low, high) = (rounded(report.score.oit), rounded(report.score.oitHigh))
    return "ครบถ้วน / met \(met)/\(report.items.count) · OIT \(low == high ? low : "\(low)–\(high)")"
  }

  private static func rounded(_ score: Double) -> String { String(format: "%.2f", score) }
}
