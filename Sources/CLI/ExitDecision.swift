import ArgumentParser
import AuditCore

/// The exit code of a finished audit: the first that applies, in the order of the outside contract.
enum ExitDecision {
  static let ownSideFailed = ExitCode(74)
  static let notJudgeable = ExitCode(2)
  static let unsettled = ExitCode(3)
  static let gaps = ExitCode(1)

  /// - Parameter comparison: with the baseline, where one was given.
  static func code(for report: AuditReport, gate: GateOptions, comparison: ReportComparison? = nil) -> ExitCode {
    let all = report.items.reduce(0) { $0 + $1.points }
    let unknown = report.items.filter { $0.verdict == .unknown }.reduce(0) { $0 + $1.points }
    if report.coverage.fetched == 0 || (all > 0 && unknown / all * 100 > gate.maxUnknown) { return notJudgeable }
    let leftUnsettled = report.items.contains { $0.verdict == .unknown && $0.cause == .coverage }
    if leftUnsettled, StopReasons.endedEarly.contains(report.stopReason) { return unsettled }
    let failed = report.items.contains { gate.verdicts.contains($0.verdict) }
    let isNew = gate.failsOnNew && comparison.map { !$0.newGaps.isEmpty } ?? false
    return failed || isNew ? gaps : .success
  }
}
