import AuditCore
import Crawling
import Logging
import Synchronization
import WebURL

/// Reads the pages that `ScriptedSite` writes: one link a line, nothing else.
struct LinkLineExtractor: Extractor {
  func document(from delivery: Delivery, at url: WebURL) -> Document {
    var document = Document(mediaType: .html)
    for line in String(decoding: delivery.body, as: UTF8.self).split(separator: "\n") {
      if let title = Self.between(line, "<title>", "</title>") { document.title = title }
      if let text = Self.between(line, "<p>", "</p>") { document.blocks.append(Block(kind: .paragraph, text: text)) }
      guard let href = Self.between(line, "<a href=\"", "\""), let words = Self.between(line, "\">", "</a>") else {
        continue
      }
      document.links.append(Link(target: WebURL(parsing: href, relativeTo: url), rawTarget: href, text: words))
    }
    return document
  }

  private static func between(_ line: Substring, _ start: String, _ end: String) -> String? {
    guard let from = line.range(of: start) else { return nil }
    let rest = line[from.upperBound...]
    return rest.range(of: end).map { String(rest[..<$0.lowerBound]) }
  }
}

/// Names a concept wherever its word stands in the text.
struct WordRecognizer: TopicRecognizer {
  var words: [String: String]

  func topics(of mention: Mention) -> [TopicMatch] {
    words.filter { mention.text.contains($0.key) }.sorted { $0.value < $1.value }
      .map { TopicMatch(concept: ConceptID($0.value), confidence: 0.9, name: $0.key, reasons: []) }
  }
}

/// One address a line.
struct LineSitemaps: SitemapParsing {
  func addresses(in bytes: [UInt8]) -> SitemapReading {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.first?.hasPrefix("http") == true else { return SitemapReading(kind: .none) }
    return SitemapReading(kind: .text, entries: lines.map { SitemapReading.Entry(location: $0) })
  }
}

/// Keeps visits in memory, in their order.
actor VisitList: VisitSink {
  struct Full: Error {}

  private(set) var visits: [Visit] = []
  private(set) var visitsBeforeClosing: Int?
  private let capacity: Int

  init(capacity: Int = .max) { self.capacity = capacity }

  func record(_ visit: Visit, response: FetchResponse?) async throws {
    guard visits.count < capacity else { throw Full() }
    visits.append(visit)
  }

  func closing() async throws { visitsBeforeClosing = visits.count }

  /// Addresses with what happened to them, in a word.
  var outcomes: [String: String] {
    var found: [String: String] = [:]
    for visit in visits { found[visit.url.href, default: ""] += Self.word(visit.outcome) }
    return found
  }

  private static func word(_ outcome: Visit.Outcome) -> String {
    switch outcome {
    case .delivered: "delivered"
    case .redirected(let status, _): "redirected \(status)"
    case .refused(let status): "refused \(status)"
    case .forbiddenByRobots: "robots"
    case .failed(let failure, _): "failed \(failure.rawValue)"
    case .leftOut(let reason): "left out: \(reason)"
    }
  }
}

/// A resolver with a book of its own; hosts that are not in it are public.
struct AddressBook: AddressResolver {
  var addresses: [String: String] = [:]

  func addresses(of host: String) async -> [IPAddress] {
    [IPAddress(parsing: addresses[host] ?? "203.0.114.7")].compactMap { $0 }
  }
}

/// Everything a crawl needs, for one test.
struct CrawlStage {
  let clock: VirtualClock
  let site: ScriptedSite
  /// Asks over real sockets in the place of the scripted site, by the machine's own clock.
  var live: (any Fetcher)?
  let sink: VisitList
  var plan: CrawlPlan
  var words: [String: String] = [:]
  var book = AddressBook()
  var extraHosts: [String] = []

  /// - Parameter answers: By address without the host.
  init(
    at home: String = "http://town.example/", capacity: Int = .max,
    _ answers: @escaping @Sendable (String) -> ScriptedSite.Answer?
  ) throws {
    clock = VirtualClock()
    site = ScriptedSite(clock: clock, answers)
    sink = VisitList(capacity: capacity)
    guard let url = WebURL(parsing: home) else { throw VisitList.Full() }
    plan = CrawlPlan(site: url)
    plan.concurrency = 1
  }

  init(_ answers: [String: ScriptedSite.Answer]) throws {
    try self.init { answers[$0] }
  }

  var crawler: Crawler {
    var plan = plan
    plan.sought = Set(words.values).sorted().map { ConceptID($0) }
    let services = CrawlServices(
      fetcher: live ?? site, resolver: live == nil ? book : SystemResolver(), extractor: LinkLineExtractor(),
      sitemaps: LineSitemaps(),
      recognizer: WordRecognizer(words: words), digest: { ContentDigest(String(decoding: $0, as: UTF8.self)) },
      clock: live == nil ? clock : SystemClock(), sink: sink,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return Crawler(plan: plan, extraHosts: extraHosts, services: services)
  }

  @discardableResult
  func run() async throws -> CrawlOutcome { try await crawler.run() }
}
