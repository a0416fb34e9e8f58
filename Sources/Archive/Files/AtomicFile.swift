import Foundation

/// Small files that are either the old one or the new one, never half: written beside, made durable, then moved
/// into place, and the folder's entry made durable too.
package enum AtomicFile {
  /// Replaces the file at `path` (mode 0600). Throws `ArchiveError`; the old file then still stands.
  package static func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try write(to: path) { (file: inout Appender) throws(ArchiveError) in try file.append(bytes) }
  }

  /// The same for a file that is made piece by piece and need not fit in memory.
  package static func write(
    to path: String, _ make: (inout Appender) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    let temporary = path + ".tmp"
    unlink(temporary)
    do {
      var appender = Appender(try OpenFile(temporary, .creating))
      try make(&appender)
      try appender.finish()
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = ArchiveError.system("cannot move the new file into place", path: path)
      unlink(temporary)
      throw error
    }
    try syncFolder(of: path)
  }

  /// The new file while it is being made.
  package struct Appender: ~Copyable {
    private let file: OpenFile
    private var waiting: [UInt8] = []
    private var offset: UInt64 = 0

    fileprivate init(_ file: consuming OpenFile) { self.file = file }

    package mutating func append(_ bytes: some Collection<UInt8>) throws(ArchiveError) {
      waiting += bytes
      if waiting.count >= 256 << 10 { try flush() }
    }

    private mutating func flush() throws(ArchiveError) {
      try file.write(waiting, at: offset)
      offset += UInt64(waiting.count)
      waiting.removeAll(keepingCapacity: true)
    }

    fileprivate mutating func finish() throws(ArchiveError) {
      try flush()
      try file.sync()
    }
  }

  /// All bytes of a small file; refuses one above `limit` bytes, since what lies in a folder may be anything.
  package static func read(_ path: String, limit: Int = 256 << 20) throws(ArchiveError) -> [UInt8] {
    let file = try OpenFile(path, .reading)
    let size = try file.size()
    guard size <= UInt64(limit) else {
      throw ArchiveError("will not read the file", path: path, cause: "it is larger than \(limit) bytes")
    }
    return try file.read(at: 0, count: Int(size))
  }

  private static func syncFolder(of path: String) throws(ArchiveError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open the folder", path: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("cannot make the folder durable", path: folder) }
  }
}
