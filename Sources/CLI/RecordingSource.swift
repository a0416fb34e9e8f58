import Archive
import AuditCore
import Crawling
import Foundation
import Logging
import Pipeline
import WebURL

/// Where pages come from: the live site, or a snapshot that is crawled again.
enum RecordingSource {
  case live(WebURL)
  case archive(SnapshotManifest, site: WebURL, fetcher: ArchiveFetcher)

  static func replay(of path: String) throws -> RecordingSource {
    let folder = AuditFolder.snapshot(in: path)
    let manifest = try folder.manifest()
    guard let site = WebURL(parsing: manifest.siteURL) else {
      throw PipelineError(
        "manifest ชำรุด: ที่อยู่เว็บไซต์อ่านไม่ได้", "the manifest is damaged: its site address does not parse",
        path: folder.manifestPath, cause: manifest.siteURL)
    }
    return .archive(manifest, site: site, fetcher: try ArchiveFetcher(folder: folder))
  }

  var site: WebURL {
    switch self {
    case .live(let site), .archive(_, let site, _): site
    }
  }

  /// What is to be recorded, compared with the snapshot of an earlier night where one is given.
  func recording(
    with options: CrawlOptions, pack: RulePack, focusYear: Int?, earlier: EarlierSnapshot? = nil
  ) throws -> SiteRecording {
    let year = focusYear ?? options.seek ?? JudgingOptions.defaultEdition
    let only = try options.seek.map { try JudgingOptions.edition($0, in: pack) }
    var plan = options.plan(
      for: site, seeking: only.map { Recognition.concepts(of: $0) } ?? Recognition.concepts(of: pack), focusYear: year)
    plan.aboutYearBefore = Recognition.aboutYearBefore(year, in: pack)
    let recognizer = Recognition.recognizer(for: pack)
    let log = Logger(label: "oitcheck") { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = .warning
      return handler
    }
    switch self {
    case .live:
      let resolver = SystemResolver(
        fixed: Dictionary(options.resolve.map { ($0.host, $0.address) }, uniquingKeysWith: { first, _ in first }))
      let ports = Dictionary(
        options.resolve.compactMap { fixed in fixed.port.map { (fixed.host, $0) } },
        uniquingKeysWith: { first, _ in first })
      let clock = SystemClock()
      let fetcher = LiveFetcher(
        options: HTTPClientOptions(userAgent: options.userAgent, ports: ports), resolver: resolver, clock: clock)
      var recording = SiteRecording(
        plan: plan, extraHosts: options.extraHosts, siteName: options.siteName, userAgent: options.userAgent,
        fetcher: fetcher, resolver: resolver, clock: clock, recognizer: recognizer,
        conversion: Documents.conversion(), earlier: earlier, log: log)
      recording.renderer = try options.renderer()
      return recording
    case .archive(let manifest, _, let fetcher):
      plan.delay = .zero
      plan.concurrency = 1
      plan.isOwnSite = true
      return SiteRecording(
        plan: plan, extraHosts: manifest.extraHosts, siteName: manifest.siteName, userAgent: manifest.userAgent,
        fetcher: fetcher, resolver: nil, clock: ReplayClock(recordedAt: manifest.recordedAt), recognizer: recognizer,
        conversion: Documents.conversion(), judgeAs: manifest.judgeAs, earlier: earlier,
        log: log)
    }
  }
}
