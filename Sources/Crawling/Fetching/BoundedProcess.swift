import Foundation
import Glibc
import Synchronization

/// A program run without a shell, under limits of time and output, killed as soon as one is reached.
struct BoundedProcess: Sendable {
  struct Outcome: Sendable {
    var status: Int32
    var output: [UInt8]
    var messages: [UInt8]
    /// Which limit ended it: `time`, `length`, `unwanted`, `cancelled`; nil where it ended by itself.
    var stoppedBy: String?
  }

  var executable: String
  var arguments: [String]
  var maxOutputBytes: Int
  var deadline: Duration
  /// Judges the beginning of the output: whether to go on, nil while it cannot be told yet.
  var isWanted: @Sendable ([UInt8]) -> Bool? = { _ in true }

  private static let maximumMessageBytes = 4_096

  /// Runs it to its end; nil where it cannot be started. Reading happens on threads of its own.
  func run() async -> Outcome? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]
    let output = Pipe()
    let messages = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    guard (try? process.run()) != nil else { return nil }
    let end = ProcessEnd(process.processIdentifier)
    let watchdog = Task {
      try await Task.sleep(for: deadline)
      end.kill(because: "time")
    }
    defer { watchdog.cancel() }
    let errors = messages.fileHandleForReading
    let body = output.fileHandleForReading
    return await withTaskCancellationHandler {
      async let said = Self.read(errors, limit: Self.maximumMessageBytes, isWanted: { _ in true }) { _ in }
      let read = await Self.read(body, limit: maxOutputBytes, isWanted: isWanted) { end.kill(because: $0) }
      let heard = await said
      process.waitUntilExit()
      return Outcome(status: process.terminationStatus, output: read, messages: heard, stoppedBy: end.cause())
    } onCancel: {
      end.kill(because: "cancelled")
    }
  }

  private static func read(
    _ handle: FileHandle, limit: Int, isWanted: @escaping @Sendable ([UInt8]) -> Bool?,
    stop: @escaping @Sendable (String) -> Void
  ) async -> [UInt8] {
    let descriptor = handle.fileDescriptor
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var bytes: [UInt8] = []
        var wanted: Bool?
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
          let count = Glibc.read(descriptor, &buffer, buffer.count)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { break }
          bytes.append(contentsOf: buffer.prefix(min(count, max(0, limit - bytes.count))))
          if bytes.count >= limit { stop("length") }
          if wanted == nil {
            wanted = isWanted(bytes)
            if wanted == false { stop("unwanted") }
          }
        }
        withExtendedLifetime(handle) { continuation.resume(returning: bytes) }
      }
    }
  }
}

/// The end of one process: killed for the first cause given, and never after it was waited for.
private final class ProcessEnd: Sendable {
  private enum State {
    case running
    case killed(String)
    case gone
  }

  private let pid: pid_t
  private let state = Mutex(State.running)

  init(_ pid: pid_t) { self.pid = pid }

  func kill(because cause: String) {
    state.withLock { state in
      guard case .running = state else { return }
      state = .killed(cause)
      _ = Glibc.kill(pid, SIGKILL)
    }
  }

  /// Called after the process was waited for: why it was killed, nil where it ended by itself.
  func cause() -> String? {
    state.withLock { state in
      defer { state = .gone }
      guard case .killed(let cause) = state else { return nil }
      return cause
    }
  }
}
