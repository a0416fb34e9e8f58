import AuditCore
import Pipeline
import ThaiText

/// Compares two stored runs; where they were judged differently, the old recording is judged again first.
struct Comparing {
  let pack: RulePack
  /// Tells regained from newly found.
  var metEarlier: Set<String> = []

  func comparison(from old: StoredRun, to new: AuditReport) throws -> ReportComparison {
    ReportComparison(from: old.report, to: new, rejudged: try rejudged(old, as: new), metEarlier: metEarlier)
  }

  /// The old recording with the edition, rules, program and fiscal year of the new report, on its own day and with its
  /// own waivers; nil where nothing differs, the recording is gone, or the new report's rules are not those at hand.
  private func rejudged(_ old: StoredRun, as new: AuditReport) throws -> AuditReport? {
    guard !new.basis.differences(from: old.report.basis).isEmpty, let folder = old.recording,
      new.rulesDigest == pack.digest, new.tool.version == ToolVersion.current,
      let edition = pack.edition(new.edition), let day = CivilDate(iso: new.asOf)
    else { return nil }
    let judgement = Judgement(
      rules: pack, edition: edition, asOf: day, fiscalYear: new.judgedFiscalYear, language: new.language,
      recognizer: Recognition.recognizer(for: pack))
    return try Rejudging(as: judgement).report(on: folder, insteadOf: old.report)
  }
}
