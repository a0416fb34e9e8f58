import Archive
import AuditCore
import Crawling

/// Keeps what the crawl brings home: documents are converted, then everything is on the disk before the crawl goes on.
actor SnapshotSink: VisitSink {
  private let recording: VisitRecording
  private let conversion: DocumentConversion

  init(writer: sending WARCWriter, conversion: DocumentConversion) {
    recording = VisitRecording(writer: writer)
    self.conversion = conversion
  }

  func record(_ visit: Visit, response: FetchResponse?) async throws {
    var visit = visit
    if case .delivered(var delivery) = visit.outcome, visit.purpose == .page {
      delivery.conversions = await conversion.conversions(of: delivery, at: visit.url)
      visit.outcome = .delivered(delivery)
    }
    try recording.record(visit, exchange: response)
  }

  func closing() async throws {}
}
