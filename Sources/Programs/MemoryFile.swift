import Foundation
import Glibc
import SystemPackage

/// A file without a name that lies in memory only: what a program reads on its standard input. Unlike a pipe it needs
/// nobody who writes while the program reads, and it does not break when the program does not read.
package enum MemoryFile {
  /// Where the machine keeps such files (shm_overview(7)).
  package static let place = "/dev/shm"

  /// Whether the machine lets this user make one.
  package static var isPossible: Bool {
    guard let file = descriptor(holding: [0]) else { return false }
    try? file.close()
    return true
  }

  /// Open at its beginning; whoever asked closes it. Nil where the machine has no descriptor or memory left, or `place`
  /// is not for this user. Nothing to read needs none of that.
  static func descriptor(holding bytes: [UInt8]) -> FileDescriptor? {
    if bytes.isEmpty {
      let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
      return nothing < 0 ? nil : FileDescriptor(rawValue: nothing)
    }
    let name = "/oitcheck-\(UUID().uuidString)"
    // Not inherited by other programs that start at this moment: shm_open(3) sets FD_CLOEXEC.
    let number = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard number >= 0 else { return nil }
    shm_unlink(name)
    let file = FileDescriptor(rawValue: number)
    do {
      try file.writeAll(bytes)
      _ = try file.seek(offset: 0, from: .start)
    } catch {
      try? file.close()
      return nil
    }
    return file
  }
}
