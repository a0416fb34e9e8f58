import Foundation
import TestSupport

/// One run of the built program, as cron or an officer starts it.
struct ProgramRun {
  let code: Int32
  let output: String
  let errors: String

  /// The executable beside the test bundle.
  static let program: URL = {
    let bundle = URL(filePath: CommandLine.arguments.first ?? "")
    let candidates = [bundle.deletingLastPathComponent(), Folders.package.appending(path: ".build/debug")]
    return candidates.map { $0.appending(path: "oitcheck") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[1].appending(path: "oitcheck")
  }()

  /// Runs the program in a folder; standard output and error go to files, so that neither can block it.
  ///
  /// - Parameter environment: what it is told beside the environment of the tests.
  init(
    _ arguments: [String], in folder: URL = Folders.package, input: String = "", environment: [String: String] = [:]
  ) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "oitcheck-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let files = ["in", "out", "err"].map { work.appending(path: $0) }
    for file in files { try Data(input.utf8).write(to: file) }
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    code = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
  }
}

/// A folder for one test, gone afterwards.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "oitcheck-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
