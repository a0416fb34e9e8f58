import Archive
import AuditCore
import Foundation

/// A folder of one test's own, gone when the test is.
final class ScratchFolder {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "oitcheck-archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes bytes to a new file and returns its path.
  func file(_ name: String, holding bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }
}

/// The bytes of a file.
func contents(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

/// All records and faults of a file.
func readAll(
  _ path: String, limits: WARCLimits = WARCLimits()
) throws -> (records: [WARCRecord], faults: [WARCFault]) {
  let reader = try WARCReader(path: path, limits: limits)
  var records: [WARCRecord] = []
  while let record = try reader.next() { records.append(record) }
  return (records, reader.faults)
}

/// A small recorded town: invented pages of an invented site.
enum SmallSite {
  static let site = "https://ban-mai.example/"
  static let start = Timestamp(secondsSinceEpoch: 1_686_787_200)

  static func page(_ number: Int) -> [UInt8] {
    let line = "<p>เทศบาลตำบลบ้านใหม่ (สมมุติ) หน้า \(number)</p>\n"
    return Array(("<!doctype html>\n" + String(repeating: line, count: number % 5 + 1)).utf8)
  }

  static func head(_ type: String = "text/html; charset=utf-8") -> HTTPHead {
    HTTPHead(
      status: 200,
      fields: [
        HTTPField(name: "Content-Type", value: type), HTTPField(name: "Content-Encoding", value: "gzip"),
        HTTPField(name: "Transfer-Encoding", value: "chunked"), HTTPField(name: "X-Powered-By", value: "PHP/5.6"),
      ])
  }

  /// warcinfo, then response, request and metadata for each page.
  @discardableResult
  static func write(pages: Int, to writer: WARCWriter) throws -> [WARCWriter.Written] {
    var written = [
      try writer.append(
        SnapshotFolder.opening(siteURL: site, software: "oitcheck test", userAgent: "oitcheck", at: start))
    ]
    for number in 0..<pages {
      let url = "\(site)page/\(number)"
      let at = Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + number)
      let response = try writer.append(.response(for: url, at: at, head: head(), body: page(number)))
      let sent = HTTPHead(
        firstLine: "GET /page/\(number) HTTP/1.1", fields: [.init(name: "Host", value: "ban-mai.example")])
      written.append(response)
      written.append(try writer.append(.request(for: url, at: at, head: sent, concurrentTo: response.id)))
      written.append(
        try writer.append(.received(for: url, at: at, head: head(), receivedBytes: 99, about: response.id)))
    }
    return written
  }

  static func manifest(_ site: String = SmallSite.site) -> SnapshotManifest {
    SnapshotManifest(
      toolVersion: "test", siteName: "เทศบาลตำบลบ้านใหม่ (สมมุติ)", siteURL: site, recordedAt: start, finishedAt: start,
      userAgent: "oitcheck", extraHosts: [], bodyType: nil, sought: ["no_gift_policy"],
      budgets: .init(maxPages: 10, maxSeconds: 60, maxFileBytes: 1_000, maxTotalBytes: 10_000), stopReason: "finished",
      coverage: Coverage(
        known: 1, fetched: 1, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0, sufficient: true),
      delaySeconds: 1, ownSite: false, findings: [], archive: .init(name: "", bytes: 0, digest: ContentDigest("")))
  }
}

/// Random numbers from a fixed seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension GzipPacker {
  /// One whole gzip member as bytes.
  func member(_ parts: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    try? pack(parts) { bytes += $0 }
    return bytes
  }
}
