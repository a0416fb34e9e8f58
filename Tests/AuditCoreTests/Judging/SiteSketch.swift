import AuditCore
import Foundation
import ThaiText
import WebURL

/// A town's site in a few lines: pages and files with their words, and links between them, for tests of judging.
struct SiteSketch {
  static let home = "http://www.town.example/"
  private var visits: [(visit: Visit, document: Document?)] = []

  /// Words as the blocks of a page: the first is its heading, `a | b` a row of a table.
  static func blocks(_ lines: [String], isPage: Bool) -> [Block] {
    lines.enumerated().map { place, line in
      let cells = line.components(separatedBy: " | ")
      if cells.count > 1 { return Block(kind: .row, text: line, cells: cells) }
      if isPage, place == 0 { return Block(kind: .heading(level: 1), text: line) }
      return Block(kind: .paragraph, text: line, page: isPage ? nil : 1)
    }
  }

  static func link(_ text: String, to path: String, row: [String] = [], menu: [String] = []) -> Link {
    Link(
      target: url(path), rawTarget: path, text: text, row: row, menuPath: menu,
      region: menu.isEmpty ? .main : .navigation)
  }

  static func url(_ path: String) -> WebURL? {
    WebURL(parsing: path.hasPrefix("http") ? path : home + path)
  }

  /// - Parameter digest: of the bytes, where the same ones stand under another address as well.
  mutating func page(
    _ path: String, _ lines: [String], links: [Link] = [], forms: [Form] = [], pictures: [Picture] = [],
    digest: String? = nil
  ) {
    let linked = links.map { Block(kind: .listItem, text: $0.text) }
    add(
      path,
      Document(
        mediaType: .html, title: lines.first ?? "", blocks: Self.blocks(lines, isPage: true) + linked, links: links,
        forms: forms, pictures: pictures), digest)
  }

  /// What the site shows for an address that cannot exist.
  mutating func control(digest: String) {
    let delivery = Delivery(status: 200, fields: [], body: [], digest: ContentDigest("sha256:\(digest)"))
    visits.append(
      (
        Visit(url: address("control"), at: Self.day, outcome: .delivered(delivery), purpose: .soft404Control), nil
      ))
  }

  mutating func file(_ path: String, _ lines: [String], readability: Readability = .readable) {
    add(path, Document(mediaType: .pdf, blocks: Self.blocks(lines, isPage: false), readability: readability))
  }

  /// A scan that OCR has read, followed by lines that the file holds as text.
  mutating func scanned(_ path: String, _ lines: [String], typed: [String] = []) {
    var blocks = Self.blocks(lines, isPage: false)
    for at in blocks.indices { blocks[at].isScanned = true }
    blocks += Self.blocks(typed, isPage: false)
    add(path, Document(mediaType: .pdf, blocks: blocks, readability: .damaged))
  }

  mutating func scan(_ path: String) {
    file(path, [], readability: .unreadable(.noText, detail: "a scan"))
  }

  mutating func refused(_ path: String, status: Int) {
    visits.append((Visit(url: address(path), at: Self.day, outcome: .refused(status: status)), nil))
  }

  mutating func forbidden(_ path: String) {
    visits.append((Visit(url: address(path), at: Self.day, outcome: .forbiddenByRobots), nil))
  }

  mutating func redirect(_ path: String, to target: String) {
    visits.append(
      (Visit(url: address(path), at: Self.day, outcome: .redirected(status: 302, to: Self.url(target))), nil))
  }

  /// The report on the site under FY2566 as of 15 June 2023.
  func report(
    order: [Int]? = nil, year: Int = 2566, asOf day: String = "2023-06-15",
    recognizer: any TopicRecognizer = TopicRules.matcher
  ) -> AuditReport? {
    guard let edition = TopicRules.pack.edition(year), let asOf = CivilDate(iso: day) else { return nil }
    let judge = Judge(
      pack: TopicRules.pack, edition: edition, asOf: asOf, fiscalYear: year, recognizer: recognizer,
      language: .th)
    return judge.report(
      on: index(order: order),
      origin: Judge.Origin(
        toolVersion: "test", siteName: "เทศบาลตำบลตัวอย่าง", siteURL: Self.home, snapshotDigest: "sha256:0",
        recordedAt: Self.day, stopReason: "finished", sought: [], bodyType: nil, findings: []))
  }

  func item(_ number: String) -> ItemReport? { report()?.items.first { $0.number == number } }

  func index(order: [Int]? = nil) -> SiteIndex {
    let home = address("")
    var builder = SiteIndexBuilder(home: home, extraHosts: [], canonicalizer: URLCanonicalizer(preferred: home))
    for place in order ?? Array(visits.indices) { builder.add(visits[place].visit, document: visits[place].document) }
    return builder.index(
      coverage: Coverage(
        known: visits.count, fetched: visits.count, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0,
        sufficient: true))
  }

  var count: Int { visits.count }

  private static let day = Timestamp(secondsSinceEpoch: 1_686_787_200)

  private mutating func add(_ path: String, _ document: Document, _ known: String? = nil) {
    let digest = ContentDigest("sha256:\(known ?? visits.count.description)")
    let delivery = Delivery(status: 200, fields: [], body: [], digest: digest)
    visits.append((Visit(url: address(path), at: Self.day, outcome: .delivered(delivery)), document))
  }

  private func address(_ path: String) -> WebURL {
    guard let url = Self.url(path) else { preconditionFailure("\(path) is no address") }
    return url
  }
}
