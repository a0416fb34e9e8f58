import Archive
import AuditCore
import Foundation

/// The earlier snapshots that hold the bodies which a snapshot only refers to. Every one of them holds its bodies
/// itself: a chain of nights does not grow.
struct ParentArchives: Sendable {
  private(set) var archives: [SnapshotArchive] = []

  init(_ archives: [SnapshotArchive] = []) {
    self.archives = archives
  }

  /// Opens the parents that a manifest names. One that is not there is our own side's fault: without it the site
  /// would seem to lack what it has.
  /// - Parameter opened: Archives that are open already.
  init(of manifest: SnapshotManifest, in folder: SnapshotFolder, opened: [SnapshotArchive] = []) throws {
    for (place, digest) in manifest.parents.enumerated() {
      if let known = opened.first(where: { $0.digest == digest }) {
        archives.append(known)
        continue
      }
      let hints = manifest.parentFolders ?? []
      guard
        let parent = ParentFolder.find(digest, hint: hints.indices.contains(place) ? hints[place] : nil, from: folder)
      else {
        throw PipelineError(
          "ไม่พบ snapshot ก่อนหน้าที่เก็บเนื้อหาของหน้าที่ไม่เปลี่ยนแปลง",
          "an earlier snapshot, which holds the pages that had not changed, is not there", path: folder.path,
          cause: "\(digest)" + (hints.indices.contains(place) ? ", last seen at \(hints[place])" : "")
            + "; put its folder beside this one")
      }
      archives.append(try SnapshotArchive(opening: parent))
    }
  }

  /// Those of them whose bodies were referred to, in order.
  func used(_ digests: Set<ContentDigest>) -> [SnapshotArchive] {
    archives.filter { digests.contains($0.digest) }
  }

  /// The delivery that a `revisit` record refers to; nil where no archive holds it.
  func delivery(revisitedBy response: ArchivedResponse) throws(ArchiveError) -> Delivery? {
    for archive in archives {
      if let delivery = try archive.delivery(revisitedBy: response) { return delivery }
    }
    return nil
  }
}

/// Where the folder of a parent snapshot is.
enum ParentFolder {
  /// Folders looked at beside a snapshot.
  private static let mostLookedAt = 2_000

  /// At the place last seen, else beside the snapshot or beside the audit it belongs to; the digest decides.
  static func find(_ digest: ContentDigest, hint: String?, from folder: SnapshotFolder) -> SnapshotFolder? {
    let own = absolute(folder.path)
    if let hint {
      let place = hint.hasPrefix("/") ? URL(filePath: hint) : own.appending(path: hint)
      if let found = holder(of: digest, at: place.standardizedFileURL) { return found }
    }
    let above = own.deletingLastPathComponent()
    for around in [above, above.deletingLastPathComponent()] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: around.path)) ?? []
      for name in names.sorted().reversed().prefix(mostLookedAt) {
        let place = around.appending(path: name)
        for folder in [place, place.appending(path: "snapshot"), place.appending(path: "declared")] {
          if let found = holder(of: digest, at: folder) { return found }
        }
      }
    }
    return nil
  }

  /// The way from one snapshot's folder to another's, as `../../2026-11-20/snapshot`.
  static func relativePath(from folder: SnapshotFolder, to other: SnapshotFolder) -> String {
    let own = absolute(folder.path).pathComponents
    let target = absolute(other.path).pathComponents
    let shared = zip(own, target).prefix { $0 == $1 }.count
    let way = Array(repeating: "..", count: own.count - shared) + target[shared...]
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  private static func holder(of digest: ContentDigest, at place: URL) -> SnapshotFolder? {
    let folder = SnapshotFolder(at: place.path)
    return (try? folder.manifest())?.archive.digest == digest ? folder : nil
  }

  private static func absolute(_ path: String) -> URL { URL(filePath: path).standardizedFileURL }
}
