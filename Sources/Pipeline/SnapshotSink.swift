import Archive
import AuditCore
import Crawling

/// Keeps what the crawl brings home: documents are converted, the archive gets the records, the journal says that
/// they are whole. A killed recording is resumed from there.
actor SnapshotSink: VisitSink {
  private let writer: WARCWriter
  private let recording: VisitRecording
  private let conversion: DocumentConversion
  private var journal: CrawlJournal
  private var unflushed = 0

  init(writer: sending WARCWriter, journal: CrawlJournal, conversion: DocumentConversion) {
    self.writer = writer
    recording = VisitRecording(writer: writer)
    self.journal = journal
    self.conversion = conversion
  }

  func record(_ visit: Visit, response: FetchResponse?) async throws {
    var visit = visit
    if case .delivered(var delivery) = visit.outcome, visit.purpose == .page {
      delivery.conversions = await conversion.conversions(of: delivery, at: visit.url)
      visit.outcome = .delivered(delivery)
    }
    try recording.record(visit, exchange: response)
    // The archive reaches the disk no later than the journal that vouches for it.
    unflushed += 1
    if unflushed >= CrawlJournal.syncEvery { try flush() }
    try journal.append(.visit(archiveBytes: Int(writer.offset)))
  }

  func closing() async throws {
    try flush()
    try journal.append(.closing(archiveBytes: Int(writer.offset)))
  }

  private func flush() throws {
    unflushed = 0
    try writer.flush()
  }
}
