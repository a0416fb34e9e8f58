import Archive
import AuditCore
import Foundation
import Testing

@Suite("A snapshot folder")
struct SnapshotFolderTests {
  /// A finished snapshot of two pages in `scratch`.
  private func finished(_ scratch: ScratchFolder) throws -> SnapshotFolder {
    let folder = try SnapshotFolder.create(at: scratch.file("snapshot"))
    let writer = try WARCWriter(path: folder.archivePath)
    try SmallSite.write(pages: 2, to: writer)
    try writer.flush()
    try folder.finish(SmallSite.manifest())
    return folder
  }

  @Test("Finished, it holds archive, index and manifest, all sound and for the owner only")
  func whole() throws {
    let scratch = try ScratchFolder()
    let folder = try finished(scratch)
    let manifest = try folder.manifest()
    #expect(manifest.archive.name == "site.warc.gz")
    #expect(manifest.archive.bytes == (try contents(folder.archivePath)).count)
    #expect(manifest.archive.digest == WARCDigest(of: try contents(folder.archivePath)).evidence)
    let check = try folder.check()
    #expect(check.isSound, "\(check.problems)")
    #expect(check.records == 7)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["index.jsonl", "manifest.json", "site.warc.gz"])
    for name in names {
      #expect(try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int == 0o600)
    }
    #expect(try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int == 0o700)
  }

  @Test("The index is sorted by address and date and leads to the record")
  func index() throws {
    let scratch = try ScratchFolder()
    let folder = try finished(scratch)
    let index = try folder.index()
    #expect(index.entries.count == 7)
    let hits = index["https://ban-mai.example/page/1"]
    #expect(hits.map(\.type) == ["response", "request", "metadata"])
    let hit = try #require(hits.first)
    #expect(hit.status == 200)
    #expect(hit.mediaType == "text/html")
    #expect(hit.digest == WARCDigest(of: SmallSite.page(1)).evidence)
    #expect(try WARCReader.record(at: hit.location, in: folder.archivePath).response()?.body == SmallSite.page(1))
    #expect(index["https://ban-mai.example/none"].isEmpty)
    #expect(try SnapshotIndex(lines: try contents(folder.indexPath), path: "").entries == index.entries)
  }

  @Test("Two recordings alike give the same three files")
  func deterministic() throws {
    let scratches = [try ScratchFolder(), try ScratchFolder()]
    let folders = try scratches.map(finished)
    for name in ["index.jsonl", "manifest.json", "site.warc.gz"] {
      #expect(try contents(folders[0].file(name)) == contents(folders[1].file(name)))
    }
  }

  @Test("A missing or damaged index is made anew from the archive")
  func indexAnew() throws {
    let scratch = try ScratchFolder()
    let folder = try finished(scratch)
    let entries = try folder.index().entries
    try Data("{}\n".utf8).write(to: URL(filePath: folder.indexPath))
    #expect(try folder.index().entries == entries)
    #expect(try folder.check().problems.count == 1)
    try FileManager.default.removeItem(atPath: folder.indexPath)
    #expect(try folder.index().entries == entries)
  }

  @Test("A folder with another audit is refused in one sentence, and nothing in it changes")
  func otherAudit() throws {
    let scratch = try ScratchFolder()
    let folder = try finished(scratch)
    let before = try contents(folder.manifestPath)
    let error = #expect(throws: ArchiveError.self) { try SnapshotFolder.create(at: folder.path) }
    #expect(error?.message == "the folder holds another audit")
    #expect(error?.cause.contains(SmallSite.site) == true)
    #expect(try contents(folder.manifestPath) == before)
    let other = #expect(throws: ArchiveError.self) {
      try SnapshotFolder.resume(at: folder.path, siteURL: "https://other.example/")
    }
    #expect(other?.message == "the folder holds another audit")
  }

  @Test("Folders with other things in them, and files in the way, are refused")
  func inTheWay() throws {
    let scratch = try ScratchFolder()
    _ = try scratch.file("letter.txt", holding: [65])
    #expect(throws: ArchiveError.self) { try SnapshotFolder.create(at: scratch.path) }
    #expect(throws: ArchiveError.self) { try SnapshotFolder.create(at: scratch.file("letter.txt")) }
    #expect(throws: ArchiveError.self) { try SnapshotFolder.create(at: scratch.file("letter.txt/below")) }
    #expect(throws: ArchiveError.self) { try SnapshotFolder.resume(at: scratch.path, siteURL: SmallSite.site) }
  }

  @Test("An interrupted recording says that it is one, and is resumed behind its last whole record")
  func interrupted() throws {
    let scratch = try ScratchFolder()
    let folder = try SnapshotFolder.create(at: scratch.file("snapshot"))
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: folder.archivePath))
    let bytes = try contents(folder.archivePath)
    try Data(bytes.dropLast(5)).write(to: URL(filePath: folder.archivePath))
    let error = #expect(throws: ArchiveError.self) { try folder.manifest() }
    #expect(error?.cause.contains("--resume") == true)
    #expect(throws: ArchiveError.self) { try SnapshotFolder.create(at: folder.path) }
    let (resumed, tail) = try SnapshotFolder.resume(at: folder.path, siteURL: SmallSite.site)
    #expect(resumed == folder)
    #expect(tail.records == written.count - 1)
    #expect(tail.bytes == written.last?.location.offset)
  }

  @Test(
    "A damaged manifest is named with the key",
    arguments: [
      ("\"siteURL\"", "\"siteUrl\"", "siteURL"), ("{", "", "JSON"),
      ("oitcheck.snapshot/1", "oitcheck.snapshot/9", "snapshot/9"),
      ("2023-06-15T00:00:00Z", "yesterday", "At"),
    ])
  func damagedManifest(_ old: String, _ new: String, _ named: String) throws {
    let scratch = try ScratchFolder()
    let folder = try finished(scratch)
    let text = String(decoding: try contents(folder.manifestPath), as: UTF8.self)
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: URL(filePath: folder.manifestPath))
    let error = #expect(throws: ArchiveError.self) { try folder.manifest() }
    #expect(error?.cause.contains(named) == true, "\(String(describing: error))")
    #expect(try folder.check().isSound == false)
  }

  @Test("A snapshot cut off or changed is reported with what is wrong and what to do")
  func damagedArchive() throws {
    let scratch = try ScratchFolder()
    let folder = try finished(scratch)
    let bytes = try contents(folder.archivePath)
    try Data(bytes.dropLast(20)).write(to: URL(filePath: folder.archivePath))
    let cut = try folder.check()
    #expect(cut.records == 6)
    #expect(cut.problems.contains { $0.sentence.contains("the manifest says \(bytes.count)") })
    #expect(cut.problems.contains { $0.remedy.contains("the 6 records before it are whole") })
    var changed = bytes
    changed[changed.count / 2] ^= 4
    try Data(changed).write(to: URL(filePath: folder.archivePath))
    #expect(try folder.check().problems.contains { $0.sentence.contains("changed after recording") })
    try FileManager.default.removeItem(atPath: folder.archivePath)
    #expect(try folder.check().problems.map(\.sentence) == ["the archive is not there"])
  }

  @Test("A file is replaced whole or not at all")
  func atomic() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.json")
    try AtomicFile.write([1, 2, 3], to: path)
    try AtomicFile.write([4], to: path)
    #expect(try AtomicFile.read(path) == [4])
    #expect(throws: ArchiveError.self) { try AtomicFile.write([1], to: scratch.file("no/such/folder")) }
    #expect(throws: ArchiveError.self) { try AtomicFile.read(path, limit: 0) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["a.json"])
  }
}
