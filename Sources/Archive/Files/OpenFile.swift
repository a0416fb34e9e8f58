import Foundation

/// One open file, closed when it goes out of scope. Files of ours are readable by their owner only: a recorded
/// site may hold what its visitors should not have been shown.
package struct OpenFile: ~Copyable {
  /// How a file is opened.
  package enum Mode: Sendable {
    case reading
    /// Read and written; made when absent. Refused while another has it open for writing.
    case updating
    /// Read and written; refuses a file that exists.
    case creating
  }

  private let descriptor: Int32
  package let path: String

  /// Throws `ArchiveError` with the system's reason.
  package init(_ path: String, _ mode: Mode) throws(ArchiveError) {
    let flags =
      switch mode {
      case .reading: O_RDONLY
      case .updating: O_RDWR | O_CREAT
      case .creating: O_RDWR | O_CREAT | O_EXCL
      }
    // Without O_NONBLOCK opening a pipe of that name would wait for a writer.
    let opened = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard opened >= 0 else { throw .system("cannot open the file", path: path) }
    var about = stat()
    guard fstat(opened, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw ArchiveError("cannot use the file", path: path, cause: "it is not a regular file")
    }
    if mode != .reading, flock(opened, LOCK_EX | LOCK_NB) != 0 {
      close(opened)
      throw ArchiveError("cannot use the file", path: path, cause: "another program is writing to it")
    }
    descriptor = opened
    self.path = path
  }

  deinit {
    // A child that is just being started shares the description until it execs: closing alone would leave the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Bytes in the file now.
  package func size() throws(ArchiveError) -> UInt64 {
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw .system("cannot measure the file", path: path) }
    return UInt64(about.st_size)
  }

  /// Up to `count` bytes from `offset`; fewer only at the end of the file.
  package func read(at offset: UInt64, count: Int) throws(ArchiveError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try read(at: offset, into: &bytes)
    bytes.removeLast(count - got)
    return bytes
  }

  /// Fills `bytes` from `offset` and returns how many there were; fewer than asked only at the end of the file.
  package func read(at offset: UInt64, into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
    guard offset <= UInt64(Int64.max) - UInt64(bytes.count) else { return 0 }
    var filled = 0
    while filled < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(offset) + off_t(filled))
      }
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw .system("cannot read the file", path: path)
      }
      filled += got
    }
    return filled
  }

  /// Writes all of `bytes` at `offset`, however often the system takes only a part.
  package func write(_ bytes: [UInt8], at offset: UInt64) throws(ArchiveError) {
    var written = 0
    while written < bytes.count {
      let took = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
          off_t(offset) + off_t(written))
      }
      if took < 0 {
        if errno == EINTR { continue }
        throw .system("cannot write the file", path: path)
      }
      written += took
    }
  }

  /// Cuts the file off after `size` bytes.
  package func truncate(to size: UInt64) throws(ArchiveError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw .system("cannot shorten the file", path: path) }
  }

  /// Returns when the bytes are on the disk.
  package func sync() throws(ArchiveError) {
    guard fsync(descriptor) == 0 else { throw .system("cannot make the file durable", path: path) }
  }
}
