import AuditCore
import Extraction
import Foundation
import Pipeline
import WebURL

// Speed of the pure half on one core, as a table: `swift run -c release oitcheck-benchmarks`, in the checkout.

let pack = try RuleShelf.load(explicit: nil)
guard let home = WebURL(parsing: "https://www.example.go.th/") else { exit(70) }
var texts = TownTexts(vocabulary: pack.vocabulary)
var run = SpeedRun(pack: pack)

let pages = (0..<100).map { _ in
  Delivery(
    status: 200, fields: [HTTPField(name: "Content-Type", value: "text/html; charset=utf-8")],
    body: Array(texts.page().utf8), digest: ContentDigest(""))
}
run.measureText((0..<50_000).map { _ in texts.sentence() }.joined(separator: "\n"), from: "generated")
run.measureLines((0..<20_000).map { _ in texts.line() }, from: "generated")
run.measurePages(pages, at: home, from: "generated")

if let recorded = RecordedPages(workingFolder: URL(filePath: FileManager.default.currentDirectoryPath)) {
  let pages = try recorded.pages()
  let extractor = DocumentExtractor()
  let blocks = pages.flatMap { extractor.document(from: $0, at: home).blocks.map(\.text) }
  if !blocks.isEmpty { run.measureText(blocks.joined(separator: "\n"), from: "real pages") }
  let lines = try recorded.lines()
  if !lines.isEmpty { run.measureLines(Array(repeatElement(lines, count: 20).joined()), from: "labelled list") }
  if !pages.isEmpty { run.measurePages(pages, at: home, from: "real pages") }
}
print(run.table.text, terminator: "")
