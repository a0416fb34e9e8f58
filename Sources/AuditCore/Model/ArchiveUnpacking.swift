/// A file inside an archive such as a ZIP, by its entry in the archive's directory.
package struct ArchiveMember: Sendable, Hashable {
  package var name: String
  /// Bytes when unpacked, as the directory says; not to be trusted.
  package var size: Int
  /// A password is needed to read it.
  package var isLocked: Bool

  package init(name: String, size: Int, isLocked: Bool = false) {
    self.name = name
    self.size = size
    self.isLocked = isLocked
  }
}

/// Why a file inside an archive cannot be read: the site's fault, a value.
package enum ArchiveFault: Error, Sendable, Hashable {
  case damaged(String)
  case tooLarge
  case locked
}

/// The role of what opens archives for converters: bounded in entries, bytes and ratio, in memory, one level deep.
package protocol ArchiveUnpacking: Sendable {
  /// The files of an archive in its own order, without folders.
  func members(of archive: [UInt8]) -> [ArchiveMember]
  /// One file unpacked, at most `limit` bytes of it, with its type by its first bytes before the ending of its name.
  func content(
    of name: String, in archive: [UInt8], limit: Int
  ) throws(ArchiveFault) -> (bytes: [UInt8], type: MediaType)
}
