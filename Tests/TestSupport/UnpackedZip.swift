import CArchive
import Foundation

/// The files of a ZIP by name, unpacked in memory by libarchive, which the program is built with: not every machine has
/// an `unzip`.
package struct UnpackedZip {
  package let parts: [String: [UInt8]]

  /// - Throws: where the archive is not whole.
  package init(_ bytes: [UInt8]) throws {
    parts = try bytes.withUnsafeBytes { buffer in
      guard let archive = archive_read_new() else { throw CocoaError(.fileReadUnknown) }
      defer { archive_read_free(archive) }
      archive_read_support_format_zip_seekable(archive)
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        throw CocoaError(.fileReadCorruptFile)
      }
      var parts: [String: [UInt8]] = [:]
      var entry: OpaquePointer?
      while true {
        let state = archive_read_next_header(archive, &entry)
        if state == ARCHIVE_EOF { return parts }
        guard state == ARCHIVE_OK, let name = archive_entry_pathname(entry) else {
          throw CocoaError(.fileReadCorruptFile)
        }
        parts[String(cString: name)] = try Self.content(of: archive)
      }
    }
  }

  /// A part as text; empty where there is none.
  package func text(of part: String) -> String { String(decoding: parts[part] ?? [], as: UTF8.self) }

  /// libarchive compares the checksum at the end.
  private static func content(of archive: OpaquePointer) throws -> [UInt8] {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = archive_read_data(archive, &buffer, buffer.count)
      guard count >= 0 else { throw CocoaError(.fileReadCorruptFile) }
      if count == 0 { return content }
      content += buffer.prefix(count)
    }
  }
}
