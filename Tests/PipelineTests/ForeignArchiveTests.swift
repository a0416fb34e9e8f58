import Archive
import AuditCore
import Foundation
import Testing

@testable import Pipeline

/// A WARC of another tool: its documents go through the converters of a recording.
@Suite("Archives of other tools")
struct ForeignArchiveTests {
  /// Reads every PDF as the same sentence, and hangs on none.
  private struct StandInConverter: Converter {
    let mediaTypes: Set<MediaType> = [.pdf]

    func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion] {
      guard body.count > 20 else {
        return [Conversion(method: .textLayer, outcome: .unopenable, tool: "stand-in 1", detail: "the file is cut")]
      }
      return [Conversion(method: .textLayer, outcome: .text, tool: "stand-in 1", pages: ["แผนดำเนินงาน ประจำปี 2566"])]
    }
  }

  private func response(_ url: String, _ type: String, _ body: String) -> String {
    let message = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2023-06-15T01:00:00Z\r\n"
      + "WARC-Record-ID: <urn:uuid:\(UUID().uuidString)>\r\nContent-Type: application/http; msgtype=response\r\n"
      + "Content-Length: \(message.utf8.count)\r\n\r\n\(message)\r\n\r\n"
  }

  @Test("Documents are converted once, and one that does not open costs itself only")
  func documents() async throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "oitcheck-foreign-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let home = "http://town.example/"
    let archive =
      response(
        home, "text/html; charset=utf-8", "<title>เทศบาล</title><a href=\"/a.pdf\">แผน</a><a href=\"/b.pdf\">คู่มือ</a>")
      + response(home + "a.pdf", "application/pdf", "%PDF-1.4 made up, long enough")
      + response(home + "b.pdf", "application/pdf", "%PDF-1.4 cut")
    let path = place.appending(path: "theirs.warc").path
    try Data(archive.utf8).write(to: URL(filePath: path))
    let folder = try SnapshotFolder.create(at: place.appending(path: "snapshot").path)
    let foreign = ForeignArchive(
      path: path, home: nil, converter: DocumentConversion(converters: [StandInConverter()]))
    let imported = try await foreign.imported(into: folder)
    #expect(imported.faults.isEmpty && imported.manifest.siteURL == home)

    let pages = try RecordedSite.read(folder: folder).index.pages
    #expect(pages.count == 3)
    let plan = try #require(pages.first { $0.url.href.hasSuffix("a.pdf") })
    #expect(plan.document?.blocks.map(\.text) == ["แผนดำเนินงาน ประจำปี 2566"])
    let cut = try #require(pages.first { $0.url.href.hasSuffix("b.pdf") })
    #expect(cut.document?.readability == .unopenable(detail: "the file is cut"))
  }
}
