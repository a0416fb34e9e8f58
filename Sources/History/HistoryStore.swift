import AuditCore
import GRDB

/// The history of one or many sites: what every night's run found, what was told about it and what is still to be
/// told, in one SQLite file.
///
/// A run is begun, and later kept in one transaction with its report, its snapshot, what the alarm policy remembers
/// and the messages to send: a crash at any moment leaves the last good state, with the run known as begun.
/// Many may read while one writes, in this process and in others.
package struct HistoryStore: Sendable {
  let file: HistoryFile

  /// - Parameters:
  ///   - path: of the file; made where it is absent, readable by its owner only.
  ///   - waitSeconds: how long to wait while another program writes.
  ///   - byteLimit: size of the file beyond which nothing more is stored; nil leaves that to the disk.
  package init(
    path: String, waitSeconds: Double = 10, byteLimit: Int? = nil, schema: HistorySchema = .current
  ) throws {
    file = try HistoryFile(path: path, schema: schema, waitSeconds: waitSeconds, byteLimit: byteLimit)
  }

  package var path: String { file.path }

  // MARK: Keeping a run

  /// Notes that a run of a site has begun; an earlier one of that site that never ended becomes `interrupted`.
  /// - Returns: the number of the run.
  package func begin(_ site: AuditReport.Site, at start: Timestamp) throws -> Int {
    try file.writing(to: "begin a run") { database in
      let number = try Self.number(of: site, in: database)
      try database.execute(
        sql: "UPDATE run SET state = 'interrupted' WHERE site = ? AND state = 'begun'", arguments: [number])
      try database.execute(
        sql: "INSERT INTO run (site, state, startedAt) VALUES (?, 'begun', ?)",
        arguments: [number, start.secondsSinceEpoch])
      return Int(database.lastInsertedRowID)
    }
  }

  /// Keeps a finished run whole, or not at all.
  package func commit(_ run: FinishedRun, as number: Int) throws {
    let action = "keep run \(number)"
    let parts: ReportParts
    do { parts = try ReportParts(run.report) } catch { throw HistoryError(error, path: path, action: action) }
    try file.writing(to: action) { database in
      let found = try Row.fetchOne(database, sql: "SELECT site, state FROM run WHERE id = ?", arguments: [number])
      guard let site = found?["site"] as Int?, found?["state"] != RunRecord.State.kept.rawValue else {
        let cause = found == nil ? "it was never begun" : "it is already kept"
        throw HistoryError(.notFound, path: path, action: action, cause: cause)
      }
      try database.execute(
        sql: """
          UPDATE run SET state = 'kept', finishedAt = ?, reached = ?, asOf = ?, edition = ?, judgedFiscalYear = ?,
            rulesDigest = ?, toolVersion = ?, snapshot = ?, stopReason = ?, oit = ?, oitHigh = ? WHERE id = ?
          """,
        arguments: [
          run.finishedAt.secondsSinceEpoch, run.report.reachedTheSite, run.report.asOf, run.report.edition,
          run.report.judgedFiscalYear, run.report.rulesDigest, run.report.tool.version, run.report.snapshot.digest,
          run.report.stopReason, run.report.score.oit, run.report.score.oitHigh, number,
        ])
      // The report knows the town's name; what began the run may have known only the address.
      try database.execute(
        sql: "UPDATE site SET name = ? WHERE id = ? AND ? <> ''",
        arguments: [run.report.site.name, site, run.report.site.name])
      try ReportRows(database: database, run: number).write(parts)
      try run.snapshot?.store(of: site, in: database)
      if let states = run.alarmStates { try AlarmRows.store(states, of: site, in: database) }
      for message in run.messages { try message.store(of: site, run: number, at: run.finishedAt, in: database) }
    }
  }

  /// The number of a site, made where it is new; its name follows the newest run.
  static func number(of site: AuditReport.Site, in database: Database) throws -> Int {
    let number = try Int.fetchOne(
      database,
      sql: """
        INSERT INTO site (url, name) VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET name = excluded.name RETURNING id
        """, arguments: [site.url, site.name])
    return number ?? 0
  }
}

/// Everything that one run leaves in the history.
package struct FinishedRun: Sendable {
  package var report: AuditReport
  package var finishedAt: Timestamp
  /// Nil where the recording is not kept.
  package var snapshot: SnapshotRecord?
  /// What the alarm policy returned for this run; nil leaves what is remembered as it is.
  package var alarmStates: AlarmStates?
  package var messages: [OutboxMessage]

  package init(
    report: AuditReport, finishedAt: Timestamp, snapshot: SnapshotRecord? = nil, alarmStates: AlarmStates? = nil,
    messages: [OutboxMessage] = []
  ) {
    self.report = report
    self.finishedAt = finishedAt
    self.snapshot = snapshot
    self.alarmStates = alarmStates
    self.messages = messages
  }
}
