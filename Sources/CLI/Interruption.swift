import Dispatch
import Foundation

/// Ctrl-C and SIGTERM: the work is told to end with what there is. Signals are heard as long as this value lives; what
/// follows, such as the judging of what was recorded, ends at once at a signal, as programs usually do.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private static let signals = [SIGINT, SIGTERM]

  init(_ end: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "signals")
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler(handler: end)
      source.resume()
      return source
    }
  }

  deinit {
    sources.forEach { $0.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }

  /// Ends the process with a code where it does not come to its end by itself within some seconds. For work whose
  /// state on disk is whole at every moment.
  static func endProcess(after seconds: Double, code: Int32) {
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: seconds)
      _exit(code)
    }
  }
}
