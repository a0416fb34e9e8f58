import Archive
import AuditCore
import Crawling
import Foundation
import Pipeline

/// Runs a recording with its progress on standard error; Ctrl-C and SIGTERM end it with what there is.
struct RecordingRun {
  let recording: SiteRecording
  let quiet: Bool

  func run(into folder: SnapshotFolder, resuming: Bool = false) async throws -> SnapshotManifest {
    let (stream, continuation) = AsyncStream<CrawlProgress>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let task = Task { [recording] in
      defer { continuation.finish() }
      return try await recording.record(into: folder, resuming: resuming, progress: continuation)
    }
    let interruption = Interruption { task.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    var display = ProgressDisplay(isTerminal: isatty(STDERR_FILENO) == 1, isQuiet: quiet)
    for await progress in stream { display.show(progress) }
    display.end()
    return try await task.value
  }
}

/// Progress of a crawl: one line that renews itself on a terminal, now and then a plain line elsewhere.
struct ProgressDisplay {
  private let isTerminal: Bool
  private let isQuiet: Bool
  private var lastShown = ContinuousClock.now - .seconds(3_600)

  init(isTerminal: Bool, isQuiet: Bool) {
    self.isTerminal = isTerminal
    self.isQuiet = isQuiet
  }

  mutating func show(_ progress: CrawlProgress) {
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
    guard !isQuiet, ContinuousClock.now - lastShown >= pause else { return }
    lastShown = .now
    let line = Self.line(progress)
    if isTerminal {
      FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
    } else {
      Console.note(line)
    }
  }

  func end() {
    if isTerminal, !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
  }

  private static func line(_ progress: CrawlProgress) -> String {
    let address = decodedAddress(progress.current)
    let left = progress.timeLeft.components.seconds
    let time = left >= 60 ? "\(left / 60) นาที" : "\(left) วินาที"
    return
      "เปิดแล้ว \(progress.fetched)/\(progress.known) หน้า · พบแล้ว \(progress.conceptsFound)/\(progress.conceptsSought) เรื่อง · เหลือราว \(time) · \(address)"
  }
}
