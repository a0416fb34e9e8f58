import AuditCore
import Foundation

/// What is wrong with a snapshot, found by comparing archive, index and manifest with one another.
package struct SnapshotCheck: Sendable {
  package struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The file concerned.
    package let path: String
    /// What is wrong, and what to do about it: one sentence each.
    package let sentence: String
    package let remedy: String

    package var description: String { "\(path): \(sentence); \(remedy)" }
  }

  package var problems: [Problem] = []
  /// Records that could be read whole.
  package var records = 0

  package var isSound: Bool { problems.isEmpty }

  mutating func add(_ path: String, _ sentence: String, remedy: String) {
    problems.append(Problem(path: path, sentence: sentence, remedy: remedy))
  }
}

extension SnapshotFolder {
  private static let recordAgain = "get a whole copy of the folder, or record the site again"
  private static let indexAgain = "delete the index, it is made again from the archive"

  /// Reads everything and compares: every record's digests, the archive's size and digest with the manifest's,
  /// every index line with its record. What is found is a value; only a disk that cannot be read throws.
  package func check() throws(ArchiveError) -> SnapshotCheck {
    var check = SnapshotCheck()
    guard FileManager.default.fileExists(atPath: archivePath) else {
      check.add(archivePath, "the archive is not there", remedy: Self.recordAgain)
      return check
    }
    checkManifest(&check, archive: try archiveFile())
    let reader = try WARCReader(path: archivePath)
    var found: [IndexEntry] = []
    while let record = try reader.next() {
      check.records += 1
      if let location = record.location { found.append(IndexEntry(record, at: location)) }
    }
    for fault in reader.faults {
      let remedy =
        fault.kind == .cutOff
        ? "the \(check.records) records before it are whole; \(Self.recordAgain)" : Self.recordAgain
      check.add(archivePath, fault.description, remedy: remedy)
    }
    checkIndex(&check, against: SnapshotIndex(found))
    return check
  }

  private func checkManifest(_ check: inout SnapshotCheck, archive: SnapshotManifest.ArchiveFile) {
    do {
      let stated = try manifest().archive
      if stated.bytes != archive.bytes {
        check.add(
          archivePath, "the archive has \(archive.bytes) bytes, the manifest says \(stated.bytes)",
          remedy: Self.recordAgain)
      } else if stated.digest != archive.digest {
        check.add(
          archivePath, "the archive was changed after recording: its digest is another", remedy: Self.recordAgain)
      }
    } catch {
      check.add(error.path, "\(error.message): \(error.cause)", remedy: Self.recordAgain)
    }
  }

  private func checkIndex(_ check: inout SnapshotCheck, against made: SnapshotIndex) {
    do {
      let written = try SnapshotIndex(lines: try AtomicFile.read(indexPath, limit: 1 << 30), path: indexPath)
      guard written.entries != made.entries else { return }
      let differing = zip(written.entries, made.entries).first { $0 != $1 }
      let place = differing.map { "first at \($0.0.url ?? $0.0.type), byte \($0.0.offset)" }
      check.add(
        indexPath,
        "the index does not fit the archive: \(written.entries.count) lines for \(made.entries.count) records"
          + (place.map { ", \($0)" } ?? ""), remedy: Self.indexAgain)
    } catch {
      check.add(error.path, "\(error.message): \(error.cause)", remedy: Self.indexAgain)
    }
  }
}
