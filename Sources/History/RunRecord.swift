import AuditCore
import GRDB

/// One run in the history: when, of which site, judged how, and with which result.
package struct RunRecord: Sendable, Hashable, Codable {
  /// Grows with every run of the file and is never given twice: the history id of `oitcheck report`.
  package var id: Int
  package var site: String
  package var state: State
  package var startedAt: Timestamp
  /// The rest is nil until the run is kept.
  package var finishedAt: Timestamp?
  /// Whether anything on the site could be judged.
  package var reached: Bool?
  package var asOf: String?
  package var basis: JudgingBasis?
  package var snapshotDigest: String?
  package var stopReason: String?
  package var oit: Double?
  package var oitHigh: Double?
  /// Items by verdict.
  package var verdicts: [String: Int]

  package enum State: String, Sendable, Hashable, Codable {
    /// Begun; never finished where a later run has begun.
    case begun
    case kept
    case interrupted
  }

  static let columns = """
    run.*, site.url AS siteURL,
    (SELECT group_concat(verdict || '=' || amount, ' ') FROM
      (SELECT verdict, count(*) AS amount FROM item WHERE item.run = run.id GROUP BY verdict)) AS verdicts
    """

  init(_ row: Row) {
    id = row["id"]
    site = row["siteURL"]
    state = State(rawValue: row["state"]) ?? .interrupted
    startedAt = Timestamp(secondsSinceEpoch: row["startedAt"])
    finishedAt = (row["finishedAt"] as Int?).map { Timestamp(secondsSinceEpoch: $0) }
    reached = row["reached"]
    asOf = row["asOf"]
    if let edition = row["edition"] as Int?, let year = row["judgedFiscalYear"] as Int? {
      basis = JudgingBasis(
        edition: edition, rulesDigest: row["rulesDigest"] ?? "", toolVersion: row["toolVersion"] ?? "",
        judgedFiscalYear: year)
    }
    snapshotDigest = row["snapshot"]
    stopReason = row["stopReason"]
    oit = row["oit"]
    oitHigh = row["oitHigh"]
    let counts = ((row["verdicts"] as String?) ?? "").split(separator: " ").map { $0.split(separator: "=") }
    verdicts = Dictionary(
      counts.filter { $0.count == 2 }.map { (String($0[0]), Int($0[1]) ?? 0) }, uniquingKeysWith: { first, _ in first })
  }
}
