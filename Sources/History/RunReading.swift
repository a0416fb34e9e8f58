import AuditCore
import GRDB

/// Reading runs back.
extension HistoryStore {
  /// Addresses of the sites with any run, in order.
  package func sites() throws -> [AuditReport.Site] {
    try file.reading(to: "list the sites") { database in
      try Row.fetchAll(database, sql: "SELECT url, name FROM site ORDER BY url")
        .map { AuditReport.Site(name: $0["name"], url: $0["url"]) }
    }
  }

  /// Runs, newest first; of all sites where `site` is nil.
  package func runs(
    site: String? = nil, states: Set<RunRecord.State> = [.kept], limit: Int = 1_000
  ) throws -> [RunRecord] {
    try file.reading(to: "list the runs") { database in
      let wanted = states.map(\.rawValue).sorted()
      let marks = wanted.map { _ in "?" }.joined(separator: ", ")
      return try Row.fetchAll(
        database,
        sql: """
          SELECT \(RunRecord.columns) FROM run JOIN site ON site.id = run.site
          WHERE (? IS NULL OR site.url = ?) AND run.state IN (\(marks)) ORDER BY run.id DESC LIMIT ?
          """, arguments: StatementArguments([site, site] as [String?]) + StatementArguments(wanted) + [limit]
      ).map { RunRecord($0) }
    }
  }

  /// One run of any state; nil where there is none of that number.
  package func run(_ number: Int) throws -> RunRecord? {
    try file.reading(to: "read run \(number)") { database in
      try Row.fetchOne(
        database, sql: "SELECT \(RunRecord.columns) FROM run JOIN site ON site.id = run.site WHERE run.id = ?",
        arguments: [number]
      ).map { RunRecord($0) }
    }
  }

  /// The report of a kept run, as it was.
  package func report(of number: Int) throws -> AuditReport {
    let action = "read the report of run \(number)"
    let parts = try file.reading(to: action) { try ReportRows(database: $0, run: number).read() }
    guard let parts else {
      throw HistoryError(.notFound, path: path, action: action, cause: "there is no finished run of that number")
    }
    do {
      return try parts.report()
    } catch {
      throw HistoryError(.unreadableReport, path: path, action: action, cause: String(describing: error))
    }
  }

  /// How one duty fared, oldest first: the runs of a site that judged it, with its verdict.
  package func verdicts(of concept: String, site: String) throws -> [(run: Int, asOf: String, verdict: Verdict)] {
    try file.reading(to: "follow \(concept)") { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT run.id AS id, asOf, verdict FROM run JOIN site ON site.id = run.site
          JOIN item ON item.run = run.id JOIN block ON block.id = item.block
          WHERE site.url = ? AND run.state = 'kept'
            AND (concept = ? OR EXISTS (SELECT 1 FROM json_each(block.json, '$.concepts') WHERE value = ?))
          ORDER BY run.id
          """, arguments: [site, concept, concept]
      ).compactMap { row in
        Verdict(rawValue: row["verdict"]).map { (run: row["id"], asOf: row["asOf"], verdict: $0) }
      }
    }
  }

  /// Concepts that any kept run before this one found met: tells regained from newly found.
  package func conceptsMet(before number: Int, site: String) throws -> Set<String> {
    try file.reading(to: "look back from run \(number)") { database in
      let concepts = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT concept.value FROM item JOIN run ON run.id = item.run JOIN site ON site.id = run.site
          JOIN block ON block.id = item.block JOIN json_each(block.json, '$.concepts') AS concept
          WHERE site.url = ? AND run.id < ? AND verdict = 'met'
          """, arguments: [site, number])
      return Set(concepts)
    }
  }
}
