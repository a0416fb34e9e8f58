import AuditCore
import History
import Pipeline

/// The run that a new one is held against: `--baseline RUN|last`.
struct Baseline {
  let run: StoredRun
  /// Tells regained from newly found.
  private let metEarlier: Set<String>

  /// Nil where none was asked for, or where `last` was and nothing of the site is kept yet: the first run is its own
  /// baseline. Read before the new run is kept, so that `last` is never the run itself.
  init?(_ gate: GateOptions, site: String, history: HistoryOptions) throws {
    guard let name = gate.baseline else { return nil }
    if name == "last" {
      guard let store = try history.keeping() else {
        throw UsageFault(
          "--baseline last ต้องระบุ --history หรือ $\(HistoryOptions.variable) / needs --history or $\(HistoryOptions.variable)"
        )
      }
      guard let last = try StoredRun.last(of: site, in: store) else { return nil }
      run = last
      metEarlier = try last.number.map { try store.conceptsMet(before: $0, site: site) } ?? []
    } else {
      run = try StoredRun.read(name, in: history)
      metEarlier = try run.number.map { try history.existing().conceptsMet(before: $0, site: site) } ?? []
    }
  }

  func comparison(to report: AuditReport, pack: RulePack) throws -> ReportComparison {
    try Comparing(pack: pack, metEarlier: metEarlier).comparison(from: run, to: report)
  }
}
