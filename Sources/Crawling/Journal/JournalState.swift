import Foundation

/// What a journal says about an interrupted recording, read up to the first line that is torn or false.
package struct JournalState: Sendable, Equatable {
  /// What the recording was started with.
  package var plan: String
  /// Visits that are whole in the archive.
  package var visits: Int
  /// The length to cut the archive back to; nil where not even its opening was journalled.
  package var archiveBytes: Int?
  /// Time that the recording took up to the last of these visits, resumptions included.
  package var spent = Duration.zero
  /// The length to cut the journal back to.
  package var journalBytes: Int
  /// The recording ended of itself: there is nothing to resume.
  package var isEnded: Bool
  /// The recording stopped without being told to, and without saying why: killed, or ended by a fault of the process.
  package var didBreakOff = true

  /// Reads a journal.
  /// - Parameter archiveBytes: How long the archive is now; lines that claim more are not believed.
  /// - Throws: Where the file cannot be read, or does not begin as a journal does.
  package init(reading path: String, archiveBytes available: Int) throws(JournalError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw JournalError("the journal cannot be read", path: path, cause: String(cString: strerror(errno)))
    }
    var lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.removeLast()
    guard let first = lines.first, case .begun(let plan)? = JournalLine.entry(Array(first)) else {
      throw JournalError("the journal does not begin as one", path: path, cause: "first line")
    }
    self.plan = plan
    visits = 0
    archiveBytes = nil
    isEnded = false
    journalBytes = first.count + 1
    var isClosing = false
    scan: for line in lines.dropFirst() {
      switch JournalLine.entry(Array(line)) {
      case .visit? where isClosing: continue
      case .visit(let length, let time)? where length <= available:
        visits += 1
        spent = time
        archiveBytes = length
        journalBytes += line.count + 1
      case .closing?: (isClosing, didBreakOff) = (true, false)
      case .ended?: (isEnded, didBreakOff) = (true, false)
      default: break scan
      }
    }
  }
}
