/// What a verdict rests on beside the site itself. Where it differs between two runs, verdicts may differ although
/// nothing changed on the site: such a difference is "judged differently" and never news about the town.
package struct JudgingBasis: Sendable, Hashable, Codable {
  package var edition: Int
  package var rulesDigest: String
  package var toolVersion: String
  /// Buddhist era.
  package var judgedFiscalYear: Int

  package init(edition: Int, rulesDigest: String, toolVersion: String, judgedFiscalYear: Int) {
    self.edition = edition
    self.rulesDigest = rulesDigest
    self.toolVersion = toolVersion
    self.judgedFiscalYear = judgedFiscalYear
  }

  /// One part of the basis, as named in reports.
  package enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    case edition, rules, program
    case fiscalYear = "fiscal-year"
  }

  /// The parts in which two bases differ, in a fixed order; empty where verdicts are comparable as they stand.
  package func differences(from other: JudgingBasis) -> [Part] {
    Part.allCases.filter { part in
      switch part {
      case .edition: edition != other.edition
      case .rules: rulesDigest != other.rulesDigest
      case .program: toolVersion != other.toolVersion
      case .fiscalYear: judgedFiscalYear != other.judgedFiscalYear
      }
    }
  }
}

extension AuditReport {
  package var basis: JudgingBasis {
    JudgingBasis(
      edition: edition, rulesDigest: rulesDigest, toolVersion: tool.version, judgedFiscalYear: judgedFiscalYear)
  }
}
