import AuditCore
import Foundation
import History
import ThaiText

/// Runs of the history as lines of a table.
struct RunTable {
  let language: Language

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: language) }

  func lines(_ runs: [RunRecord]) -> [String] {
    let head = [
      say("เลข", "run"), say("วันที่", "day"), say("คะแนน OIT", "OIT score"), say("ครบ", "met"), say("บกพร่อง", "gaps"),
      say("ตรวจไม่ได้", "unknown"), say("สถานะ", "state"), say("เว็บไซต์", "site"),
    ]
    return Self.aligned([head] + runs.map(row))
  }

  private func row(_ run: RunRecord) -> [String] {
    [
      String(run.id), (run.finishedAt ?? run.startedAt).thaiDay.iso, Self.score(run), count(run, [.met]),
      count(run, [.missing, .broken, .outdated, .partial]), count(run, [.unknown]), state(run), run.site,
    ]
  }

  static func score(_ run: RunRecord) -> String {
    guard let low = run.oit, let high = run.oitHigh else { return "–" }
    let texts = [low, high].map { String(format: "%.2f", $0) }
    return texts[0] == texts[1] ? texts[0] : texts.joined(separator: "–")
  }

  private func count(_ run: RunRecord, _ verdicts: [Verdict]) -> String {
    guard run.state == .kept else { return "–" }
    return String(verdicts.reduce(0) { $0 + (run.verdicts[$1.rawValue] ?? 0) })
  }

  func state(_ run: RunRecord) -> String {
    switch run.state {
    case .begun: say("ยังไม่จบ", "not finished")
    case .interrupted: say("หยุดกลางคัน", "interrupted")
    case .kept: run.reached == false ? say("เข้าเว็บไซต์ไม่ได้", "not reached") : say("สำเร็จ", "kept")
    }
  }

  /// Columns as wide as their widest cell; the last one is not filled up.
  static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? ThaiWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : ThaiWidth.padded(cell, to: widths[column])
      }.joined(separator: "  ")
    }
  }

  static func json(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [0x0A]
  }
}
