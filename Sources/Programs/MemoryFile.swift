import Foundation
import Glibc
import SystemPackage

/// A file without a name that lies in memory only: what a program reads on its standard input. Unlike a pipe it needs
/// nobody who writes while the program reads, and it does not break when the program does not read.
enum MemoryFile {
  /// Open at its beginning; whoever asked closes it. Nil where the machine has no descriptor or memory left.
  static func descriptor(holding bytes: [UInt8]) -> FileDescriptor? {
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
