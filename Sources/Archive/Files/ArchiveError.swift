import Foundation

/// Our own side failed: a file of ours could not be opened, written or trusted. What is wrong with somebody
/// else's archive is a `WARCFault`, a value; this is thrown.
package struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was being done, as a phrase: "cannot write the archive".
  package let message: String
  /// The file or folder concerned.
  package let path: String
  /// Why: the system's own words, or what was found. Empty where the message says it all.
  package let cause: String
  /// The system's error number where there is one: `ENOSPC` is the full disk.
  package let code: Int32?

  package init(_ message: String, path: String, cause: String = "", code: Int32? = nil) {
    self.message = message
    self.path = path
    self.cause = cause
    self.code = code
  }

  /// An error that carries the reason the system gave in `errno`.
  package static func system(_ message: String, path: String, code: Int32 = errno) -> ArchiveError {
    ArchiveError(message, path: path, cause: String(cString: strerror(code)), code: code)
  }

  package var description: String {
    cause.isEmpty ? "\(message): \(path)" : "\(message): \(path): \(cause)"
  }
}
