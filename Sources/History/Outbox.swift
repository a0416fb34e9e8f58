import AuditCore
import GRDB

/// A message for one target, to be kept with the run that caused it until it is delivered.
package struct OutboxMessage: Sendable, Hashable, Codable {
  /// Name of the notification target in the configuration; never an address with a secret in it.
  package var target: String
  package var message: AlarmMessage

  package init(target: String, message: AlarmMessage) {
    self.target = target
    self.message = message
  }

  func store(of site: Int, run: Int, at time: Timestamp, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO outbox (site, run, target, message, createdAt) VALUES (?, ?, ?, ?, ?)",
      arguments: [site, run, target, try ReportParts.encoded(message), time.secondsSinceEpoch])
  }
}

/// A message that has not been delivered yet.
package struct WaitingMessage: Sendable, Hashable {
  package var id: Int
  package var site: String
  package var run: Int
  package var createdAt: Timestamp
  /// Deliveries tried so far, and what the last one failed of.
  package var attempts: Int
  package var lastError: String?
  package var content: OutboxMessage
}

/// What was told and what is still to be told.
extension HistoryStore {
  /// What the alarm policy remembers of a site; nil where nothing was kept.
  package func alarmStates(of site: String) throws -> AlarmStates? {
    try file.reading(to: "read what was told about \(site)") { database in
      try String.fetchOne(
        database, sql: "SELECT json FROM alarmState JOIN site ON site.id = alarmState.site WHERE url = ?",
        arguments: [site]
      ).map { try ReportParts.decoded(AlarmStates.self, $0) }
    }
  }

  /// Messages that wait for delivery, oldest first.
  package func waitingMessages() throws -> [WaitingMessage] {
    try file.reading(to: "read the outbox") { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT outbox.*, url FROM outbox JOIN site ON site.id = outbox.site WHERE deliveredAt IS NULL
          ORDER BY outbox.id
          """
      ).map { row in
        WaitingMessage(
          id: row["id"], site: row["url"], run: row["run"],
          createdAt: Timestamp(secondsSinceEpoch: row["createdAt"]), attempts: row["attempts"],
          lastError: row["lastError"],
          content: OutboxMessage(
            target: row["target"], message: try ReportParts.decoded(AlarmMessage.self, row["message"])))
      }
    }
  }

  package func noteDelivery(of message: Int, at time: Timestamp) throws {
    try file.writing(to: "note a delivery") { database in
      try database.execute(
        sql: "UPDATE outbox SET deliveredAt = ?, attempts = attempts + 1, lastError = NULL WHERE id = ?",
        arguments: [time.secondsSinceEpoch, message])
    }
  }

  /// Takes out a message that nobody is left to be told.
  package func withdraw(_ message: Int) throws {
    try file.writing(to: "withdraw a message") { database in
      try database.execute(sql: "DELETE FROM outbox WHERE id = ? AND deliveredAt IS NULL", arguments: [message])
    }
  }

  /// - Parameter reason: one line, free of secrets.
  package func noteFailure(of message: Int, because reason: String) throws {
    try file.writing(to: "note a failed delivery") { database in
      try database.execute(
        sql: "UPDATE outbox SET attempts = attempts + 1, lastError = ? WHERE id = ?",
        arguments: [String(reason.prefix(500)), message])
    }
  }
}

enum AlarmRows {
  static func store(_ states: AlarmStates, of site: Int, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO alarmState (site, throughRun, json) VALUES (?, ?, ?)
        ON CONFLICT (site) DO UPDATE SET throughRun = excluded.throughRun, json = excluded.json
        """, arguments: [site, states.sequence, try ReportParts.encoded(states)])
  }
}
