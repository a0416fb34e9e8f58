import AuditCore

/// Small reports to compare: an item for each word, such as `"plan": .met`.
enum ComparedReports {
  struct Duty {
    var concept: String
    var verdict: Verdict
    var url: String
    var digest: String
    var mediaType = MediaType.pdf
    var number: String?
    var also: [String] = []
    var missing: [String] = []

    init(
      _ concept: String, _ verdict: Verdict, at url: String? = nil, digest: String = "sha256:1",
      type: MediaType = .pdf, number: String? = nil, also: [String] = [], missing: [String] = []
    ) {
      self.concept = concept
      self.verdict = verdict
      self.url = url ?? "https://www.example.go.th/\(concept)"
      self.digest = digest
      mediaType = type
      self.number = number
      self.also = also
      self.missing = missing
    }
  }

  static func report(
    _ duties: [Duty], asOf: String = "2023-06-15", edition: Int = 2566, rules: String = "sha256:a",
    tool: String = "1", year: Int = 2566, declared: [DeclaredAnswer] = [], findings: [Finding] = []
  ) -> AuditReport {
    AuditReport(
      tool: .init(version: tool), edition: edition, editionConfidence: "high", rulesDigest: rules, asOf: asOf,
      judgedFiscalYear: year, official: year == edition, language: .th,
      site: .init(name: "ทต.ตัวอย่าง", url: "https://www.example.go.th/"),
      snapshot: .init(digest: "sha256:\(asOf)", recordedAt: "\(asOf)T01:00:00Z"),
      coverage: Coverage(
        known: 10, fetched: 10, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0, sufficient: true),
      stopReason: "finished", items: duties.enumerated().map { item($1, "O\($0 + 1)") }, declared: declared,
      findings: findings, score: Score(bySubIndicator: [], byIndicator: [], oit: 50, oitHigh: 60))
  }

  private static func item(_ duty: Duty, _ number: String) -> ItemReport {
    let evidence = Evidence(
      url: duty.url, clickPath: [], quote: duty.concept, mediaType: duty.mediaType.rawValue, sha256: duty.digest,
      fetchedAt: "2023-06-15T01:00:00Z")
    return ItemReport(
      number: duty.number ?? number, key: duty.concept, concepts: [duty.concept] + duty.also, title: duty.concept,
      subIndicator: "9.1", verdict: duty.verdict, cause: duty.verdict == .unknown ? .coverage : nil, confidence: 1,
      points: 2, pointsLost: 0, dueDate: "2023-04-30", summary: "",
      missingElements: duty.missing.map { .init(id: $0, th: $0, en: $0) }, period: .init(required: nil, found: nil),
      searched: .init(pages: 1, documents: 1, names: []), evidence: duty.verdict == .missing ? [] : [evidence],
      nearMisses: [], remedy: "", responsible: "", waiver: nil)
  }
}
