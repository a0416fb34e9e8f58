import Foundation

/// A shell that sees file systems of its own (unshare(1)), such as a small disk; they are gone with it.
enum OwnMounts {
  static let isPossible = (try? code(of: "true")) == 0

  /// Runs a script that ends at its first fault and gives its exit code.
  static func code(of script: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["--map-root-user", "--mount", "sh", "-ec", script]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The built program with arguments, as a word of such a script.
  static func program(_ arguments: [String]) -> String {
    ([ProgramRun.program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
  }
}
