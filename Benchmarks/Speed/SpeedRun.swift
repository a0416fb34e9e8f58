import AuditCore
import Extraction
import ThaiText
import WebURL

/// Measures the pure half on one core: folding, the exact pass, periods, topics, reading of web pages.
struct SpeedRun {
  private let pack: RulePack
  private let automaton: PhraseAutomaton
  private(set) var table = SpeedTable()

  /// - Parameter pack: its names are the phrases of the exact pass.
  init(pack: RulePack) {
    self.pack = pack
    let names = pack.vocabulary.concepts.flatMap { ($0.strong + $0.weak + $0.never).map(\.text) }
    automaton = PhraseAutomaton(phrases: (names + pack.vocabulary.genericWords).map { ThaiFolding.fold($0) })
  }

  /// Folding and finding in running text, against walking over its letters once.
  mutating func measureText(_ text: String, from source: String) {
    let megabytes = Double(text.utf8.count) / 1e6
    let folded = ThaiFolding.fold(text)
    let automaton = automaton
    let reading = ProcessorTime.best { text.unicodeScalars.reduce(0) { $0 &+ Int($1.value) } }
    let works: [(String, Double?, () -> Int)] = [
      ("folding", nil, { ThaiFolding.fold(text).count }),
      ("folding with offsets kept", nil, { FoldedText(text).bytes.count }),
      ("exact pass over folded text", nil, { Self.finds(in: folded, by: automaton) }),
      ("folding and exact pass", 20, { Self.finds(in: ThaiFolding.fold(text), by: automaton) }),
      ("looser key", nil, { ThaiFolding.looseKey(text).count }),
    ]
    for (what, goal, work) in works {
      table.add(
        "\(what), \(source)", megabytes: megabytes, seconds: ProcessorTime.best(work), reading: reading, goal: goal)
    }
  }

  /// Periods and topics, line by line.
  mutating func measureLines(_ lines: [String], from source: String) {
    let bytes = Double(lines.reduce(0) { $0 + $1.utf8.count }) / 1e6
    let periods = ProcessorTime.best { lines.reduce(0) { $0 + PeriodReader.readings(in: $1).count } }
    table.add("periods, \(source)", megabytes: bytes, seconds: periods)
    table.add("periods, \(source)", lines: lines.count, seconds: periods)
    for year in [2566, 2568] {
      guard let matcher = LineMatcher(pack: pack, edition: year, fiscalYear: year) else { continue }
      let seconds = ProcessorTime.best(of: 3) {
        lines.reduce(0) { $0 + (matcher.answer(text: $1).item == nil ? 0 : 1) }
      }
      table.add("topics of \(year), \(source)", lines: lines.count, seconds: seconds, goal: 100_000)
    }
  }

  /// Bytes of web pages to documents.
  mutating func measurePages(_ pages: [Delivery], at url: WebURL, from source: String) {
    let extractor = DocumentExtractor()
    let megabytes = Double(pages.reduce(0) { $0 + $1.body.count }) / 1e6
    let seconds = ProcessorTime.best(of: 3) {
      pages.reduce(0) { $0 + extractor.document(from: $1, at: url).blocks.count }
    }
    table.add("reading HTML, \(source)", megabytes: megabytes, seconds: seconds)
  }

  private static func finds(in folded: [UInt8], by automaton: PhraseAutomaton) -> Int {
    var count = 0
    automaton.forEachMatch(in: folded) { _, _ in count += 1 }
    return count
  }
}
