import AuditCore
import Testing

@testable import Converters

/// An archive that a test makes up.
private struct MadeUpArchive: ArchiveUnpacking {
  var files: [(member: ArchiveMember, bytes: [UInt8], type: MediaType)]
  var faults: [String: ArchiveFault] = [:]

  func members(of archive: [UInt8]) -> [ArchiveMember] { files.map(\.member) }

  func content(
    of name: String, in archive: [UInt8], limit: Int
  ) throws(ArchiveFault) -> (bytes: [UInt8], type: MediaType) {
    if let fault = faults[name] { throw fault }
    guard let file = files.first(where: { $0.member.name == name }) else { throw .damaged("not there") }
    if file.bytes.count > limit { throw .tooLarge }
    return (file.bytes, file.type)
  }
}

@Suite("Files inside a ZIP")
struct ZipConverterTests {
  private func file(
    _ name: String, _ bytes: [UInt8] = [], _ type: MediaType = .doc, isLocked: Bool = false
  ) -> (ArchiveMember, [UInt8], MediaType) {
    (ArchiveMember(name: name, size: bytes.count, isLocked: isLocked), bytes, type)
  }

  private func convert(_ archive: MadeUpArchive) async -> [Conversion] {
    await ZipConverter(archive: archive, converters: [OldOfficeConverter()]).convert([], as: .zip)
  }

  @Test("A file is converted under its name; what needs no converter is left alone")
  func names() async {
    let word = OldOfficeFiles.word("รายงานผลการดำเนินงาน รอบ 6 เดือน")
    let archive = MadeUpArchive(files: [file("ผล/รายงาน.doc", word), file("a.docx", word), file("b.txt")])
    let conversions = await convert(archive)
    #expect(conversions.map(\.member) == ["ผล/รายงาน.doc"])
    #expect(conversions.first?.outcome == .text)
  }

  @Test("A locked, damaged or too large file costs itself only")
  func faults() async {
    let word = OldOfficeFiles.word("รายงานผลการดำเนินงาน รอบ 6 เดือน")
    let archive = MadeUpArchive(
      files: [file("a.pdf", isLocked: true), file("b.doc", word), file("c.doc", word), file("d.doc", word)],
      faults: ["b.doc": .damaged("cut"), "c.doc": .tooLarge])
    let conversions = await convert(archive)
    #expect(conversions.map(\.outcome) == [.unopenable, .unopenable, .limit, .text])
    #expect(conversions.map(\.member) == ["a.pdf", "b.doc", "c.doc", "d.doc"])
  }

  @Test("Of very many files the first are read and the others named as not tried")
  func many() async {
    let word = OldOfficeFiles.word("รายงานผลการดำเนินงาน รอบ 6 เดือน")
    let conversions = await convert(MadeUpArchive(files: (0..<5_000).map { file("\($0).doc", word) }))
    #expect(conversions.count { $0.outcome == .text } == 12)
    #expect(conversions.count <= 201)
    #expect(conversions.dropFirst(12).allSatisfy { $0.outcome == .notTried })
  }

  @Test("An archive in the archive is not opened, whatever its name")
  func nested() async {
    #expect(await convert(MadeUpArchive(files: [file("a.doc", [0x50, 0x4B], .zip), file("b.zip", [], .zip)])).isEmpty)
  }
}
