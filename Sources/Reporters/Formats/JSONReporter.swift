import AuditCore

/// `report.json` as the contract fixes it (schema `oitcheck.report/1`, shipped as `Rules/report.schema.json`): the whole
/// report, read back by decoding an `AuditReport`. The same report gives the same bytes.
package struct JSONReporter: Reporter {
  package static let format = "json"
  package static let fileName = "report.json"

  package init(options: ReportOptions) {}

  package func bytes(for report: AuditReport) -> [UInt8] {
    ReportDocument(report).value.file
  }
}
