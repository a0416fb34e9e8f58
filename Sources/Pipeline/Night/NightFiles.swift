import AuditCore
import Reporters

/// The report files of one night, beside its recording.
enum NightFiles {
  private static let formats = ["json", "html", "csv", "answers"]

  static func write(_ report: AuditReport, scoring: Scoring?, into night: NightFolder) throws {
    let options = ReportOptions(scoring: scoring)
    for case let reporter? in formats.map({ ReporterList.reporter(for: $0) }) {
      for file in try reporter.init(options: options).files(for: report) {
        try ReportFile.write(file.bytes, to: night.path, name: file.name)
      }
    }
  }
}
