import AuditCore
import Foundation

/// The lock of the run under way on a data folder: two runs never overlap. It is the system's own (flock), so that it
/// ends with its holder, however that ends; the text in the file only says who holds it.
package final class RunLock: Sendable {
  private let descriptor: Int32

  /// Who holds the lock, as the file says.
  package struct Holder: Error, Sendable, Hashable {
    package var process: Int?
    package var since: Timestamp?
    package var path: String
  }

  /// Takes the lock, or throws its `Holder`.
  package init(at path: String, since start: Timestamp) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw Self.fault(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = errno == EWOULDBLOCK
      defer { close(descriptor) }
      throw isHeld ? Self.holder(in: path) : Self.fault(path)
    }
    let text = Array("\(getpid()) \(start)\n".utf8)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
      let fault = Self.fault(path)
      release()
      throw fault
    }
  }

  /// A child that is just being started shares the description until it execs: closing alone would leave the lock.
  private func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  deinit { release() }

  private static func holder(in path: String) -> Holder {
    let words = (try? String(contentsOfFile: path, encoding: .utf8))?.split { $0 == " " || $0 == "\n" } ?? []
    return Holder(
      process: words.first.flatMap { Int($0) }, since: words.dropFirst().first.flatMap { Timestamp(iso: String($0)) },
      path: path)
  }

  private static func fault(_ path: String) -> PipelineError {
    PipelineError(
      "ล็อกโฟลเดอร์ข้อมูลไม่ได้", "cannot lock the data folder", path: path, cause: String(cString: strerror(errno)))
  }
}
