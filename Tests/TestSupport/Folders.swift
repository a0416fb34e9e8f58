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

  /// Why a test that needs the shared material does not run.
  package static let sharedMaterialIsAbsent: String = "the shared material is not beside this checkout"
}
