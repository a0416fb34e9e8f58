import CArchive

/// Unpacks chosen files of a ZIP in memory, under caps of entries, bytes and ratio.
enum ZipParts {
  enum Failure: Error, Equatable {
    case corrupt(String)
    case tooLarge
    case locked
  }

  /// Bytes of one file and of all files together, unpacked.
  private static let partLimit = 48 << 20
  private static let wholeLimit = 96 << 20
  /// How many times larger than the archive its content may be, once it is large at all.
  private static let ratio = 120
  private static let ratioFrom = 8 << 20

  /// The wanted files by name; the first of two with one name counts.
  static func unpack(_ bytes: [UInt8], wanting: (String) -> Bool) throws(Failure) -> [String: [UInt8]] {
    let directory = ZipDirectory(bytes)
    if directory.isCut { throw .corrupt("the archive is cut or damaged") }
    if directory.entries.contains(where: { $0.isEncrypted && wanting($0.name) }) { throw .locked }
    var result: Result<[String: [UInt8]], Failure> = .success([:])
    bytes.withUnsafeBytes { buffer in
      guard let archive = archive_read_new() else { return }
      defer { archive_read_free(archive) }
      archive_read_support_format_zip_seekable(archive)
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        result = .failure(.corrupt("the archive does not open"))
        return
      }
      let entries = directory.entries.sorted { $0.offset < $1.offset }
      result = read(archive, entries, limit: min(wholeLimit, max(ratioFrom, bytes.count * ratio)), wanting)
    }
    return try result.get()
  }

  private static func read(
    _ archive: OpaquePointer, _ entries: [ZipDirectory.Entry], limit: Int, _ wanting: (String) -> Bool
  ) -> Result<[String: [UInt8]], Failure> {
    var parts: [String: [UInt8]] = [:]
    var total = 0
    var entry: OpaquePointer?
    for at in 0..<ZipDirectory.maxEntries {
      let state = archive_read_next_header(archive, &entry)
      if state == ARCHIVE_EOF { break }
      guard state == ARCHIVE_OK || state == ARCHIVE_WARN, let entry else {
        return .failure(.corrupt("the archive is damaged"))
      }
      guard let name = name(of: entry, at: at, in: entries) else { continue }
      guard wanting(name), parts[name] == nil else { continue }
      switch content(of: archive, limit: min(partLimit, limit - total)) {
      case .success(let content):
        total += content.count
        parts[name] = content
      case .failure(let failure): return .failure(failure)
      }
    }
    return .success(parts)
  }

  /// libarchive knows no names outside ASCII where the locale has none; it goes by the places of the headers, and so
  /// the directory names what it does not.
  private static func name(of entry: OpaquePointer, at: Int, in entries: [ZipDirectory.Entry]) -> String? {
    if let path = archive_entry_pathname(entry) { return ZipDirectory.name(bytes(of: path)[...]) }
    guard at < entries.count, archive_entry_size(entry) == Int64(entries[at].size) else { return nil }
    return entries[at].name
  }

  private static func bytes(of name: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = name
    while at.pointee != 0, bytes.count < 4_096 {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes
  }

  private static func content(of archive: OpaquePointer, limit: Int) -> Result<[UInt8], Failure> {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = archive_read_data(archive, &chunk, chunk.count)
      if count == 0 { return .success(content) }
      if count < 0 { return .failure(.corrupt("a file in the archive is damaged")) }
      if content.count + count > limit { return .failure(.tooLarge) }
      content.append(contentsOf: chunk[..<count])
    }
  }
}
