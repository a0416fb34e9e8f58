import AuditCore
import Foundation

/// A recorded site on disk: a folder (mode 0700) with the archive, its index and the manifest (mode 0600 each).
/// The archive is the recording; the manifest is written last and says that it ended and how.
package struct SnapshotFolder: Sendable, Hashable {
  package static let archiveName = "site.warc.gz"
  package static let indexName = "index.jsonl"
  package static let manifestName = "manifest.json"

  package let path: String

  package var archivePath: String { file(Self.archiveName) }
  package var indexPath: String { file(Self.indexName) }
  package var manifestPath: String { file(Self.manifestName) }

  /// A file of this folder by name, for what others keep beside the archive (the crawl's journal).
  package func file(_ name: String) -> String { path + "/" + name }

  /// Names the folder without looking at it.
  package init(at path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Makes the folder for a new recording. Refuses one that holds anything, with a sentence that says what.
  package static func create(at path: String) throws(ArchiveError) -> SnapshotFolder {
    let folder = SnapshotFolder(at: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    if FileManager.default.fileExists(atPath: folder.path), !names.isEmpty || !folder.isDirectory {
      throw folder.refusal(names: names)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ArchiveError("cannot make the snapshot folder", path: path, cause: error.localizedDescription)
    }
    guard chmod(folder.path, 0o700) == 0 else {
      throw .system("cannot close the snapshot folder to others", path: path)
    }
    return folder
  }

  /// Finds the recording of `siteURL` in the folder again and cuts its archive back to the last whole record, or to
  /// the end that a journal vouches for. Refuses a folder with the recording of another site, and leaves it alone.
  package static func resume(at path: String, siteURL: String, journalled: UInt64? = nil) throws(ArchiveError) -> (
    folder: SnapshotFolder, tail: WARCTail.Outcome
  ) {
    let folder = SnapshotFolder(at: path)
    guard FileManager.default.fileExists(atPath: folder.archivePath) else {
      throw ArchiveError("there is no recording to resume", path: path, cause: "\(archiveName) is not there")
    }
    if let recorded = try folder.recordedSite(), recorded != siteURL {
      throw ArchiveError(
        "the folder holds another audit", path: path,
        cause: "it is of \(recorded), not of \(siteURL); choose another folder")
    }
    return (folder, try WARCTail.cutBack(folder.archivePath, to: journalled))
  }

  /// The first record of an archive of ours: which program recorded which site (ISO 28500 §6.2).
  package static func opening(
    siteURL: String, software: String, userAgent: String, at date: Timestamp
  ) -> WARCRecord {
    .warcinfo(
      at: date,
      fields: [
        HTTPField(name: "software", value: software),
        HTTPField(name: "format", value: "WARC File Format 1.1"),
        HTTPField(
          name: "conformsTo", value: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        HTTPField(name: "robots", value: "obey"),
        HTTPField(name: "isPartOf", value: siteURL),
        HTTPField(name: "http-header-user-agent", value: userAgent),
      ])
  }

  /// The site that the archive's first record names, nil where there is none.
  package func recordedSite() throws(ArchiveError) -> String? {
    let reader = try WARCReader(path: archivePath)
    guard let first = try reader.next(), first.type == .warcinfo else { return nil }
    return WARCFields.read(first.block)["isPartOf"]
  }

  private var isDirectory: Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private func refusal(names: [String]) -> ArchiveError {
    guard isDirectory else {
      return ArchiveError("cannot make the snapshot folder", path: path, cause: "a file of that name exists")
    }
    let advice = "choose another folder, or continue it with --resume"
    if let manifest = try? manifest() {
      return ArchiveError(
        "the folder holds another audit", path: path,
        cause: "\(manifest.siteURL), recorded \(manifest.recordedAt); \(advice)")
    }
    if names.contains(Self.archiveName) {
      return ArchiveError("the folder holds an unfinished recording", path: path, cause: advice)
    }
    return ArchiveError(
      "the folder is not empty", path: path, cause: "it holds \(names.count) other files; choose another")
  }
}
