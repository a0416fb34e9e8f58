import Archive
import Foundation
import TestSupport
import Testing

/// What `expected.json` of the shared WARC files says about one of them.
struct PeerFile: Decodable, Sendable, CustomTestStringConvertible {
  var file: String
  var format: String
  var byType: [String: Int]
  var targetUris: [String]
  var valid: Bool
  var afterGunzip: [String: Int]?

  var testDescription: String { file }

  private struct List: Decodable { var files: [PeerFile] }

  static let folder = Folders.sharedMaterial?.appending(path: "data/peer/warc")

  static let all: [PeerFile] = {
    guard let folder, let json = try? Data(contentsOf: folder.appending(path: "expected.json")) else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode(List.self, from: json).files) ?? []
  }()
}

@Suite(
  "Archives of other tools", .enabled(if: !PeerFile.all.isEmpty, "the shared material is not beside this checkout"))
struct PeerWARCTests {
  /// The fault that each bad file must be named for.
  private static let faults: [String: Set<WARCFault.Kind>] = [
    "bad.arc": [.notWARC], "example-space-in-url.arc": [.notWARC], "example.arc": [.notWARC],
    "example.arc.gz": [.notWARC],
    "example-bad-non-chunked.warc.gz": [.members], "example-bad.warc.gz.bad": [.members],
    "example-digest.warc": [.digest], "example-space-in-target-uri.warc.gz": [.address],
    "example-trunc.warc": [.contentLength, .digest],
    "example-wrong-chunks.warc.gz": [.members, .noTerminator, .digest],
  ]

  @Test("Good ones are read in full without a fault, each bad one is named for what is wrong", arguments: PeerFile.all)
  func read(_ peer: PeerFile) throws {
    let folder = try #require(PeerFile.folder)
    let (records, faults) = try readAll(folder.appending(path: peer.file).path)
    #expect(Set(faults.map(\.kind)) == (peer.valid ? [] : Self.faults[peer.file, default: []]), "\(faults)")
    #expect(peer.valid == faults.isEmpty)
    let isARC = peer.format == "ARC"
    let counts = Dictionary(grouping: records) { $0.type?.rawValue ?? "" }.mapValues(\.count)
    #expect(counts == (isARC ? [:] : peer.afterGunzip ?? peer.byType))
    if peer.afterGunzip == nil { #expect(Set(records.compactMap(\.target)) == Set(peer.targetUris)) }
  }

  @Test(
    "Chunked and packed bodies come out as the page", arguments: ["example-iana.org-chunked.warc", "example.warc.gz"])
  func decoded(_ name: String) throws {
    let folder = try #require(PeerFile.folder)
    let records = try readAll(folder.appending(path: name).path).records
    let response = try #require(records.compactMap { $0.response() }.first)
    #expect(response.fault == nil)
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text.lowercased().hasPrefix("<!doctype html>"))
    #expect(text.hasSuffix("</html>\n") || text.hasSuffix("</html>\n\n"))
  }

  @Test("A body that says chunked and is not is handed out as it stands")
  func wrongChunks() throws {
    let folder = try #require(PeerFile.folder)
    let records = try readAll(folder.appending(path: "example-wrong-chunks.warc.gz").path).records
    let response = try #require(records.first?.response())
    #expect(String(decoding: response.body, as: UTF8.self).hasPrefix("<!doctype html>"))
    #expect(response.body.count == 1_270)
  }

  @Test("A revisit names what it stands for")
  func revisit() throws {
    let folder = try #require(PeerFile.folder)
    let records = try readAll(folder.appending(path: "example.warc.gz").path).records
    let response = try #require(records.first { $0.type == .revisit }?.response())
    #expect(response.revisit?.target == "http://example.com/")
    #expect(response.revisit?.date?.description == "2017-03-06T04:02:06Z")
    #expect(response.body.isEmpty)
  }

  @Test("Any good packed record is read by its place alone", arguments: PeerFile.all.filter(\.valid))
  func randomAccess(_ peer: PeerFile) throws {
    let folder = try #require(PeerFile.folder)
    let path = folder.appending(path: peer.file).path
    for record in try readAll(path).records {
      let location = try #require(record.location)
      #expect(try WARCReader.record(at: location, in: path).block == record.block)
    }
  }
}

/// One of the three sites that wget recorded.
struct RealSite: Decodable, Sendable, CustomTestStringConvertible {
  struct Page: Decodable, Sendable {
    var url: String
    var status: Int
    var bytes: Int
  }

  var site: String
  var warc: String
  var records: [String: Int]
  var responsesByStatus: [String: Int]
  var responsesByType: [String: Int]
  var pages: [Page]

  var testDescription: String { site }

  private struct List: Decodable { var sites: [RealSite] }

  static let folder = Folders.sharedMaterial?.appending(path: "data/peer/realsites")

  static let all: [RealSite] = {
    guard let folder, let json = try? Data(contentsOf: folder.appending(path: "index.json")) else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode(List.self, from: json).sites) ?? []
  }()
}

@Suite("Sites recorded by wget", .enabled(if: !RealSite.all.isEmpty, "the shared material is not beside this checkout"))
struct RealSiteTests {
  @Test("All answers are listed with their status, type and body", arguments: RealSite.all)
  func answers(_ site: RealSite) throws {
    let folder = try #require(RealSite.folder)
    let (records, faults) = try readAll(folder.appending(path: site.warc).path)
    #expect(faults.isEmpty)
    #expect(Dictionary(grouping: records) { $0.type?.rawValue ?? "" }.mapValues(\.count) == site.records)
    let answers = records.compactMap { $0.response() }
    #expect(answers.allSatisfy { $0.fault == nil })
    #expect(Dictionary(grouping: answers) { "\($0.status)" }.mapValues(\.count) == site.responsesByStatus)
    for page in site.pages {
      #expect(answers.contains { $0.target == page.url && $0.status == page.status && $0.body.count == page.bytes })
    }
  }

  @Test("Written again by us, every answer keeps its body", arguments: RealSite.all)
  func rewritten(_ site: RealSite) throws {
    let folder = try #require(RealSite.folder)
    let scratch = try ScratchFolder()
    let path = scratch.file("again.warc.gz")
    let writer = try WARCWriter(path: path)
    let reader = try WARCReader(path: folder.appending(path: site.warc).path)
    var digests: [String] = []
    while let record = try reader.next() {
      guard let answer = record.response(), let date = answer.date else { continue }
      digests.append(answer.digest.description)
      let head = HTTPHead(status: answer.status, fields: answer.fields)
      try writer.append(.response(for: answer.target, at: date, head: head, body: answer.body))
    }
    let (records, faults) = try readAll(path)
    #expect(faults.isEmpty)
    #expect(records.compactMap { $0.response()?.digest.description } == digests)
  }
}
