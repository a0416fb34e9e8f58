/// The role of an output format: one report in, one text out. One file each in Reporters, and its line in the list.
package protocol Reporter: Sendable {
  /// The word of `--format`.
  static var format: String { get }
  /// The file written into an output folder.
  static var fileName: String { get }
  /// False for a format that is no text and does not belong on a terminal.
  static var isText: Bool { get }
  init(options: ReportOptions)
  func bytes(for report: AuditReport) -> [UInt8]
  /// Everything that the format writes into an output folder, for formats of several files or with limits of their
  /// own; it throws where this machine could not make them.
  func files(for report: AuditReport) throws -> [OutputFile]
}

extension Reporter {
  package static var isText: Bool { true }

  package func files(for report: AuditReport) throws -> [OutputFile] {
    [OutputFile(name: Self.fileName, bytes: bytes(for: report))]
  }
}

/// One file of an output folder.
package struct OutputFile: Sendable, Hashable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
