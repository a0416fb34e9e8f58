import Archive
import AuditCore
import Crawling

/// Keeps what the crawl brings home: documents are converted, the archive gets the records, the journal says that
/// they are whole. A killed recording is resumed from there.
actor SnapshotSink: VisitSink {
  /// Nil once the recording is over: letting go of the writer closes the archive and opens its lock.
  private var writer: WARCWriter?
  private let conversion: DocumentConversion
  private var journal: CrawlJournal
  private let stopwatch: Stopwatch
  private var unflushed = 0
  /// Archives whose bodies this recording refers to.
  private(set) var parents: Set<ContentDigest> = []

  init(
    writer: sending WARCWriter, journal: CrawlJournal, stopwatch: Stopwatch, conversion: DocumentConversion
  ) {
    self.writer = writer
    self.journal = journal
    self.stopwatch = stopwatch
    self.conversion = conversion
  }

  /// The conversion of a document: pictures of pages are read only where a link promised something sought, and
  /// nothing is read again that an earlier night read.
  nonisolated func preparation(of visit: Visit) -> (@Sendable () async -> Visit)? {
    guard case .delivered(let delivery) = visit.outcome, visit.purpose == .page,
      conversion.isNeeded(for: delivery, at: visit.url)
    else { return nil }
    return { [conversion] in
      var (visit, delivery) = (visit, delivery)
      delivery.conversions = await conversion.conversions(
        of: delivery, at: visit.url, effort: visit.concepts.isEmpty ? .text : .pictures)
      delivery.earlier?.holdsConversions = false
      visit.outcome = .delivered(delivery)
      return visit
    }
  }

  func record(_ visit: Visit, response: FetchResponse?) async throws {
    guard let writer else { return }
    note(visit)
    try VisitRecording(writer: writer).record(visit, exchange: response)
    // The archive reaches the disk no later than the journal that vouches for it.
    unflushed += 1
    if unflushed >= CrawlJournal.syncEvery { try flush() }
    try journal.append(.visit(archiveBytes: Int(writer.offset), spent: stopwatch.spent))
  }

  /// Takes note of the archive that holds the body of a visit, recorded now or before the recording was interrupted.
  func note(_ visit: Visit) {
    if case .delivered(let delivery) = visit.outcome, let earlier = delivery.earlier { parents.insert(earlier.archive) }
  }

  func closing() async throws {
    guard let writer else { return }
    try flush()
    try journal.append(.closing(archiveBytes: Int(writer.offset)))
  }

  private func flush() throws {
    unflushed = 0
    try writer?.flush()
  }

  /// Ends the recording: nothing more is written, and another program may open the archive.
  func close() throws {
    try flush()
    writer = nil
  }
}

/// How long a recording has taken so far, interruptions left out and what came before them counted.
struct Stopwatch: Sendable {
  private let clock: any CrawlClock
  private let zero: Duration

  init(_ clock: any CrawlClock, alreadySpent: Duration) {
    self.clock = clock
    zero = clock.uptime - alreadySpent
  }

  var spent: Duration { clock.uptime - zero }
}
