/// The role of an output format: one report in, one text out. One file each in Reporters, and its line in the list.
package protocol Reporter: Sendable {
  /// The word of `--format`.
  static var format: String { get }
  /// The file written into an output folder.
  static var fileName: String { get }
  init(options: ReportOptions)
  func bytes(for report: AuditReport) -> [UInt8]
}
