import Foundation

/// The diary of one recording, beside its archive: which visits are whole in the archive, and how far it then reached.
///
/// Append-only lines, each with its checksum; the last line is written after the archive's bytes of that visit were
/// handed to the system. So after kill -9 at any instant the archive is cut back to the length of the last whole line,
/// the visits before it are replayed into the crawl, and nothing is lost or recorded twice.
///
/// Lines go to the system at once (a killed process loses none) and to the disk every ``syncEvery`` visits and at the
/// end: after a power failure up to that many visits are asked for again, because recovery believes only lines whose
/// length the archive really has.
package struct CrawlJournal {
  package enum Entry: Sendable, Equatable {
    /// What the recording was started with, opaque to the journal; a resumed one must be started with the same.
    case begun(plan: String)
    /// One more visit is in the archive, which is now so long; so much time was spent until then.
    case visit(archiveBytes: Int, spent: Duration)
    /// From here on only addresses left unasked follow: a resumed recording starts again before this line.
    case closing(archiveBytes: Int)
    /// The recording ended of itself.
    case ended
  }

  /// Visits between two syncs to the disk.
  package static let syncEvery = 64

  private let handle: FileHandle
  private let path: String
  private var unsynced = 0

  /// Starts a journal; an older one at the path is overwritten.
  package init(creating path: String, plan: String) throws(JournalError) {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else { throw JournalError("the journal cannot be created", path: path, cause: String(cString: strerror(errno))) }
    self.handle = handle
    self.path = path
    try append(.begun(plan: plan))
    try sync()
  }

  /// Goes on with a journal after its torn end was cut off.
  package init(continuing path: String, after state: JournalState) throws(JournalError) {
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw JournalError("the journal cannot be opened", path: path, cause: String(cString: strerror(errno)))
    }
    self.handle = handle
    self.path = path
    do {
      try handle.truncate(atOffset: UInt64(state.journalBytes))
      try handle.seekToEnd()
    } catch {
      throw JournalError("the journal cannot be cut back", path: path, cause: "\(error)")
    }
  }

  package mutating func append(_ entry: Entry) throws(JournalError) {
    do {
      try handle.write(contentsOf: Data(JournalLine.text(of: entry).utf8))
    } catch {
      throw JournalError("the journal cannot be written", path: path, cause: "\(error)")
    }
    unsynced += 1
    if unsynced >= Self.syncEvery || entry == .ended { try sync() }
  }

  private mutating func sync() throws(JournalError) {
    unsynced = 0
    do { try handle.synchronize() } catch {
      throw JournalError("the journal cannot be written", path: path, cause: "\(error)")
    }
  }
}

/// Our own fault in keeping the journal.
package struct JournalError: Error, Sendable, CustomStringConvertible {
  package let message: String
  package let path: String
  package let cause: String

  init(_ message: String, path: String, cause: String) {
    self.message = message
    self.path = path
    self.cause = cause
  }

  package var description: String { "\(path): \(message) (\(cause))" }
}
