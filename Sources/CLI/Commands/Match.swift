import ArgumentParser
import AuditCore
import Foundation
import Pipeline

extension Rules {
  /// `oitcheck rules match`: JSON lines with a text in, JSON lines with its topic out, in the same order.
  struct Match: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "ลองจับคู่ข้อความกับข้อ (JSON lines) / try texts against the list.",
      discussion: """
        echo '{"id":1,"text":"ประกาศเจตนารมณ์ No Gift Policy ปี 2566"}' | oitcheck rules match --edition 2566
        """)
    @OptionGroup var choice: Choice
    @Option(name: .customLong("fiscal-year"), help: ArgumentHelp("ปีงบประมาณ / fiscal year", valueName: "year"))
    var fiscalYear: Int?

    func run() async throws {
      try await Failure.told(choice.language) {
        let pack = try RuleShelf.load(explicit: choice.rules)
        let edition = try JudgingOptions.edition(choice.edition, in: pack)
        guard let matcher = LineMatcher(pack: pack, edition: edition.year, fiscalYear: fiscalYear ?? edition.year)
        else {
          throw UsageFault("ไม่มีรายการปี \(edition.year) / no edition \(edition.year)")
        }
        var number = 0
        while let line = readLine(strippingNewline: true) {
          number += 1
          guard !line.allSatisfy(\.isWhitespace) else { continue }
          Console.output(try MatchLine.answer(to: line, number: number, with: matcher))
        }
      }
    }
  }
}

/// One line of `rules match`, read and answered.
enum MatchLine {
  private struct Question: Decodable {
    var text: String
    var url: String?
    var context: String?
  }

  static func answer(to line: String, number: Int, with matcher: LineMatcher) throws -> [UInt8] {
    let data = Data(line.utf8)
    guard let question = try? JSONDecoder().decode(Question.self, from: data),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else {
      throw UsageFault("บรรทัดที่ \(number) ไม่ใช่ JSON ที่มี \"text\" / line \(number) is no JSON object with a \"text\"")
    }
    let answer = matcher.answer(text: question.text, url: question.url, context: question.context)
    let out: [String: Any] = [
      "id": object["id"] ?? NSNull(), "item": answer.item ?? NSNull(),
      "concepts": answer.concepts.map(\.description), "confidence": (answer.confidence * 1_000).rounded() / 1_000,
      "fiscalYear": answer.fiscalYear ?? NSNull(), "current": answer.current ?? NSNull(), "why": answer.why,
    ]
    let bytes = try JSONSerialization.data(withJSONObject: out, options: [.sortedKeys, .withoutEscapingSlashes])
    return Array(bytes) + [UInt8(ascii: "\n")]
  }
}
