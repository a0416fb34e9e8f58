import AuditCore

/// Opens ZIPs for converters, under the caps of `ZipParts`.
package struct ZipMembers: ArchiveUnpacking {
  package init() {}

  package func members(of archive: [UInt8]) -> [ArchiveMember] {
    ZipDirectory(archive).entries.filter { !$0.name.hasSuffix("/") }
      .map { ArchiveMember(name: $0.name, size: $0.size, isLocked: $0.isEncrypted) }
  }

  package func content(
    of name: String, in archive: [UInt8], limit: Int
  ) throws(ArchiveFault) -> (bytes: [UInt8], type: MediaType) {
    do throws(ZipParts.Failure) {
      guard let bytes = try ZipParts.unpack(archive, wanting: { $0 == name })[name] else {
        throw .corrupt("the file is listed, but not there")
      }
      if bytes.count > limit { throw .tooLarge }
      return (bytes, MediaTypeSniffer.type(of: bytes, contentType: nil, path: name))
    } catch {
      switch error {
      case .corrupt(let what): throw .damaged(what)
      case .tooLarge: throw .tooLarge
      case .locked: throw .locked
      }
    }
  }
}
