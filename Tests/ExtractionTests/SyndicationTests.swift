import AuditCore
import Foundation
import TestSupport
import Testing

@testable import Extraction

@Suite("Sitemaps and feeds")
struct SyndicationTests {
  struct Expected: Decodable {
    struct File: Decodable {
      let file: String
      let kind: String
      let count: Int?
      let first: String?
      let wellFormed: Bool?
    }
    let files: [File]
  }

  @Test(
    "The 28 peer files: kind, number and first of the addresses",
    .enabled(if: Folders.sharedMaterial != nil, Comment(rawValue: Folders.sharedMaterialIsAbsent)))
  func peer() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let expected = try decoder.decode(Expected.self, from: Data(try Site.peer("sitemaps/expected.json"))).files
    var checked = 0
    for file in expected {
      let reading = SitemapReader.addresses(in: try Site.peer("sitemaps/" + file.file))
      guard let count = file.count else { continue }
      let kind = file.kind == "sitemapindex" ? "index" : file.kind
      #expect(reading.kind.rawValue == kind, "\(file.file)")
      #expect(reading.entries.count == count, "\(file.file)")
      #expect(reading.entries.first?.location == file.first, "\(file.file)")
      if file.wellFormed == false, file.file.hasPrefix("broken") { #expect(!reading.faults.isEmpty, "\(file.file)") }
      #expect(!reading.entries.contains { $0.location.contains("do-not-visit") }, "\(file.file)")
      checked += 1
    }
    #expect(checked == 26)
  }

  @Test("A sitemap that breaks in the middle gives what comes before")
  func broken() {
    let reading = SitemapReader.addresses(
      in: Array("<urlset><url><loc>http://a.example/1</loc></url></wrong><url>".utf8))
    #expect(reading.entries.map(\.location) == ["http://a.example/1"])
    #expect(!reading.faults.isEmpty)
  }

  @Test("A billion laughs stays a few bytes")
  func laughs() {
    var entities = "<!ENTITY a0 \"haha\">"
    for level in 1..<30 {
      entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    let reading = SitemapReader.addresses(
      in: Array(
        "<!DOCTYPE u [\(entities)]><urlset><url><loc>&a29;</loc></url><url><loc>http://a.example/</loc></url></urlset>"
          .utf8))
    #expect(reading.entries.count <= 1)
  }

  @Test("A gzip bomb is unpacked to the limit only; a cut gzip gives what it has")
  func bomb() {
    let reading = SitemapReader.addresses(in: ZipBuilder.gzipOfZeros(56 << 20))
    #expect(reading.kind == .none)
    #expect(reading.faults.contains("cut at 50 MB"))
  }

  @Test("A feed in windows-874 is a document with a link for each entry")
  func thaiFeed() throws {
    let body =
      Array("<?xml version='1.0' encoding='windows-874'?><rss><channel><title>".utf8) + [0xA2, 0xE8, 0xD2, 0xC7]
      + Array("</title><item><title>A</title><link> news.php?id=1 </link></item></channel></rss>".utf8)
    let document = try Site.document(body, type: "text/xml")
    #expect(document.mediaType == .feed)
    #expect(document.title == "ข่าว")
    #expect(document.links.first?.target?.href == "http://town.example/ita/news.php?id=1")
  }
}
