import Foundation

/// An empty folder for one piece of work, readable by the owner only and gone afterwards.
package struct WorkFolder: ~Copyable {
  package let path: String

  /// Nil where the machine's temporary folder cannot be written.
  package init?(in parent: URL = FileManager.default.temporaryDirectory) {
    let path = parent.appending(path: "oitcheck-\(UUID().uuidString)").path
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

  /// Writes a file of our own naming; names from the site never become paths. False where the disk is full.
  package func write(_ bytes: [UInt8], as name: String) -> Bool {
    let file = path + "/" + name
    guard (try? Data(bytes).write(to: URL(filePath: file))) != nil else { return false }
    return chmod(file, 0o600) == 0
  }

  /// The bytes of all files in a folder, not of folders in it; stops counting at a thousand files.
  package static func bytes(in folder: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.prefix(1_000).reduce(0) { total, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return total + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
    }
  }
}
