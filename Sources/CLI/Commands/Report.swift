import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import Reporters

/// `oitcheck report RUN`: any format again from a stored run.
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "เขียนรายงานรูปแบบอื่นจากผลตรวจเดิม / write any report format again.",
    discussion: "oitcheck report ผลตรวจ --format markdown --format csv --output ผลตรวจ")

  @Argument(help: "โฟลเดอร์ผลตรวจ report.json หรือเลขในประวัติ / an output folder, a report.json or a history number")
  var run: String
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th
  @OptionGroup var history: HistoryOptions

  func run() async throws {
    try await Failure.told(language) {
      let report = try StoredRun.read(run, in: history).report
      // Without rules at hand only the words about ratings are missing.
      let rules = try? RuleShelf.load(explicit: nil)
      try await output.deliver(
        report, scoring: rules?.edition(report.edition)?.scoring, into: output.folder, printing: output.folder == nil)
    }
  }
}
