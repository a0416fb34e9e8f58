/// The whole answer: `report.json` is this value, every other format is a view of it.
package struct AuditReport: Sendable, Codable {
  package static let currentSchema = "oitcheck.report/1"

  package var schema: String
  package var tool: Tool
  package var edition: Int
  /// How sure the edition's list is (`high`, `medium`, `draft`).
  package var editionConfidence: String
  package var rulesDigest: String
  /// Gregorian, `2023-06-15`.
  package var asOf: String
  /// Buddhist era.
  package var judgedFiscalYear: Int
  /// False where the judged fiscal year is not the edition's own: the score is then unofficial.
  package var official: Bool
  package var language: Language
  package var site: Site
  package var snapshot: SnapshotReference
  package var coverage: Coverage
  package var stopReason: String
  package var items: [ItemReport]
  package var declared: [DeclaredAnswer]
  package var findings: [Finding]
  package var score: Score

  package struct Tool: Sendable, Codable {
    package var version: String
    package init(version: String) { self.version = version }
  }

  package struct Site: Sendable, Hashable, Codable {
    package var name: String
    package var url: String
    package init(name: String, url: String) {
      self.name = name
      self.url = url
    }
  }

  package struct SnapshotReference: Sendable, Codable {
    package var digest: String
    package var recordedAt: String
    package init(digest: String, recordedAt: String) {
      self.digest = digest
      self.recordedAt = recordedAt
    }
  }

  package init(
    tool: Tool, edition: Int, editionConfidence: String, rulesDigest: String, asOf: String, judgedFiscalYear: Int,
    official: Bool, language: Language, site: Site, snapshot: SnapshotReference, coverage: Coverage,
    stopReason: String, items: [ItemReport], declared: [DeclaredAnswer], findings: [Finding], score: Score
  ) {
    schema = Self.currentSchema
    self.tool = tool
    self.edition = edition
    self.editionConfidence = editionConfidence
    self.rulesDigest = rulesDigest
    self.asOf = asOf
    self.judgedFiscalYear = judgedFiscalYear
    self.official = official
    self.language = language
    self.site = site
    self.snapshot = snapshot
    self.coverage = coverage
    self.stopReason = stopReason
    self.items = items
    self.declared = declared
    self.findings = findings
    self.score = score
  }
}
