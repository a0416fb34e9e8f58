import Archive
import AuditCore
import Foundation
import History
import ThaiText

/// Where one installation keeps what its nights leave: the history file, the lock of the run under way, and a folder
/// a town with one folder a night (`bangsaen/2026-11-21T021503/snapshot`, the reports beside it). For its owner only.
package struct DataFolder: Sendable {
  package let path: String

  /// Makes the folder where it is absent.
  package init(at path: String) throws {
    self.path = URL(filePath: path).standardizedFileURL.path
    do {
      try FileManager.default.createDirectory(
        atPath: self.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw PipelineError(
        "สร้างโฟลเดอร์ข้อมูลไม่ได้", "cannot make the data folder", path: self.path, cause: error.localizedDescription)
    }
  }

  package var historyPath: String { path + "/" + Configuration.historyName }
  package var lockPath: String { path + "/run.lock" }

  /// Where a town's nights keep what they read, beside its folder; may be deleted at any time.
  func readingsPath(of town: Town) -> String { path + "/" + town.key + ".readings" }

  /// A new folder for a night of a town, named by the Thai time of its beginning.
  func newNight(of town: Town, at start: Timestamp) throws -> NightFolder {
    let name = NightFolder.name(of: start)
    let taken = Set(nights(of: town).map(\.name))
    // Two runs within one second, or an hour that a clock set back lives twice.
    let free = ([name] + (2...1_000).map { "\(name)-\($0)" }).first { !taken.contains($0) } ?? name
    let night = NightFolder(path: "\(path)/\(town.key)/\(free)")
    _ = try SnapshotFolder.create(at: night.snapshot.path)
    return night
  }

  /// The nights of a town that have a folder, oldest first by name.
  func nights(of town: Town) -> [NightFolder] {
    let folder = "\(path)/\(town.key)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { NightFolder(path: "\(folder)/\($0)") }.filter { $0.startedAt != nil }
  }

  /// The way from here to a folder within, as the history keeps it.
  func relative(_ folder: SnapshotFolder) -> String { String(folder.path.dropFirst(path.count + 1)) }

  /// Deletes the recordings that the history released, and with each the report files of its night; a report outlives
  /// them in the history. What lies outside the data folder is only forgotten. The caller holds the `RunLock`.
  /// - Returns: how many were deleted.
  @discardableResult
  package func deleteReleased(in store: HistoryStore) throws -> Int {
    var deleted = 0
    for snapshot in try store.releasedSnapshots() {
      if try delete(snapshot) { deleted += 1 }
      try store.forget(snapshot.digest)
    }
    return deleted
  }

  /// - Returns: false for what lies outside the data folder, which is left alone.
  @discardableResult
  func delete(_ snapshot: SnapshotRecord) throws -> Bool {
    let place = URL(filePath: path + "/" + snapshot.folder).standardizedFileURL
    guard !snapshot.folder.hasPrefix("/"), place.path.hasPrefix(path + "/") else { return false }
    let night = NightFolder(path: place.deletingLastPathComponent().path)
    try night.startedAt == nil ? Self.remove(place.path) : night.remove()
    return true
  }

  fileprivate static func remove(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw PipelineError(
        "ลบโฟลเดอร์เก่าไม่ได้", "cannot delete an old folder", path: path, cause: error.localizedDescription)
    }
  }
}

/// The folder of one night of one town: `snapshot/` and the reports.
package struct NightFolder: Sendable, Hashable {
  package let path: String

  package var name: String { URL(filePath: path).lastPathComponent }
  package var snapshot: SnapshotFolder { SnapshotFolder(at: path + "/snapshot") }
  /// Addresses of the answer sheet that the crawl did not come to, with the sheet itself.
  var declared: SnapshotFolder { SnapshotFolder(at: path + "/declared") }

  /// When the night began, by its name; nil for a folder that is no night's.
  var startedAt: Timestamp? {
    let bytes = Array(name.utf8)
    guard bytes.count >= 17, bytes.count == 17 || bytes[17] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T")
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = [text.prefix(13), text.dropFirst(13).prefix(2), text.dropFirst(15).prefix(2)]
    return Timestamp(iso: parts.joined(separator: ":") + "+07:00")
  }

  /// `2026-11-21T021503`, Thai time.
  static func name(of start: Timestamp) -> String {
    let thai = Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + 7 * 3_600).description
    return String(thai.dropLast().filter { $0 != ":" })
  }

  /// The folder for the declared addresses, emptied of what an earlier start of the night left.
  func newDeclared() throws -> SnapshotFolder {
    try DataFolder.remove(declared.path)
    return try SnapshotFolder.create(at: declared.path)
  }

  func remove() throws { try DataFolder.remove(path) }
}
