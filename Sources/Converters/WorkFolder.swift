import Foundation

/// An empty folder of one conversion, readable by the owner only and gone afterwards.
struct WorkFolder: ~Copyable {
  let path: String

  /// Nil where the machine's temporary folder cannot be written.
  init?() {
    let path = FileManager.default.temporaryDirectory.appending(path: "oitcheck-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
    self.path = path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file of our own naming; names from the site never become paths.
  func write(_ bytes: [UInt8], as name: String) -> Bool {
    FileManager.default.createFile(
      atPath: path + "/" + name, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
  }
}
