import Archive
import AuditCore
import Crawling
import Foundation
import History
import Logging
import Synchronization
import TestSupport
import ThaiText
import WebURL

@testable import Pipeline

/// An installation that watches one small town (and what else is put into its configuration) night by night.
final class WatchedTown {
  let folder: ScratchFolder
  let site: NightlySite
  let bell = Bell()
  /// Carry the messages in the place of the bell.
  var notifiers: OutboxDelivery.Notifiers?
  var configuration: Configuration
  var now = Timestamp(secondsSinceEpoch: 1_686_765_600)
  private let rules: RulePack

  init(_ site: NightlySite) throws {
    folder = try ScratchFolder()
    self.site = site
    rules = try RuleShelf.load(explicit: Folders.package.appending(path: "Rules").path)
    var town = Town(key: "town", name: "เทศบาลตำบลสมมุติ", url: NightlySite.home)
    town.edition = 2566
    town.notify = ["clerk"]
    configuration = Configuration(
      towns: [town],
      targets: [
        NotificationTarget(name: "clerk", channel: .webhook(address: .plain("http://127.0.0.1:9/"), signing: nil))
      ])
  }

  var data: DataFolder { get throws { try DataFolder(at: folder.path("data")) } }
  var store: HistoryStore { get throws { try HistoryStore(path: data.historyPath) } }
  var nights: [String] { get throws { try data.nights(of: configuration.towns[0]).map(\.name) } }

  func night() throws -> Night {
    let (site, bell, now, notifiers) = (site, bell, now, notifiers)
    site.begin(at: now)
    return try Night(
      configuration: configuration, rules: rules, data: data,
      services: NightServices(
        recording: { town in
          guard let home = WebURL(parsing: town.url) else { throw CocoaError(.fileReadUnknown) }
          var plan = CrawlPlan(site: home, sought: [OneWord.concept])
          (plan.isExhaustive, plan.delay, plan.concurrency) = (true, .zero, 1)
          return SiteRecording(
            plan: plan, extraHosts: [], siteName: town.name, userAgent: "test", fetcher: site, resolver: nil,
            clock: ReplayClock(recordedAt: now), recognizer: OneWord(word: "คำที่ไม่มีในหน้าใด"),
            conversion: DocumentConversion(converters: []),
            log: Logger(label: "night") { _ in SwiftLogNoOpLogHandler() })
        },
        recognizer: Recognition.recognizer(for: rules),
        answers: { town in
          guard let text = town.answers else { return nil }
          guard text != "unreadable" else { throw CocoaError(.fileReadNoSuchFile) }
          return try VerificationSheet(name: "answers.csv", bytes: Array(text.utf8))
        }, notifiers: notifiers ?? { _ in bell }, now: { now }, usualEdition: 2566))
  }

  /// One night, and on to the next day.
  @discardableResult
  func run(_ towns: [Town]? = nil) async throws -> (night: NightOutcome, towns: [TownOutcome]) {
    var ended: [TownOutcome] = []
    let outcome = try await night().run(towns ?? configuration.towns) { ended.append($0) }
    pass(hours: 24)
    return (outcome, ended)
  }

  /// A night that gets a signal in the middle of a request.
  func interruptedRun(afterRequests requests: Int) async throws -> [TownOutcome] {
    let (night, towns) = (try night(), configuration.towns)
    let ended = Mutex<[TownOutcome]>([])
    let task = Mutex<Task<NightOutcome, Never>?>(nil)
    site.disturb(afterRequests: requests) {
      // The first request may come before the task is known here.
      while true {
        if let run = task.withLock({ $0 }) { return run.cancel() }
        usleep(100)
      }
    }
    let run = Task { await night.run(towns) { outcome in ended.withLock { $0.append(outcome) } } }
    task.withLock { $0 = run }
    _ = await run.value
    return ended.withLock { $0 }
  }

  func pass(hours: Int) { now = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + hours * 3_600) }
}

/// A target that remembers what it was told, and may be out of reach.
final class Bell: Notifier {
  private let state = Mutex<(notices: [AlarmNotice], isOut: Bool, tries: Int)>(([], false, 0))

  var notices: [AlarmNotice] { state.withLock { $0.notices } }
  var tries: Int { state.withLock { $0.tries } }
  func setOut(_ isOut: Bool) { state.withLock { $0.isOut = isOut } }

  func deliver(_ notice: AlarmNotice) async -> DeliveryOutcome {
    state.withLock { state in
      state.tries += 1
      guard !state.isOut else { return .failed(reason: "no answer", isLasting: false) }
      state.notices.append(notice)
      return .delivered
    }
  }
}
