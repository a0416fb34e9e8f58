import ArgumentParser
import AuditCore
import Foundation
import History
import Reporters

/// `oitcheck history trend`: the score of a site, or the verdict of one item, run by run.
struct HistoryTrend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "แนวโน้มคะแนนหรือรายข้อ / how the score, or one item, fared run by run.")

  @Option(help: ArgumentHelp("เว็บไซต์ / site", valueName: "url")) var site: String?
  @Option(help: ArgumentHelp("ข้อหรือเรื่อง / item or concept", valueName: "O12")) var item: String?
  @Flag(help: "JSON") var json = false
  @OptionGroup var reading: HistoryReading

  /// One run of the curve.
  private struct Point: Encodable {
    var run: Int
    var asOf: String
    var verdict: Verdict?
    var oit: Double?
    var oitHigh: Double?
  }

  func run() async throws {
    try await Failure.told(reading.language) {
      let store = try reading.history.existing()
      let site = try HistorySite.chosen(site, in: store)
      let points = try item.map { try verdicts(of: $0, site: site.url, in: store) } ?? scores(of: site.url, in: store)
      guard !json else { return Console.output(try RunTable.json(points)) }
      let rows = points.map { point in
        [
          String(point.run), point.asOf,
          point.verdict.map { "\($0.symbol) \($0.name(reading.language))" } ?? bar(point),
        ]
      }
      Console.output(Array(([site.name] + RunTable.aligned(rows)).joined(separator: "\n").utf8) + [0x0A])
    }
  }

  private func scores(of site: String, in store: HistoryStore) throws -> [Point] {
    try store.runs(site: site).reversed().map {
      Point(run: $0.id, asOf: $0.asOf ?? "–", verdict: nil, oit: $0.oit, oitHigh: $0.oitHigh)
    }
  }

  /// An item number means the duty that has it in the newest run, so that the curve goes through renumberings.
  private func verdicts(of item: String, site: String, in store: HistoryStore) throws -> [Point] {
    var concept = item
    if let newest = try store.runs(site: site, limit: 1).first {
      let items = try store.report(of: newest.id).items
      concept = items.first { $0.number.lowercased() == item.lowercased() }?.concept ?? item
    }
    let verdicts = try store.verdicts(of: concept, site: site)
    guard !verdicts.isEmpty else {
      throw UsageFault("ไม่มีข้อ \(item) ในประวัติ / the history knows no item \(item)")
    }
    return verdicts.map { Point(run: $0.run, asOf: $0.asOf, verdict: $0.verdict) }
  }

  /// Sure points as full blocks, open ones as light ones, two points each.
  private func bar(_ point: Point) -> String {
    guard let low = point.oit, let high = point.oitHigh, low.isFinite, high.isFinite else { return "–" }
    let (sure, open) = (Int(low / 2), max(0, Int(high / 2) - Int(low / 2)))
    let blocks = String(repeating: "█", count: min(50, max(0, sure))) + String(repeating: "░", count: min(50, open))
    return String(format: "%6.2f  ", low) + blocks
  }
}
