import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import Reporters
import WebURL

/// `oitcheck report RUN`: any format again from a stored run.
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "เขียนรายงานรูปแบบอื่นจากผลตรวจเดิม / write any report format again.",
    discussion: """
      oitcheck report ผลตรวจ --format markdown --format csv --output ผลตรวจ
      oitcheck report ผลตรวจ --previous ผลตรวจเดิม --format html --output ผลตรวจ   # เทียบกับครั้งก่อน / against the last run
      """)

  @Argument(help: "โฟลเดอร์ผลตรวจ report.json หรือเลขในประวัติ / an output folder, a report.json or a history number")
  var run: String
  @Option(
    help: ArgumentHelp(
      "ผลตรวจครั้งก่อนของเว็บไซต์เดียวกัน แสดงใน report.html / an earlier run of the same site, shown in report.html",
      valueName: "run"))
  var previous: String?
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th
  @OptionGroup var history: HistoryOptions

  func run() async throws {
    try await Failure.told(language) {
      let report = try StoredRun.read(run, in: history).report
      let earlier = try previous.map { try StoredRun.read($0, in: history).report }
      if let earlier, Self.host(of: earlier) != Self.host(of: report) {
        throw UsageFault(
          "--previous เป็นผลตรวจของเว็บไซต์อื่น (\(earlier.site.url)) / --previous is of another site (\(earlier.site.url))")
      }
      // Without rules at hand only the words about ratings and the names of elements are missing.
      let rules = try? RuleShelf.load(explicit: nil)
      try await output.deliver(
        report, edition: rules?.edition(report.edition), previous: earlier, into: output.folder,
        printing: output.folder == nil)
    }
  }

  /// `www.` makes no other site.
  private static func host(of report: AuditReport) -> String {
    let host = WebURL(parsing: report.site.url)?.host ?? report.site.url
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
