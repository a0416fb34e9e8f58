import Foundation

/// A thread for work that blocks, so that none of the pool's waits.
enum BrowserThread {
  static func start(_ work: @escaping @Sendable () -> Void) {
    Thread.detachNewThread(work)
  }
}
