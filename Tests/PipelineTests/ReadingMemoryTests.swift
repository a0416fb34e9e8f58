import Archive
import AuditCore
import Extraction
import Foundation
import TestSupport
import Testing
import ThaiText
import WebURL

@testable import Pipeline

/// What was read once is not read again, and nobody can tell the difference.
@Suite("Remembered readings")
struct ReadingMemoryTests {
  /// Everything that the bundled town delivered.
  private static func deliveries() throws -> [(delivery: Delivery, url: WebURL)] {
    let folder = SnapshotFolder(at: Folders.package.appending(path: "Snapshots/nongsai/2026-11-21").path)
    let reader = try VisitReader(path: folder.archivePath)
    var found: [(Delivery, WebURL)] = []
    while let visit = try reader.next() {
      if case .delivered(let delivery) = visit.outcome, visit.purpose == .page { found.append((delivery, visit.url)) }
    }
    return found
  }

  @Test("The next night is given the very documents that reading would give")
  func sameDocuments() throws {
    let folder = try ScratchFolder()
    let file = folder.path("town.readings")
    let all = try Self.deliveries()
    let first = ReadingMemory()
    for (delivery, url) in all { _ = first.document(from: delivery, at: url) }
    first.keep(at: file)
    let kept = try #require(ReadingFile.read(file))
    #expect(all.count > 40 && kept.count == all.count)
    let next = ReadingMemory(reading: file)
    for (delivery, url) in all {
      let read = DocumentExtractor().document(from: delivery, at: url)
      #expect(kept[ReadingKey(delivery, at: url)] == read, "\(url)")
      #expect(next.document(from: delivery, at: url) == read, "\(url)")
    }
  }

  @Test("Another label, address, cut or conversion is another reading")
  func keys() throws {
    let url = try #require(WebURL(parsing: "http://town.example/a"))
    let other = try #require(WebURL(parsing: "http://town.example/b"))
    let delivery = Delivery(
      status: 200, fields: [HTTPField(name: "Content-Type", value: "text/html")], body: [0x20],
      digest: ContentDigest("sha256:1"))
    var variants = [delivery, delivery, delivery, delivery, delivery, delivery]
    variants[1].fields[0].value = "text/html; charset=tis-620"
    variants[2].truncated = "length"
    variants[3].digest = ContentDigest("sha256:2")
    variants[4].conversions = [Conversion(method: .ocr, outcome: .text, tool: "t", pages: ["ab", "c"])]
    variants[5].conversions = [Conversion(method: .ocr, outcome: .text, tool: "t", pages: ["a", "bc"])]
    let keys = variants.map { ReadingKey($0, at: url) } + [ReadingKey(delivery, at: other)]
    #expect(Set(keys).count == 7)
    var fresh = delivery
    fresh.fields.append(HTTPField(name: "Date", value: "today"))
    #expect(ReadingKey(fresh, at: url) == keys[0])
  }

  @Test("A damaged file, a cut one and one of another program are not believed")
  func disbelief() throws {
    let folder = try ScratchFolder()
    let file = folder.path("town.readings")
    let first = ReadingMemory()
    for (delivery, url) in try Self.deliveries() { _ = first.document(from: delivery, at: url) }
    first.keep(at: file)
    let whole = try Data(contentsOf: URL(filePath: file))
    #expect(ReadingFile.read(file) != nil)
    for place in [25, 55, 90, whole.count / 2, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 1
      try bytes.write(to: URL(filePath: file))
      #expect(ReadingFile.read(file) == nil, "byte \(place)")
    }
    for length in [0, 10, 60, 100, whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: file))
      #expect(ReadingFile.read(file) == nil, "\(length) bytes")
    }
  }

  @Test("Content that is none is an error, whatever stands in it")
  func misfits() {
    var random = SeededNumbers(seed: 7)
    for length in 0..<2_000 {
      let bytes = (0..<length % 200).map { _ in UInt8(random.below(length.isMultiple(of: 2) ? 256 : 4)) }
      var decoding = ReadingDecoding(bytes)
      let readings = try? decoding.readings()
      #expect(readings?.isEmpty ?? true)
    }
  }

  @Test("A night judges the same with what the last one kept, without it, and by its recording alone")
  func sameReports() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 30))
    for night in 0..<3 {
      let file = try town.data.readingsPath(of: town.configuration.towns[0])
      #expect(FileManager.default.fileExists(atPath: file) == (night > 0))
      if night == 2 { try Data("oitcheck readings 1\n".utf8).write(to: URL(filePath: file)) }
      let run = try town.night()
      guard case .kept(_, let report, let folder, _)? = try await town.run().towns.first?.result else {
        Issue.record("not kept")
        return
      }
      var alone = try run.judgement(for: town.configuration.towns[0], asOf: #require(CivilDate(iso: report.asOf)))
      alone.fiscalYear = report.judgedFiscalYear
      let again = alone.report(on: try RecordedSite.read(folder: folder.snapshot))
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      #expect(try encoder.encode(again) == encoder.encode(report))
    }
  }
}
