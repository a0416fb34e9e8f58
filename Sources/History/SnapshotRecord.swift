import AuditCore
import GRDB

/// A recorded site on disk, as the history knows it. The history never touches the folder itself.
package struct SnapshotRecord: Sendable, Hashable, Codable {
  package var digest: ContentDigest
  /// Where the folder is, relative to the folder of the history file.
  package var folder: String
  package var bytes: Int
  package var recordedAt: Timestamp
  /// Snapshots whose records this one revisits: without them it cannot be read.
  package var parents: [ContentDigest]

  package init(
    digest: ContentDigest, folder: String, bytes: Int, recordedAt: Timestamp, parents: [ContentDigest] = []
  ) {
    self.digest = digest
    self.folder = folder
    self.bytes = bytes
    self.recordedAt = recordedAt
    self.parents = parents
  }

  init(_ row: Row, in database: Database) throws {
    digest = ContentDigest(row["digest"])
    folder = row["folder"]
    bytes = row["bytes"]
    recordedAt = Timestamp(secondsSinceEpoch: row["recordedAt"])
    parents = try String.fetchAll(
      database, sql: "SELECT parent FROM snapshotParent WHERE child = ? ORDER BY parent",
      arguments: [digest.description]
    ).map { ContentDigest($0) }
  }

  /// Stores it, or takes back its release and that of everything it rests on.
  func store(of site: Int, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO snapshot (digest, site, folder, bytes, recordedAt) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET folder = excluded.folder, bytes = excluded.bytes
        """,
      arguments: [digest.description, site, folder, bytes, recordedAt.secondsSinceEpoch])
    for parent in parents where parent != digest {
      try database.execute(
        sql: "INSERT OR IGNORE INTO snapshotParent (child, parent) VALUES (?, ?)",
        arguments: [digest.description, parent.description])
    }
    try database.execute(
      sql: "UPDATE snapshot SET released = 0 WHERE digest IN (\(Self.lineage))", arguments: [digest.description])
  }

  /// Digests of a snapshot and of all it rests on, directly or through others. `UNION` ends at a circle.
  static let lineage = """
    WITH RECURSIVE kin (digest) AS (
      VALUES (?) UNION SELECT parent FROM snapshotParent JOIN kin ON child = kin.digest
    ) SELECT digest FROM kin
    """
}
