import ArgumentParser
import AuditCore
import Foundation
import History
import Pipeline
import Reporters

/// `oitcheck diff OLD NEW`: item by item what changed between two runs.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "เทียบผลตรวจสองครั้งทีละข้อ / what changed between two runs, item by item.",
    discussion: """
      ครั้งที่เทียบคือโฟลเดอร์ผลตรวจ report.json หรือเลขในประวัติ / a run is an output folder, a report.json or a history number:
        oitcheck diff ผลตรวจเดิม ผลตรวจใหม่
        oitcheck diff 12 15 --history oitcheck-data/history.sqlite --format html --output เปรียบเทียบ
        oitcheck diff เดิม ใหม่ --fail-on new   รหัสจบ 1 เมื่อมีข้อบกพร่องใหม่ / exit code 1 on a new gap

      หากเกณฑ์หรือปีที่ตัดสินต่างกัน จะตัดสินข้อมูลครั้งก่อนซ้ำก่อน / where the judging differs, the old recording is judged again first.
      """)

  @Argument(help: "ครั้งก่อน / the earlier run") var old: String
  @Argument(help: "ครั้งหลัง / the later run") var new: String

  @Option(help: ArgumentHelp("รูปแบบ ระบุได้หลายครั้ง / format, may be repeated", valueName: Self.formats))
  var format: [ComparisonFormat] = []
  @Option(name: .customLong("output"), help: ArgumentHelp("โฟลเดอร์ / output folder", valueName: "dir"))
  var folder: String?
  @Option(
    name: .customLong("fail-on"), help: ArgumentHelp("new: รหัสจบ 1 เมื่อมีข้อบกพร่องใหม่ / exit code 1 on a new gap"))
  var failOn: String?
  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir")) var rules: String?
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th
  @OptionGroup var history: HistoryOptions

  private static let formats = ComparisonFormat.allCases.map(\.rawValue).joined(separator: "|")

  func validate() throws {
    guard folder != nil || format.count <= 1 else {
      throw ValidationError("หลายรูปแบบต้องระบุ --output / several formats need --output")
    }
    guard failOn == nil || failOn == "new" else {
      throw ValidationError("--fail-on ใช้ได้เฉพาะ new / only new is known here")
    }
  }

  func run() async throws {
    try await Failure.told(language) {
      let before = try StoredRun.read(old, in: history)
      let after = try StoredRun.read(new, in: history)
      var comparing = Comparing(pack: try RuleShelf.load(explicit: rules))
      if let number = before.number {
        comparing.metEarlier = try history.existing().conceptsMet(before: number, site: before.report.site.url)
      }
      let comparison = try comparing.comparison(from: before, to: after.report)
      let output = ComparisonOutput(language: language)
      if let folder {
        try output.write(comparison, format.isEmpty ? ComparisonFormat.allCases : format, into: folder)
      }
      output.print(comparison, as: folder == nil ? format.first ?? .terminal : .terminal)
      if failOn != nil, !comparison.newGaps.isEmpty { throw ExitDecision.gaps }
    }
  }
}

extension ComparisonFormat: ExpressibleByArgument {}

/// Where a comparison goes: files of a folder, or standard output.
struct ComparisonOutput {
  let language: Language

  func write(_ comparison: ReportComparison, _ formats: [ComparisonFormat], into folder: String) throws {
    for format in formats {
      let bytes = format.bytes(for: comparison, in: language, options: ReportOptions())
      try ReportFile.write(bytes, to: folder, name: format.fileName)
    }
  }

  /// Beside a report: its files in the report's folder, its words on standard error, so that standard output stays the
  /// report's own.
  func deliver(_ comparison: ReportComparison, into folder: String?, _ gate: GateOptions) throws {
    if let folder { try write(comparison, [.json, .html], into: folder) }
    guard !gate.quiet else { return }
    let text = ComparisonFormat.terminal.bytes(for: comparison, in: language, options: ReportOptions())
    Console.note(String(decoding: text, as: UTF8.self))
  }

  func print(_ comparison: ReportComparison, as format: ComparisonFormat) {
    Console.output(format.bytes(for: comparison, in: language, options: Terminal.fitted(ReportOptions())))
  }
}
