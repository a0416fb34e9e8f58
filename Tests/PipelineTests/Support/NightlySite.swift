import Archive
import AuditCore
import Crawling
import Foundation
import Synchronization
import WebURL

@testable import Pipeline

/// A small site that is recorded night after night: pages with validators, pages without, and a document.
final class NightlySite: Fetcher {
  struct Page: Sendable {
    var body: String
    var type = "text/html; charset=utf-8"
    /// Nil for a page without validators.
    var etag: String?
  }

  private struct State {
    var pages: [String: Page]
    var now = Timestamp(secondsSinceEpoch: 0)
    var sentBytes = 0
    var statuses: [Int: Int] = [:]
    var isDown = false
    var disturbance: (afterRequests: Int, act: @Sendable () -> Void)?
  }

  static let home = "http://town.example/"
  private let state: Mutex<State>

  init(_ pages: [String: Page]) {
    state = Mutex(State(pages: pages))
  }

  /// A home page that links to so many others.
  convenience init(pageCount: Int) {
    let links = (0..<pageCount).map { "<a href=\"/page/\($0)\">หน้าที่ \($0) ของเทศบาล</a>" }.joined(separator: "\n")
    var pages = [
      "/": Page(body: "<title>เทศบาล</title>\(links)<a href=\"/list.pdf\">บัญชีรายชื่อ</a>", etag: "\"home\"")
    ]
    for number in 0..<pageCount {
      pages["/page/\(number)"] = Page(
        body: "<title>หน้าที่ \(number)</title><p>เรื่องที่ \(number) ของเทศบาลสมมุติแห่งนี้</p>",
        etag: number.isMultiple(of: 2) ? "\"v\(number)\"" : nil)
    }
    pages["/list.pdf"] = Page(body: "%PDF-1.4 made up", type: "application/pdf", etag: "\"pdf\"")
    self.init(pages)
  }

  /// Bodies sent since the last call, and answers by status.
  func spent() -> (bytes: Int, statuses: [Int: Int]) {
    state.withLock { state in
      defer { (state.sentBytes, state.statuses) = (0, [:]) }
      return (state.sentBytes, state.statuses)
    }
  }

  func begin(at moment: Timestamp) {
    state.withLock { $0.now = moment }
  }

  /// Whether its machine gives no answer.
  func setDown(_ isDown: Bool) {
    state.withLock { $0.isDown = isDown }
  }

  /// Does something once, in the middle of the request after so many more.
  func disturb(afterRequests requests: Int, _ act: @escaping @Sendable () -> Void) {
    state.withLock { $0.disturbance = (requests, act) }
  }

  private func disturbed() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard let disturbance = state.disturbance else { return nil }
      state.disturbance = disturbance.afterRequests > 0 ? (disturbance.afterRequests - 1, disturbance.act) : nil
      return disturbance.afterRequests > 0 ? nil : disturbance.act
    }
  }

  func change(_ path: String, to page: Page) {
    state.withLock { $0.pages[path] = page }
  }

  func remove(_ path: String) { state.withLock { $0.pages[path] = nil } }

  func fetch(_ request: FetchRequest) async -> FetchResult {
    disturbed()?()
    return state.withLock { state in
      guard !state.isDown else { return .failure(.connectionRefused, detail: "no answer", at: state.now) }
      let page = state.pages[request.url.path]
      let isSame = page?.etag != nil && request.fields["If-None-Match"] == page?.etag
      let status = page == nil ? 404 : isSame ? 304 : 200
      let body = status == 200 ? Array((page?.body ?? "").utf8) : []
      state.sentBytes += body.count
      state.statuses[status, default: 0] += 1
      var fields = page.map { [HTTPField(name: "Content-Type", value: $0.type)] } ?? []
      if status == 304 { fields = [] }
      if let etag = page?.etag { fields.append(HTTPField(name: "ETag", value: etag)) }
      return .response(
        FetchResponse(
          status: status, fields: fields, body: body, startedAt: state.now))
    }
  }
}

/// Says how often it was asked to read a document, and how thoroughly.
final class CountingConverter: Converter {
  let mediaTypes: Set<MediaType> = [.pdf]
  private let asked = Mutex<[ReadingEffort]>([])

  var efforts: [ReadingEffort] { asked.withLock { $0 } }

  func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion] {
    asked.withLock { $0.append(effort) }
    return [Conversion(method: .textLayer, outcome: .text, tool: "test", pages: ["รายชื่อผู้บริหาร"])]
  }
}

/// Knows one concept by one word.
struct OneWord: TopicRecognizer {
  var word: String
  static let concept = ConceptID("executives")

  func topics(of mention: Mention) -> [TopicMatch] {
    mention.text.contains(word) ? [TopicMatch(concept: Self.concept, confidence: 0.9, name: word, reasons: [])] : []
  }
}

/// A folder for the snapshots of several nights, gone afterwards.
final class Nights {
  let url: URL
  let site: NightlySite
  let converter = CountingConverter()
  var word = "คำที่ไม่มีในหน้าใด"

  init(_ site: NightlySite) throws {
    self.site = site
    url = FileManager.default.temporaryDirectory.appending(path: "nights-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func folder(_ night: Int) -> SnapshotFolder { SnapshotFolder(at: url.appending(path: "night-\(night)").path) }

  /// Records the site as of one night, compared with an earlier one.
  @discardableResult
  func record(_ night: Int, since earlier: Int? = nil, maxPages: Int = 3_000, resuming: Bool = false) async throws
    -> SnapshotManifest
  {
    guard let home = WebURL(parsing: NightlySite.home) else { throw CocoaError(.featureUnsupported) }
    var plan = CrawlPlan(site: home, sought: [OneWord.concept])
    plan.isExhaustive = true
    plan.maxPages = maxPages
    plan.delay = .zero
    plan.concurrency = 1
    let moment = Timestamp(secondsSinceEpoch: 1_686_800_000 + night * 86_400)
    site.begin(at: moment)
    let recording = SiteRecording(
      plan: plan, extraHosts: [], siteName: nil, userAgent: "test", fetcher: site, resolver: nil,
      clock: ReplayClock(recordedAt: moment),
      recognizer: OneWord(word: word), conversion: DocumentConversion(converters: [converter]),
      earlier: try earlier.map { try EarlierSnapshot(opening: self.folder($0)) })
    let folder = resuming ? self.folder(night) : try SnapshotFolder.create(at: self.folder(night).path)
    return try await recording.record(into: folder, resuming: resuming, progress: nil)
  }

  /// Record types of a night's archive, counted.
  func recordTypes(_ night: Int) throws -> [String: Int] {
    try folder(night).index().entries.reduce(into: [:]) { $0[$1.type, default: 0] += 1 }
  }

  /// What judging sees: every delivered body with its conversions, by address.
  func deliveries(_ night: Int) throws -> [String: Delivery] {
    let folder = self.folder(night)
    let reader = try VisitReader(
      path: folder.archivePath, parents: try ParentArchives(of: folder.manifest(), in: folder))
    var found: [String: Delivery] = [:]
    while let visit = try reader.next() {
      if case .delivered(let delivery) = visit.outcome { found[visit.url.path] = delivery }
    }
    return found
  }
}
