import GRDB

/// A fault of our own side while keeping the history: which file, what was being done, why it failed, what to do.
package struct HistoryError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: String, Sendable, Hashable {
    /// No space left for it (SQLITE_FULL). What was stored before is untouched.
    case diskFull = "disk-full"
    /// Another program kept the file locked for longer than was waited.
    case locked
    /// Written by a newer version of the program.
    case newerSchema = "newer-schema"
    case damaged
    /// A database of another program.
    case foreign
    case notWritable = "not-writable"
    /// What was asked for is not in the history.
    case notFound = "not-found"
    /// A stored report that this version cannot read.
    case unreadableReport = "unreadable-report"
    case other
  }

  package var kind: Kind
  package var path: String
  /// What was being done, as in "keep the run".
  package var action: String
  package var cause: String

  package init(_ kind: Kind, path: String, action: String, cause: String) {
    self.kind = kind
    self.path = path
    self.action = action
    self.cause = cause
  }

  /// Translates whatever was thrown, by SQLite's primary result code.
  init(_ error: any Error, path: String, action: String) {
    if let known = error as? HistoryError {
      self = known
      return
    }
    guard let database = error as? DatabaseError else {
      self.init(.other, path: path, action: action, cause: String(describing: error))
      return
    }
    let kind: Kind =
      switch database.resultCode {
      case .SQLITE_FULL: .diskFull
      // No room for the index of the log, without which the file is not even read.
      case .SQLITE_IOERR where database.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .diskFull
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notWritable
      default: .other
      }
    let text = database.message ?? "no message"
    self.init(kind, path: path, action: action, cause: "\(text) (SQLite \(database.extendedResultCode.rawValue))")
  }

  package var advice: String {
    switch kind {
    case .diskFull: "free some space on its disk or run `oitcheck history prune`; nothing stored before is lost"
    case .locked: "another run is using it: wait for that to end, then try again"
    case .newerSchema: "use the newer version of oitcheck that wrote it, or name another history file"
    case .damaged: "put it aside and begin anew, or put a copy made by `oitcheck history export` in its place"
    case .foreign: "name another history file"
    case .notWritable: "check that the file and its folder belong to the user who runs oitcheck"
    case .notFound: "`oitcheck history list` shows what there is"
    case .unreadableReport: "judge its snapshot again with this version"
    case .other: "see the cause"
    }
  }

  package var description: String { "history \(path): cannot \(action): \(cause); \(advice)" }
}
