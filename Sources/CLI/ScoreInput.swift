import AuditCore
import Foundation

/// The lists of `oitcheck score` as people type them; what cannot be read is a usage fault in one sentence.
enum ScoreInput {
  private static let largestFile = 4 << 20

  static func others(_ word: String) -> Verdict? {
    ["met": .met, "missing": .missing, "unknown": .unknown][word]
  }

  /// `1=90.63,2=78.75`, given once or several times.
  static func indicators(_ texts: [String]) throws -> IndicatorScores {
    var scores: [Int: Double] = [:]
    for part in texts.flatMap({ $0.split(separator: ",") }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, let indicator = Int(sides[0]), (1...10).contains(indicator),
        let score = Double(sides[1]), (0...100).contains(score)
      else {
        throw UsageFault(
          "อ่าน “\(shown(part))” ไม่ได้ ต้องเป็น ตัวชี้วัด 1–10 = คะแนน 0–100 เช่น 1=90.63 / cannot read it: expected 1=90.63")
      }
      guard scores.updateValue(score, forKey: indicator) == nil else {
        throw UsageFault("ตัวชี้วัดที่ \(indicator) ระบุซ้ำ / indicator \(indicator) is given twice")
      }
    }
    let indicators = IndicatorScores(scores)
    guard let gap = indicators.gaps.first, texts.count > 0 else { return indicators }
    throw UsageFault("ขาดตัวชี้วัดที่ \(gap) ของเครื่องมือเดียวกัน / indicator \(gap) of the same instrument is missing")
  }

  /// Item numbers of an edition, each once.
  static func items(_ text: String, _ edition: Edition) throws -> [String] {
    let results = try read { () throws(ItemResults.Fault) in try ItemResults(text: text, edition: edition) }
    return edition.items.map(\.number).filter { results.verdicts[$0] != nil }
  }

  /// `O12=3,O31=1`.
  static func costs(_ texts: [String], _ edition: Edition) throws -> [String: Int] {
    var costs: [String: Int] = [:]
    for part in texts.flatMap({ $0.split(separator: ",") }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let number = ItemResults.number(sides.first ?? "")
      guard sides.count == 2, edition.item(numbered: number) != nil, let cost = Int(sides[1]),
        (1...CheapestChoice.highestCost).contains(cost)
      else {
        throw UsageFault(
          "อ่านต้นทุน “\(shown(part))” ไม่ได้ ต้องเป็นเช่น O12=3 (1–\(CheapestChoice.highestCost)) / cannot read the cost: expected O12=3"
        )
      }
      costs[number] = cost
    }
    return costs
  }

  /// Results typed on the command line, or in a CSV or JSON file where a file of that name is there.
  static func results(_ text: String, _ edition: Edition) throws -> ItemResults {
    guard FileManager.default.fileExists(atPath: text) else {
      guard !text.hasSuffix(".csv"), !text.hasSuffix(".json") else {
        throw UsageFault("ไม่พบไฟล์ \(shown(text)) / there is no file \(shown(text))")
      }
      return try read { () throws(ItemResults.Fault) in try ItemResults(text: text, edition: edition) }
    }
    guard let data = FileHandle(forReadingAtPath: text).flatMap({ try? $0.read(upToCount: largestFile) }) else {
      throw UsageFault("อ่านไฟล์ \(shown(text)) ไม่ได้ / cannot read \(shown(text))")
    }
    let pairs = text.hasSuffix(".json") ? try json(data, text) : csv(data)
    return try read { () throws(ItemResults.Fault) in try ItemResults(pairs: pairs, edition: edition) }
  }

  /// The score of an instrument from the one of two places that tells it.
  static func one(_ instrument: String, _ typed: Double?, _ mean: Double?) throws -> Double? {
    guard typed == nil || mean == nil else {
      throw UsageFault("\(instrument) ระบุสองทาง / \(instrument) is given in two ways")
    }
    return typed ?? mean
  }

  /// `{"O10": "missing"}`, or a list of objects with `number` (or `item`) and `verdict`, such as a report's items.
  private static func json(_ data: Data, _ name: String) throws -> [(item: String, result: String?)] {
    struct Row: Decodable {
      var number: String?
      var item: String?
      var verdict: String
    }
    let decoder = JSONDecoder()
    if let table = try? decoder.decode([String: String].self, from: data) {
      return table.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    if let rows = try? decoder.decode([Row].self, from: data) {
      return rows.map { ($0.number ?? $0.item ?? "", $0.verdict) }
    }
    throw UsageFault(
      "\(shown(name)) ไม่ใช่ JSON ที่อ่านได้ ต้องเป็นเช่น {\"O10\": \"missing\"} / is not readable JSON such as {\"O10\": \"missing\"}"
    )
  }

  /// The first two columns; lines whose first cell is no item number (a header) are left out.
  private static func csv(_ data: Data) -> [(item: String, result: String?)] {
    let marks = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\"'\u{FEFF}"))
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let cells = line.split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == "," || $0 == ";" || $0 == "\t" }
        .map { $0.trimmingCharacters(in: marks) }
      guard let item = cells.first, ItemResults.number(item) != item || item.hasPrefix("O") else { return nil }
      return (item, cells.count > 1 ? cells[1] : nil)
    }
  }

  private static func read(_ work: () throws(ItemResults.Fault) -> ItemResults) throws -> ItemResults {
    do {
      return try work()
    } catch {
      switch error {
      case .unknownItem(let item):
        throw UsageFault("ไม่มีข้อ “\(shown(item))” ในรายการปีนี้ / no item “\(shown(item))” in this edition")
      case .unknownResult(let item, let result):
        throw UsageFault(
          "ไม่รู้จักผล “\(shown(result))” ของ \(item) ใช้ met, partial, outdated, broken, missing, unknown, 0 หรือ 100 "
            + "/ unknown result “\(shown(result))” of \(item)")
      case .twice(let item): throw UsageFault("ข้อ \(item) ระบุซ้ำ / item \(item) is given twice")
      case .nothing: throw UsageFault("ไม่มีผลรายข้อให้คิด / no item results to read")
      }
    }
  }

  private static func shown(_ text: some StringProtocol) -> String { String(text.prefix(60)) }
}
