import Archive
import AuditCore
import Extraction
import WebURL

/// Takes in a WARC of another tool (wget, a browser's recorder): documents are converted once, coverage is reckoned
/// from what its own pages link to, and a snapshot of ours comes out, which is judged like any other.
package struct ForeignArchive {
  private let path: String
  private let converter: DocumentConversion
  private let home: WebURL?

  /// - Parameter home: the page to start from; the archive's first web page where nil.
  package init(path: String, home: WebURL?, converter: DocumentConversion) {
    self.path = path
    self.home = home
    self.converter = converter
  }

  /// Writes the snapshot and says what was wrong with the archive.
  package func imported(into folder: SnapshotFolder) async throws -> (manifest: SnapshotManifest, faults: [String]) {
    let reader = try VisitReader(path: path)
    let extractor = DocumentExtractor()
    let writer = try WARCWriter(path: folder.archivePath)
    let recording = VisitRecording(writer: writer)
    var reach = Reach(home: home)
    var first: Timestamp?
    var last: Timestamp?
    while let visit = try reader.next() {
      if first == nil {
        first = visit.at
        try writer.append(
          SnapshotFolder.opening(
            siteURL: (home ?? visit.url).href, software: "oitcheck \(ToolVersion.current)",
            userAgent: "imported from another archive", at: visit.at))
      }
      last = max(last ?? visit.at, visit.at)
      var visit = visit
      if case .delivered(var delivery) = visit.outcome {
        delivery.conversions += await converter.conversions(of: delivery, at: visit.url)
        visit.outcome = .delivered(delivery)
        reach.add(visit.url, links: extractor.document(from: delivery, at: visit.url))
      } else {
        reach.add(visit.url, links: nil)
      }
      try recording.record(visit, exchange: FetchResponse(replaying: visit))
    }
    guard let first, let last, let home = home ?? reach.home else {
      let fault = reader.faults.first?.description ?? "it holds no web page"
      throw PipelineError(
        "ไฟล์ WARC นี้ไม่มีหน้าเว็บที่อ่านได้", "this WARC holds no page that can be read", path: path, cause: fault)
    }
    let manifest = SnapshotManifest(
      toolVersion: ToolVersion.current, siteName: nil, siteURL: home.href, recordedAt: first, finishedAt: last,
      userAgent: "", extraHosts: [], bodyType: nil, sought: [],
      budgets: .init(maxPages: 0, maxSeconds: 0, maxFileBytes: 0, maxTotalBytes: 0), stopReason: "imported",
      coverage: reach.coverage(), delaySeconds: 0, ownSite: false, findings: [],
      archive: .init(name: SnapshotFolder.archiveName, bytes: 0, digest: ContentDigest("")))
    return (try folder.finish(manifest), reader.faults.map(\.description))
  }
}

/// How much of a site an archive holds, by what its pages link to.
private struct Reach {
  private(set) var home: WebURL?
  private var recorded: Set<String> = []
  private var linked: Set<String> = []
  private var canonicalizer: URLCanonicalizer?
  /// More than this share of linked pages not in the archive, and absence proves nothing.
  private static let mostUnseen = 0.15

  init(home: WebURL?) {
    self.home = home
  }

  mutating func add(_ url: WebURL, links document: Document?) {
    if home == nil, document?.mediaType == .html { home = url }
    if canonicalizer == nil, let home { canonicalizer = URLCanonicalizer(preferred: home) }
    let canonicalizer = canonicalizer ?? URLCanonicalizer(preferred: url)
    recorded.insert(canonicalizer.canonical(url).href)
    for link in document?.links ?? [] {
      guard let target = link.target, target.host == home?.host, target.isHTTP, Self.isPage(target) else { continue }
      linked.insert(canonicalizer.canonical(target).href)
    }
  }

  /// Pictures, styles and scripts are no pages.
  private static func isPage(_ url: WebURL) -> Bool {
    let last = url.pathSegments.last?.lowercased() ?? ""
    return ![".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".ico", ".css", ".js", ".mp4", ".mp3"]
      .contains { last.hasSuffix($0) }
  }

  func coverage() -> Coverage {
    let unseen = linked.subtracting(recorded).count
    return Coverage(
      known: recorded.count + unseen, fetched: recorded.count, refusedByRobots: 0, failed: 0, overBudget: 0,
      estimatedUnseen: unseen,
      sufficient: Double(unseen) <= Self.mostUnseen * Double(max(1, recorded.count + unseen)))
  }
}

extension FetchResponse {
  /// The exchange that a visit of an archive stands for, nil where there was none.
  init?(replaying visit: Visit) {
    switch visit.outcome {
    case .delivered(let delivery):
      self.init(
        status: delivery.status, fields: delivery.fields, body: delivery.body, truncated: delivery.truncated,
        startedAt: visit.at)
    case .redirected(let status, let target):
      let fields = target.map { [HTTPField(name: "Location", value: $0.href)] } ?? []
      self.init(status: status, fields: fields, body: [], startedAt: visit.at)
    case .refused(let status): self.init(status: status, fields: [], body: [], startedAt: visit.at)
    case .forbiddenByRobots, .failed, .leftOut: return nil
    }
  }
}
