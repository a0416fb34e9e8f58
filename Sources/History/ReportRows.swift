import AuditCore
import GRDB

/// The rows of one report: written within the transaction that keeps the run, read back in one reading.
struct ReportRows {
  let database: Database
  let run: Int

  func write(_ parts: ReportParts) throws {
    try database.execute(
      sql: "UPDATE run SET head = ?, declared = ?, findings = ? WHERE id = ?",
      arguments: [parts.head, try shared(parts.declared, in: "block"), try shared(parts.findings, in: "block"), run])
    for (place, item) in parts.items.enumerated() {
      try database.execute(
        sql: "INSERT INTO item (run, position, concept, verdict, pages, documents, block) VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          run, place, item.concept, item.verdict, item.pages, item.documents, try shared(item.json, in: "block"),
        ])
      for (order, quotation) in item.evidence.enumerated() {
        try database.execute(
          sql: "INSERT INTO itemEvidence (run, item, position, evidence, fetchedAt) VALUES (?, ?, ?, ?, ?)",
          arguments: [run, place, order, try shared(quotation.json, in: "evidence"), Self.compact(quotation.fetchedAt)])
      }
    }
  }

  /// Nil where the run has no report.
  func read() throws -> ReportParts? {
    let found = try Row.fetchOne(
      database,
      sql: """
        SELECT head, d.json AS declared, f.json AS findings FROM run
        JOIN block d ON d.id = run.declared JOIN block f ON f.id = run.findings WHERE run.id = ?
        """, arguments: [run])
    guard let found else { return nil }
    let quotations = try Row.fetchAll(
      database,
      sql: """
        SELECT item, json, fetchedAt FROM itemEvidence JOIN evidence ON evidence.id = itemEvidence.evidence
        WHERE run = ? ORDER BY item, itemEvidence.position
        """, arguments: [run])
    let evidence = Dictionary(grouping: quotations) { $0["item"] as Int }
    let items = try Row.fetchAll(
      database,
      sql: """
        SELECT position, concept, verdict, pages, documents, json FROM item JOIN block ON block.id = item.block
        WHERE run = ? ORDER BY position
        """, arguments: [run])
    return ReportParts(
      head: found["head"], declared: found["declared"], findings: found["findings"],
      items: items.map { row in
        ReportParts.Item(
          concept: row["concept"], verdict: row["verdict"], pages: row["pages"], documents: row["documents"],
          json: row["json"],
          evidence: (evidence[row["position"]] ?? []).map {
            ReportParts.Quotation(json: $0["json"], fetchedAt: Self.expanded($0["fetchedAt"]))
          })
      })
  }

  /// The number of a text in `block` or `evidence`, stored where it is new.
  private func shared(_ json: String, in table: String) throws -> Int {
    let print = Self.fingerprint(json)
    let find = try database.cachedStatement(sql: "SELECT id FROM \(table) WHERE fingerprint = ? AND json = ?")
    if let known = try Int.fetchOne(find, arguments: [print, json]) { return known }
    let add = try database.cachedStatement(sql: "INSERT INTO \(table) (fingerprint, json) VALUES (?, ?)")
    try add.execute(arguments: [print, json])
    return Int(database.lastInsertedRowID)
  }

  /// FNV-1a of 64 bits: finds a text quickly; that it is the same one is seen by comparing.
  private static func fingerprint(_ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int64(bitPattern: hash)
  }

  /// A time as seconds where it reads back to the same text, else as it stands.
  private static func compact(_ time: String) -> DatabaseValue {
    guard let seconds = Timestamp(iso: time), seconds.description == time else { return time.databaseValue }
    return seconds.secondsSinceEpoch.databaseValue
  }

  private static func expanded(_ value: DatabaseValue) -> String {
    Int.fromDatabaseValue(value).flatMap { value.storage.isText ? nil : $0 }
      .map { Timestamp(secondsSinceEpoch: $0).description } ?? String.fromDatabaseValue(value) ?? ""
  }
}

extension DatabaseValue.Storage {
  fileprivate var isText: Bool {
    if case .string = self { return true }
    return false
  }
}
