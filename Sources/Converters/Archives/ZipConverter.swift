import AuditCore

/// Converts the files inside a ZIP that need an outside program, each under its member's name; what Extraction reads
/// itself (docx, xlsx, csv) stays with it. Archives inside the archive are not opened.
package struct ZipConverter: Converter {
  package let mediaTypes: Set<MediaType> = [.zip]
  private let archive: any ArchiveUnpacking
  private let converters: [any Converter]

  /// Files that are converted of one archive.
  private static let memberLimit = 12
  /// Bytes of one file, and of all that are converted.
  private static let memberBytes = 32 << 20
  private static let wholeBytes = 96 << 20
  /// No further file is begun after this.
  private static let archiveTime = Duration.seconds(40)

  /// - Parameter converters: those of the files inside.
  package init(archive: any ArchiveUnpacking, converters: [any Converter]) {
    self.archive = archive
    self.converters = converters
  }

  package func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion] {
    let begun = ContinuousClock.now
    var conversions: [Conversion] = []
    var bytesLeft = Self.wholeBytes
    var opened = 0
    for member in archive.members(of: body) where Self.isWanted(member.name) {
      if member.isLocked {
        conversions.append(Self.conversion(of: member, .unopenable, "locked with a password"))
        continue
      }
      guard opened < Self.memberLimit, bytesLeft > 0, ContinuousClock.now - begun < Self.archiveTime else {
        let why = "only the first \(opened) files of the archive were read"
        conversions.append(Self.conversion(of: member, .notTried, why))
        if conversions.count > 200 { break }
        continue
      }
      opened += 1
      do throws(ArchiveFault) {
        let content = try archive.content(of: member.name, in: body, limit: min(Self.memberBytes, bytesLeft))
        bytesLeft -= content.bytes.count
        for var conversion in await converted(content.bytes, as: content.type, effort) {
          conversion.member = member.name
          conversions.append(conversion)
        }
      } catch {
        conversions.append(Self.conversion(of: member, error))
      }
    }
    return conversions
  }

  private func converted(_ bytes: [UInt8], as type: MediaType, _ effort: ReadingEffort) async -> [Conversion] {
    guard type != .zip else { return [] }
    for converter in converters where converter.mediaTypes.contains(type) {
      return await converter.convert(bytes, as: type, effort: effort)
    }
    return []
  }

  private static let endings = [".pdf", ".doc", ".xls", ".ppt", ".rtf"]

  private static func isWanted(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  private static func conversion(of member: ArchiveMember, _ fault: ArchiveFault) -> Conversion {
    switch fault {
    case .damaged(let what): conversion(of: member, .unopenable, what)
    case .locked: conversion(of: member, .unopenable, "locked with a password")
    case .tooLarge: conversion(of: member, .limit, "the file in the archive is larger than is read")
    }
  }

  private static func conversion(
    of member: ArchiveMember, _ outcome: Conversion.Outcome, _ detail: String
  ) -> Conversion {
    let isPDF = member.name.lowercased().hasSuffix(".pdf")
    return Conversion(
      method: isPDF ? .textLayer : .oldOffice, outcome: outcome, tool: "oitcheck", member: member.name, detail: detail)
  }
}
