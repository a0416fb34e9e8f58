import Foundation
import GRDB

/// Taking the history elsewhere.
extension HistoryStore {
  /// Writes the whole history into one new file without a log beside it, readable by its owner only; runs may go on
  /// meanwhile.
  package func export(to path: String) throws {
    let action = "export it to \(path)"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw HistoryError(.notWritable, path: self.path, action: action, cause: "that file is already there")
    }
    do {
      try HistoryFile.keepPrivate(path)
      try file.pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    } catch {
      unlink(path)
      throw HistoryError(error, path: self.path, action: action)
    }
  }
}

extension HistoryFile {
  /// Gives the pages freed by a pruning back to the disk, and the log with them.
  func giveBackPages() throws {
    do {
      try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA incremental_vacuum")
        try database.checkpoint(.passive)
      }
    } catch {
      throw HistoryError(error, path: path, action: "give back space")
    }
  }
}
