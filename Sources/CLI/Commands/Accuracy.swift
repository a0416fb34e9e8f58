import ArgumentParser
import AuditCore
import Foundation
import Pipeline

extension Rules {
  /// `oitcheck rules accuracy LIST…`: how well the rules recognise labelled texts (`make accuracy`).
  struct MeasureAccuracy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accuracy",
      abstract: "วัดความแม่นของการจับคู่จากรายการที่ติดป้ายไว้ / precision and recall on labelled JSON lines.")
    @OptionGroup var choice: Choice
    @Argument(help: "ไฟล์ JSON lines ที่มี text, item_2566, source") var lists: [String]

    func run() async throws {
      try await Failure.told(choice.language) {
        let pack = try RuleShelf.load(explicit: choice.rules)
        guard let matcher = LineMatcher(pack: pack, edition: choice.edition, fiscalYear: choice.edition) else {
          throw UsageFault("ไม่มีรายการปี \(choice.edition) / no edition \(choice.edition)")
        }
        for list in lists {
          guard let data = FileManager.default.contents(atPath: list) else {
            throw UsageFault("อ่านไม่ได้ \(list) / cannot be read")
          }
          let decoder = JSONDecoder()
          let lines = try data.split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(LabelledLine.self, from: $0)
          }
          let answers = lines.map { matcher.answer(text: $0.text, url: $0.url) }
          let name = URL(filePath: list).lastPathComponent
          Console.output(Array((AccuracyTable(Accuracy(lines: lines, answers: answers), title: name).text + "\n").utf8))
        }
      }
    }
  }
}
