import AuditCore
import GRDB
import ThaiText

/// What a pruning took out.
package struct PruneOutcome: Sendable, Hashable {
  package var runs: [Int]
  /// Snapshots that nothing needs any more: their folders may be deleted, then `forget` them.
  package var released: [SnapshotRecord]
}

/// Letting old runs go.
extension HistoryStore {
  /// Removes the runs the rule does not keep and releases snapshots that no kept run needs. A snapshot that another
  /// one revisits stays as long as that one does. Alarm states and waiting messages are never touched.
  package func prune(keeping rule: Retention, today: CivilDate) throws -> PruneOutcome {
    let outcome = try file.writing(to: "prune") { database in
      let nights = try Self.nights(database)
      let kept = rule.kept(nights, today: today)
      let gone = nights.map(\.run).filter { !kept.contains($0) }
      for run in gone { try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run]) }
      try database.execute(
        sql: "DELETE FROM run WHERE state = 'interrupted' AND id < (SELECT max(id) FROM run WHERE state = 'kept')")
      try Self.dropWhatNothingNames(database)
      try Self.release(rule, nights.filter { kept.contains($0.run) }, today, database)
      return PruneOutcome(runs: gone, released: try Self.released(database))
    }
    try file.giveBackPages()
    return outcome
  }

  /// Numbers of the runs that a pruning by this rule would take out.
  package func prunable(keeping rule: Retention, today: CivilDate) throws -> [Int] {
    try file.reading(to: "look what a pruning would take") { database in
      let nights = try Self.nights(database)
      let kept = rule.kept(nights, today: today)
      return nights.map(\.run).filter { !kept.contains($0) }
    }
  }

  /// Snapshots that may be deleted, also those of an earlier pruning that was cut short.
  package func releasedSnapshots() throws -> [SnapshotRecord] {
    try file.reading(to: "list released snapshots") { try Self.released($0) }
  }

  /// To be called once the folder of a released snapshot is deleted; does nothing for others.
  package func forget(_ snapshot: ContentDigest) throws {
    try file.writing(to: "forget a snapshot") { database in
      try database.execute(
        sql: "DELETE FROM snapshot WHERE digest = ? AND released = 1", arguments: [snapshot.description])
    }
  }

  /// Every recording that is known, released or not.
  package func snapshots() throws -> [SnapshotRecord] {
    try file.reading(to: "list the snapshots") { database in
      try Row.fetchAll(database, sql: "SELECT * FROM snapshot ORDER BY recordedAt, digest")
        .map { try SnapshotRecord($0, in: database) }
    }
  }

  /// Where a recording is; nil where it is not known (any more).
  package func snapshot(_ digest: ContentDigest) throws -> SnapshotRecord? {
    try lineage(of: digest).first { $0.digest == digest }
  }

  /// A snapshot and all it rests on, itself first: what an export must hold to stand alone.
  package func lineage(of snapshot: ContentDigest) throws -> [SnapshotRecord] {
    try file.reading(to: "trace a snapshot") { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM snapshot WHERE digest IN (\(SnapshotRecord.lineage)) ORDER BY digest <> ?, recordedAt DESC",
        arguments: [snapshot.description, snapshot.description]
      ).map { try SnapshotRecord($0, in: database) }
    }
  }

  private static func nights(_ database: Database) throws -> [Retention.Night] {
    try Row.fetchAll(database, sql: "SELECT id, site, finishedAt FROM run WHERE state = 'kept' ORDER BY id").map {
      Retention.Night(
        run: $0["id"], site: $0["site"], day: Timestamp(secondsSinceEpoch: $0["finishedAt"]).thaiDay)
    }
  }

  private static func dropWhatNothingNames(_ database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM block WHERE id NOT IN (
          SELECT block FROM item UNION SELECT declared FROM run WHERE declared IS NOT NULL
          UNION SELECT findings FROM run WHERE findings IS NOT NULL);
        DELETE FROM evidence WHERE id NOT IN (SELECT evidence FROM itemEvidence);
        DELETE FROM outbox WHERE deliveredAt IS NOT NULL AND run NOT IN (SELECT id FROM run);
        """)
  }

  private static func release(
    _ rule: Retention, _ kept: [Retention.Night], _ today: CivilDate, _ database: Database
  ) throws {
    let newest = Dictionary(kept.map { ($0.site, $0.run) }, uniquingKeysWith: max)
    let needing = kept.filter { $0.day.days(until: today) <= rule.snapshotDays || newest[$0.site] == $0.run }
    try database.execute(sql: "UPDATE snapshot SET released = 1")
    for night in needing {
      guard
        let digest = try String.fetchOne(
          database, sql: "SELECT snapshot FROM run WHERE id = ?", arguments: [night.run])
      else { continue }
      try database.execute(
        sql: "UPDATE snapshot SET released = 0 WHERE digest IN (\(SnapshotRecord.lineage))", arguments: [digest])
    }
  }

  private static func released(_ database: Database) throws -> [SnapshotRecord] {
    try Row.fetchAll(database, sql: "SELECT * FROM snapshot WHERE released = 1 ORDER BY recordedAt, digest")
      .map { try SnapshotRecord($0, in: database) }
  }
}
