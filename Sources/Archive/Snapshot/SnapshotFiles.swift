import AuditCore
import Crypto
import Foundation

extension SnapshotFolder {
  /// Ends a recording: indexes the archive, measures it, and writes the manifest last. Returns the manifest with
  /// the archive's size and digest filled in.
  @discardableResult
  package func finish(_ manifest: SnapshotManifest) throws(ArchiveError) -> SnapshotManifest {
    if let fault = try SnapshotIndex.write(of: archivePath, to: indexPath).first {
      throw ArchiveError("the archive just written does not read back", path: archivePath, cause: fault.description)
    }
    var manifest = manifest
    manifest.archive = try archiveFile()
    try write(manifest)
    return manifest
  }

  /// Replaces the manifest, whole or not at all.
  package func write(_ manifest: SnapshotManifest) throws(ArchiveError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(manifest) else {
      throw ArchiveError("cannot write the manifest", path: manifestPath, cause: "it holds a value that JSON has not")
    }
    try AtomicFile.write(Array(json) + [UInt8(ascii: "\n")], to: manifestPath)
  }

  /// Reads the manifest; throws one sentence with what is wrong and what to do.
  package func manifest() throws(ArchiveError) -> SnapshotManifest {
    guard FileManager.default.fileExists(atPath: manifestPath) else {
      let isUnfinished = FileManager.default.fileExists(atPath: archivePath)
      throw ArchiveError(
        "the folder is no finished snapshot", path: path,
        cause: isUnfinished
          ? "the recording was interrupted; continue it with --resume" : "\(Self.manifestName) is not there")
    }
    let bytes = try AtomicFile.read(manifestPath, limit: 16 << 20)
    let manifest: SnapshotManifest
    do {
      manifest = try JSONDecoder().decode(SnapshotManifest.self, from: Data(bytes))
    } catch {
      throw ArchiveError("the manifest is damaged", path: manifestPath, cause: Self.words(for: error))
    }
    guard manifest.schema == SnapshotManifest.currentSchema else {
      throw ArchiveError(
        "the snapshot is of another version", path: manifestPath,
        cause: "it says \(manifest.schema.prefix(60)), this program reads \(SnapshotManifest.currentSchema)")
    }
    return manifest
  }

  /// The index as written, or made anew from the archive where the file is missing or damaged.
  package func index() throws(ArchiveError) -> SnapshotIndex {
    if let bytes = try? AtomicFile.read(indexPath, limit: 1 << 30),
      let index = try? SnapshotIndex(lines: bytes, path: indexPath)
    {
      return index
    }
    return try SnapshotIndex.of(archive: archivePath).index
  }

  /// Name, size and SHA-256 of the archive as it stands.
  package func archiveFile() throws(ArchiveError) -> SnapshotManifest.ArchiveFile {
    let file = try OpenFile(archivePath, .reading)
    var hash = SHA256()
    var offset: UInt64 = 0
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try file.read(at: offset, into: &piece)
      piece.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      offset += UInt64(count)
      if count < piece.count { break }
    }
    let digest = WARCDigest(.sha256, bytes: Array(hash.finalize())).evidence
    return SnapshotManifest.ArchiveFile(name: Self.archiveName, bytes: Int(offset), digest: digest)
  }

  private static func words(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is not JSON" }
    return switch error {
    case .keyNotFound(let key, _): "the key \(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "the value of \(context.codingPath.map(\.stringValue).joined(separator: ".")) is of another kind"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it is not JSON"
        : "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
    @unknown default: "it is not JSON"
    }
  }
}
