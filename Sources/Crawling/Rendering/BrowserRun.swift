import Glibc
import Synchronization

/// One run of the browser under limits of time, memory and output.
struct BrowserRun: Sendable {
  enum Ending: Sendable, Equatable {
    case output([UInt8])
    /// It ran into a limit, said so that the program's name can stand before it.
    case limit(String)
    /// It ended by itself without doing its work; the end of what it said.
    case failed(String)
    case notStarted
    case cancelled
  }

  let command: [String]
  let folder: String
  let limits: RenderingLimits

  func run() async -> Ending {
    guard let session = BrowserSession(command, in: folder) else { return .notStarted }
    let watch = Task { await Self.watch(session, limits) }
    defer { watch.cancel() }
    return await withTaskCancellationHandler {
      async let said = Self.read(session.messages, of: session, limit: 65_536) {}
      async let shown = Self.read(session.output, of: session, limit: limits.htmlBytes) {
        session.end(because: "gave more than \(limits.htmlBytes >> 20) MB")
      }
      let (status, reason) = await Self.onThread { session.wait() }
      let (messages, output) = (await said, await shown)
      if reason == Self.cancellation { return .cancelled }
      if let reason { return .limit(reason) }
      if [126, 127].contains((status >> 8) & 0xFF) { return .notStarted }
      guard status == 0, !output.isEmpty else { return .failed(Self.tail(of: messages, status)) }
      return .output(output)
    } onCancel: {
      session.end(because: Self.cancellation)
    }
  }

  private static let cancellation = "was stopped"

  /// Looks at the clock and the memory four times a second.
  private static func watch(_ session: BrowserSession, _ limits: RenderingLimits) async {
    let clock = ContinuousClock()
    let deadline = clock.now + limits.wall
    while clock.now < deadline {
      guard (try? await clock.sleep(until: min(deadline, clock.now + .milliseconds(250)))) != nil else { return }
      if session.residentBytes > limits.memoryBytes {
        return session.end(because: "took more than \(limits.memoryBytes >> 20) MB of memory")
      }
    }
    session.end(because: "ran longer than \(limits.wall)")
  }

  /// Reads a pipe until nobody can write to it any more, or its session is over, and closes it. What is over the limit
  /// is read and dropped.
  private static func read(
    _ pipe: Int32, of session: BrowserSession, limit: Int, full: @escaping @Sendable () -> Void
  ) async -> [UInt8] {
    await onThread {
      defer { close(pipe) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let wasOver = session.isOver
        var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 100) > 0 else {
          if wasOver { return bytes }
          continue
        }
        let count = Glibc.read(pipe, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return bytes }
        if bytes.count + count > limit { full() }
        bytes += buffer.prefix(min(count, limit - bytes.count))
        if wasOver, bytes.count >= limit { return bytes }
      }
    }
  }

  private static func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      BrowserThread.start { continuation.resume(returning: work()) }
    }
  }

  /// What can be said of a failure: that the sandbox is missing, or how it ended. The page's own words stay out.
  private static func tail(of messages: [UInt8], _ status: Int32) -> String {
    let text = String(decoding: messages, as: UTF8.self)
    if ["No usable sandbox", "without --no-sandbox"].contains(where: text.contains) {
      return "has no sandbox here (root, or no user namespaces); --render-without-sandbox runs it without"
    }
    let signal = status & 0x7F
    return signal == 0 ? "ended with code \((status >> 8) & 0xFF)" : "was ended by signal \(signal)"
  }
}
