import AuditCore
import Reporters

/// The report files of one night, beside its recording.
enum NightFiles {
  private static let formats = ["json", "html", "csv", "answers"]

  /// - Parameter previous: the last night's report, nil on the first one.
  static func write(_ report: AuditReport, edition: Edition, previous: AuditReport?, into night: NightFolder) throws {
    let options = ReportOptions(edition: edition, previous: previous)
    for case let reporter? in formats.map({ ReporterList.reporter(for: $0) }) {
      for file in try reporter.init(options: options).files(for: report) {
        try ReportFile.write(file.bytes, to: night.path, name: file.name)
      }
    }
  }
}
