import Foundation

/// Places in the checkout that tests read from, found from this file's own path so that
/// `swift test` works from any working directory.
package enum Folders {
  /// The root of the package: the folder with `Package.swift`.
  package static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The shared material beside the checkout (`OITCHECK_SHARED`, else `../shared`), or nil where it is absent:
  /// tests that need it are then skipped with a message.
  package static let sharedMaterial: URL? = {
    let named = ProcessInfo.processInfo.environment["OITCHECK_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? package.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Copies a folder with all in it as the user's own: `FileManager` wants to keep the owner, which only root may.
  package static func copy(_ source: URL, to target: URL) throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      let (from, to) = (source.appending(path: name), target.appending(path: name))
      var isFolder = ObjCBool(false)
      guard FileManager.default.fileExists(atPath: from.path, isDirectory: &isFolder), isFolder.boolValue else {
        try Data(contentsOf: from).write(to: to)
        continue
      }
      try copy(from, to: to)
    }
  }

  /// Why a test that needs the shared material does not run.
  package static let sharedMaterialIsAbsent: String = "the shared material is not beside this checkout"
}
