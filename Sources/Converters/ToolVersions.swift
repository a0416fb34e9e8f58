import Foundation
import Synchronization

/// Versions of the outside programs, asked once a run: part of every conversion record.
enum ToolVersions {
  private static let known = Mutex<[String: String?]>([:])

  /// The first word with a digit of what the program says of itself, nil where it is not installed.
  static func of(_ name: String, arguments: [String]) -> String? {
    known.withLock { known in
      if let version = known[name] { return version }
      let version = ask(name, arguments)
      known[name] = version
      return version
    }
  }

  private static func ask(_ name: String, _ arguments: [String]) -> String? {
    guard let path = LimitedProgram.path(of: name) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes.prefix(400), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .first { $0.utf8.contains { (48...57).contains($0) } }.map(String.init)
  }
}
