import GRDB

/// The tables of the history file as a list of named steps. Steps are only ever added at the end: a file knows which
/// steps it has been through, an older one is brought forward, and one with steps unknown here is refused.
package struct HistorySchema: Sendable {
  package struct Step: Sendable {
    package var name: String
    package var sql: String

    package init(name: String, sql: String) {
      self.name = name
      self.sql = sql
    }
  }

  package var steps: [Step]

  package init(steps: [Step]) { self.steps = steps }

  package static let current = HistorySchema(steps: [runs, alarms])

  var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
    }
    return migrator
  }

  /// Runs and their reports. What stays the same from night to night is stored once, found by a fingerprint of its
  /// JSON and compared in full: `block` holds items without their evidence, declared answers and findings; `evidence`
  /// holds quotations without the time of fetching. Rows of a run only refer to them.
  private static let runs = Step(
    name: "runs",
    sql: """
      CREATE TABLE site (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
      );
      CREATE TABLE snapshot (
        digest TEXT PRIMARY KEY,
        site INTEGER NOT NULL REFERENCES site (id),
        folder TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        recordedAt INTEGER NOT NULL,
        released INTEGER NOT NULL DEFAULT 0
      ) WITHOUT ROWID;
      CREATE TABLE snapshotParent (
        child TEXT NOT NULL REFERENCES snapshot (digest) ON DELETE CASCADE,
        parent TEXT NOT NULL,
        PRIMARY KEY (child, parent)
      ) WITHOUT ROWID;
      CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        site INTEGER NOT NULL REFERENCES site (id),
        state TEXT NOT NULL,
        startedAt INTEGER NOT NULL,
        finishedAt INTEGER,
        reached INTEGER,
        asOf TEXT,
        edition INTEGER,
        judgedFiscalYear INTEGER,
        rulesDigest TEXT,
        toolVersion TEXT,
        snapshot TEXT,
        stopReason TEXT,
        oit REAL,
        oitHigh REAL,
        head TEXT,
        declared INTEGER,
        findings INTEGER
      );
      CREATE INDEX runOfSite ON run (site, id);
      CREATE TABLE block (
        id INTEGER PRIMARY KEY,
        fingerprint INTEGER NOT NULL,
        json TEXT NOT NULL
      );
      CREATE INDEX blockByFingerprint ON block (fingerprint);
      CREATE TABLE item (
        run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        concept TEXT NOT NULL,
        verdict TEXT NOT NULL,
        pages INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        block INTEGER NOT NULL,
        PRIMARY KEY (run, position)
      ) WITHOUT ROWID;
      CREATE TABLE evidence (
        id INTEGER PRIMARY KEY,
        fingerprint INTEGER NOT NULL,
        json TEXT NOT NULL
      );
      CREATE INDEX evidenceByFingerprint ON evidence (fingerprint);
      CREATE TABLE itemEvidence (
        run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        item INTEGER NOT NULL,
        position INTEGER NOT NULL,
        evidence INTEGER NOT NULL,
        fetchedAt NOT NULL,
        PRIMARY KEY (run, item, position)
      ) WITHOUT ROWID;
      """)

  /// What the alarm policy remembers of each site, and the messages that are still to be delivered.
  private static let alarms = Step(
    name: "alarms and outbox",
    sql: """
      CREATE TABLE alarmState (
        site INTEGER PRIMARY KEY REFERENCES site (id),
        throughRun INTEGER NOT NULL,
        json TEXT NOT NULL
      );
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        site INTEGER NOT NULL REFERENCES site (id),
        run INTEGER NOT NULL,
        target TEXT NOT NULL,
        message TEXT NOT NULL,
        createdAt INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        lastError TEXT,
        deliveredAt INTEGER
      );
      CREATE INDEX outboxWaiting ON outbox (site) WHERE deliveredAt IS NULL;
      """)
}
