/// Where a writer's bytes go: a file, or in tests something that fails when told to.
package protocol WARCSink {
  /// The file's name for messages.
  var path: String { get }
  /// Bytes that were there before.
  func size() throws(ArchiveError) -> UInt64
  /// Writes all of the bytes at the place, or throws.
  mutating func write(_ bytes: [UInt8], at offset: UInt64) throws(ArchiveError)
  mutating func truncate(to size: UInt64) throws(ArchiveError)
  /// Returns once everything written is on the disk.
  mutating func sync() throws(ArchiveError)
}

/// A file on disk, readable by its owner only.
package final class WARCFile: WARCSink {
  private let file: OpenFile
  package var path: String { file.path }

  /// Opens the file for adding to it, making it when absent.
  package init(_ path: String) throws(ArchiveError) { file = try OpenFile(path, .updating) }

  package func size() throws(ArchiveError) -> UInt64 { try file.size() }
  package func write(_ bytes: [UInt8], at offset: UInt64) throws(ArchiveError) { try file.write(bytes, at: offset) }
  package func truncate(to size: UInt64) throws(ArchiveError) { try file.truncate(to: size) }
  package func sync() throws(ArchiveError) { try file.sync() }
}
