import Foundation

/// A program of a test's own in place of an outside program, in a folder that is gone afterwards.
package final class StandIn: Sendable {
  package let folder: String
  package let path: String

  /// - Parameter script: the lines of a shell script.
  package init(_ script: String) throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "oitcheck-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    folder = place.appending(path: "work").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    path = place.appending(path: "program").path
    try Data(("#!/bin/sh\n" + script + "\n").utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }

  /// Whether a process whose number the script wrote into a file is gone; a killed one may take a moment to die.
  package func isGone(_ file: String) -> Bool {
    for _ in 0..<6_000 where lives(file) { usleep(10_000) }
    return wrote(file) && !lives(file)
  }

  /// One that waits to be buried lives no more.
  private func lives(_ file: String) -> Bool {
    guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8),
      let number = Int32(text.split(whereSeparator: \.isWhitespace).first ?? ""),
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
    else { return false }
    return !state.contains(") Z ") && !state.contains(") X ")
  }

  package func wrote(_ file: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + file) }
}
