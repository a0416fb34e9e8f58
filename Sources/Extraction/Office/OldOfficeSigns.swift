import AuditCore

/// The streams inside an OLE compound file (MS-CFB), whose names in UTF-16 tell what the file is.
enum OldOfficeSigns {
  /// nil where no known stream is found in the directory.
  static func type(of bytes: [UInt8]) -> MediaType? {
    if holds("WordDocument", in: bytes) { return .doc }
    if holds("Workbook", in: bytes) || holds("Book", in: bytes) { return .xls }
    if holds("PowerPoint Document", in: bytes) { return .ppt }
    return nil
  }

  /// A DOCX or XLSX with a password is a compound file around the encrypted package (MS-OFFCRYPTO §2.3.4.4).
  static func isLockedPackage(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: signature) && holds("EncryptedPackage", in: bytes)
  }

  /// The first bytes of a compound file.
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func holds(_ name: String, in bytes: [UInt8]) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { byte -> [UInt8] in [byte, 0] } + [0, 0]
    // Names stand in directory entries of 128 bytes on sector boundaries.
    var at = 512
    while at + wanted.count <= bytes.count {
      if bytes[at] == wanted[0], bytes[at..<(at + wanted.count)].elementsEqual(wanted) { return true }
      at += 128
    }
    return false
  }
}
