import Foundation

/// The empty folder that is home, profile and temporary folder of one browser; readable by the owner only.
struct ProfileFolder: Sendable {
  let path: String

  /// Nil where the machine's temporary folder cannot be written.
  init?() {
    path = FileManager.default.temporaryDirectory.appending(path: "oitcheck-browser-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
