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

  @Argument(help: "โฟลเดอร์ผลตรวจ หรือ report.json / an output folder or a report.json") var run: String
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th

  func run() async throws {
    try await Failure.told(language) {
      let report = try StoredReport.read(at: run)
      // Without rules at hand only the words about ratings are missing.
      let rules = try? RuleShelf.load(explicit: nil)
      try output.deliver(
        report, scoring: rules?.edition(report.edition)?.scoring, into: output.folder, printing: output.folder == nil)
    }
  }
}
