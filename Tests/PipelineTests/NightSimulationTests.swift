import AuditCore
import Foundation
import History
import Testing
import ThaiText

@testable import Pipeline

/// Years of nights through the history file: begun, sometimes crashed, judged, kept, told. Every loss is told once,
/// its end too, and nothing else is.
@Suite("Nights through the history")
struct NightSimulationTests {
  /// Nights until a loss must be told: the window, unread nights, a crash, a wrong clock and the longest outage.
  private static let patience = 14

  @Test(
    "Two years of losses, outages, upgrades, year turns, crashes and wrong clocks",
    arguments: 1...3 as ClosedRange<UInt64>)
  func years(seed: UInt64) throws {
    let town = InventedTown(seed: seed)
    let told = try Self.lived(town)
    var gaps = told.parts(.newGaps)
    for (duty, spans) in town.losses {
      for span in spans {
        let place = gaps.firstIndex {
          $0.concept == InventedTown.concept(duty)
            && (span.lowerBound...span.lowerBound + Self.patience).contains($0.night)
        }
        #expect(place != nil, "the loss of duty \(duty) in nights \(span) was not told")
        if let place { gaps.remove(at: place) }
      }
    }
    #expect(gaps.isEmpty, "false alarms: \(gaps)")
    #expect(told.parts(.recovered).count == town.losses.values.map(\.count).reduce(0, +))
    let calm = told.parts(.judgedDifferently)
    #expect(calm.map(\.concept) == [InventedTown.concept(InventedTown.strictDuty)])
    #expect(calm.allSatisfy { (town.upgrades[0]...town.upgrades[0] + Self.patience).contains($0.night) })
    for (night, _) in told.messages(.outage) { #expect(town.isSilent(night)) }
    let long = town.silent.filter { $0.count >= 5 }
    #expect(told.messages(.outage).count >= long.count)
    #expect(told.messages(.outage).count == told.messages(.outageEnded).count)
  }

  /// What was told in which night, to the one target there is.
  private struct Told {
    var nights: [(night: Int, message: AlarmMessage)] = []

    func messages(_ kind: AlarmMessage.Kind) -> [(Int, AlarmMessage.Part)] {
      nights.flatMap { night, message in message.parts.filter { $0.kind == kind }.map { (night, $0) } }
    }

    func parts(_ kind: AlarmMessage.Kind) -> [(night: Int, concept: String)] {
      messages(kind).flatMap { night, part in part.items.map { (night, $0.concepts.first ?? "") } }
    }
  }

  private static func lived(_ town: InventedTown) throws -> Told {
    let folder = try ScratchFolder()
    var told = Told()
    var nightOfRun: [Int: Int] = [:]
    var store = try HistoryStore(path: folder.path("history.sqlite"))
    for night in 0..<InventedTown.nights {
      let day = town.day(night).adding(days: town.jumps[night] ?? 0)
      let now = Timestamp(iso: "\(day.iso)T20:00:00+07:00") ?? Timestamp(secondsSinceEpoch: 0)
      let number = try store.begin(InventedTown.site, at: now)
      nightOfRun[number] = night
      guard !town.crashes.contains(night) else {
        store = try HistoryStore(path: folder.path("history.sqlite"))
        continue
      }
      let report = town.report(night)
      try NightKeeping(store: store, settings: AlarmSettings()).keep(
        report, as: number, snapshot: nil, telling: ["clerk"], at: now
      ) { run in
        nightOfRun[run.id].map { town.report($0, rules: town.rules(night), fiscalYear: report.judgedFiscalYear) }
      }
      for waiting in try store.waitingMessages() {
        told.nights.append((night, waiting.content.message))
        try store.noteDelivery(of: waiting.id, at: now)
      }
      if night % 100 == 99, town.jumps[night] == nil {
        _ = try store.prune(keeping: Retention(days: 60, months: 3, snapshotDays: 30), today: day)
      }
    }
    return told
  }
}

/// A folder for one test, gone with it.
final class ScratchFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "oitcheck-night-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}
