import Foundation
import Subprocess
import SystemPackage

/// One run of an outside program on hostile input: no shell, its own empty folder, its own session, and limits of
/// CPU time, wall time, address space, output and file size. The limits are set by `prlimit` (util-linux) before the
/// program starts; what outlives the wall time is killed.
struct LimitedProgram: Sendable {
  /// What the program may use.
  struct Limits: Sendable {
    var cpuSeconds = 20
    var wallSeconds = 25.0
    var addressSpaceBytes = 1 << 30
    var outputBytes = 16 << 20
    var fileBytes = 64 << 20
  }

  /// What became of the run.
  enum Ending: Sendable, Equatable {
    case output([UInt8])
    /// It said no: the exit code.
    case failed(code: Int32)
    /// It ran into a limit, or was killed by a signal.
    case limit(String)
    case notInstalled
  }

  let name: String
  var limits = Limits()

  /// Where the program lies, nil where it is not installed.
  static func path(of name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program with arguments in a folder.
  func run(_ arguments: [String], in folder: String) async -> Ending {
    guard let program = Self.path(of: name), let limiter = Self.path(of: "prlimit") else { return .notInstalled }
    let wrapped =
      [
        "--cpu=\(limits.cpuSeconds)", "--as=\(limits.addressSpaceBytes)", "--fsize=\(limits.fileBytes)", "--core=0",
        "--nofile=64", "--", program,
      ] + arguments
    return await withTaskGroup(of: Ending?.self) { group in
      group.addTask { await self.start(limiter, wrapped, in: folder) }
      group.addTask {
        try? await Task.sleep(for: .seconds(self.limits.wallSeconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? .limit("ran longer than \(Int(self.limits.wallSeconds)) s")
    }
  }

  private func start(_ limiter: String, _ arguments: [String], in folder: String) async -> Ending {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = []
    do {
      let result = try await Subprocess.run(
        .path(FilePath(limiter)), arguments: Arguments(arguments),
        environment: .custom(["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder, "OMP_THREAD_LIMIT": "1"]),
        workingDirectory: FilePath(folder), platformOptions: options, input: .none,
        output: .bytes(limit: limits.outputBytes), error: .discarded)
      switch result.terminationStatus {
      case .exited(0): return .output(result.standardOutput)
      case .exited(let code): return .failed(code: code)
      case .signaled(let signal): return .limit("was ended by signal \(signal)")
      }
    } catch is CancellationError {
      return .limit("was stopped")
    } catch {
      return .limit("gave more than \(limits.outputBytes >> 20) MB")
    }
  }
}
