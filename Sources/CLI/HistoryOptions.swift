import ArgumentParser
import AuditCore
import Foundation
import History
import Pipeline

/// Which history file is meant: `--history`, else `OITCHECK_HISTORY`, else the one beside `oitcheck.yml`.
struct HistoryOptions: ParsableArguments {
  static let variable = "OITCHECK_HISTORY"

  @Option(
    help: ArgumentHelp(
      "ไฟล์ประวัติผลตรวจ / history file (default: $\(Self.variable), else ./\(Self.usual))", valueName: "file"))
  var history: String?

  /// Where `oitcheck night` keeps it by default, seen from the folder of `oitcheck.yml`.
  private static let usual = Configuration(towns: []).dataFolder + "/" + Configuration.historyName

  /// The file named by hand or by the environment; nil where neither names one.
  private var named: String? {
    history ?? ProcessInfo.processInfo.environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The history to read from: a missing file is a wrong name, not a new history.
  func existing() throws -> HistoryStore {
    let path = named ?? Self.usual
    guard FileManager.default.fileExists(atPath: path) else {
      throw UsageFault(
        "ไม่พบไฟล์ประวัติ \(path) ระบุด้วย --history หรือตรวจด้วย oitcheck night ก่อน / there is no history at \(path): name it with --history, or run oitcheck night first"
      )
    }
    return try HistoryStore(path: path)
  }

  /// The history that a run is to be kept in, made where it is new; nil where none was named.
  func keeping() throws -> HistoryStore? {
    try named.map { path in
      let folder = URL(filePath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return try HistoryStore(path: path)
    }
  }

  /// The last run of a site; nil where none is kept or no history is named.
  func last(of site: String) throws -> AuditReport? {
    try keeping().flatMap { try StoredRun.last(of: site, in: $0)?.report }
  }
}
