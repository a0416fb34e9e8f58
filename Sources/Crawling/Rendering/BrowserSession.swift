import Glibc
import Synchronization

/// A program started without a shell as the leader of a session of its own, with all that it starts in turn.
///
/// The whole session is killed when the leader ends or is ended; processes that left the leader's group or session are
/// found in `/proc`, as descendants of the leader.
final class BrowserSession: Sendable {
  private enum State {
    case running
    case ended(String)
    case reaped
  }

  let output: Int32
  let messages: Int32
  private let leader: pid_t
  private let state = Mutex(State.running)

  /// Nil where it cannot be started. The caller reads and closes both pipes.
  init?(_ command: [String], in folder: String) {
    var output: [Int32] = [-1, -1]
    var messages: [Int32] = [-1, -1]
    guard pipe(&output) == 0 else { return nil }
    guard pipe(&messages) == 0 else {
      Self.close(output)
      return nil
    }
    for end in output + messages { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    posix_spawn_file_actions_adddup2(&actions, messages[1], 2)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var ignored = sigset_t()
    sigemptyset(&ignored)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&ignored, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | Self.setsid
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let environment = [
      "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder)", "TMPDIR=\(folder)", "XDG_RUNTIME_DIR=\(folder)",
    ]
    var leader: pid_t = 0
    let command = ["/usr/bin/env", "--chdir=\(folder)"] + command
    let error = Self.withStrings(command) { arguments in
      Self.withStrings(environment) { posix_spawn(&leader, command[0], &actions, &attributes, arguments, $0) }
    }
    Glibc.close(output[1])
    Glibc.close(messages[1])
    guard error == 0 else {
      Glibc.close(output[0])
      Glibc.close(messages[0])
      return nil
    }
    self.leader = leader
    self.output = output[0]
    self.messages = messages[0]
  }

  /// POSIX_SPAWN_SETSID of glibc 2.26 and later, hidden from Swift by a feature macro.
  private static let setsid: Int32 = 0x80

  /// Kills the session, for the first reason given.
  func end(because reason: String) {
    state.withLock { state in
      guard case .running = state else { return }
      state = .ended(reason)
      killAll()
    }
  }

  /// Blocks until the leader has ended; nothing of its session is left then.
  func wait() -> (status: Int32, endedBecause: String?) {
    var information = siginfo_t()
    while waitid(P_PID, id_t(leader), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return state.withLock { state in
      killAll()
      var status: Int32 = 0
      while waitpid(leader, &status, 0) < 0, errno == EINTR {}
      defer { state = .reaped }
      if case .ended(let reason) = state { return (status, reason) }
      return (status, nil)
    }
  }

  /// Whether the leader was waited for: what still holds a pipe open is not waited for.
  var isOver: Bool {
    state.withLock { if case .reaped = $0 { true } else { false } }
  }

  /// Resident bytes of all processes of the session.
  var residentBytes: Int { members().reduce(0) { $0 + $1.pages * Self.pageBytes } }

  private static let pageBytes = max(4_096, sysconf(Int32(_SC_PAGESIZE)))

  /// The leader is not reaped yet, so the number of its session is no stranger's.
  private func killAll() {
    let members = members()
    kill(-leader, SIGKILL)
    for member in members { kill(member.pid, SIGKILL) }
  }

  /// The processes of the session and all descendants of its leader, sessions of their own included.
  private func members() -> [(pid: pid_t, pages: Int)] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var all: [(pid: pid_t, parent: pid_t, session: pid_t, pages: Int)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard let pid = pid_t(name), let fields = Self.statistics(of: pid), fields.count > 21 else { continue }
      all.append((pid, pid_t(fields[1]) ?? 0, pid_t(fields[3]) ?? 0, Int(fields[21]) ?? 0))
    }
    var family: Set<pid_t> = [leader]
    var known = 0
    while family.count > known {
      known = family.count
      for process in all where process.session == leader || family.contains(process.parent) {
        family.insert(process.pid)
      }
    }
    return all.filter { family.contains($0.pid) }.map { ($0.pid, $0.pages) }
  }

  /// Fields of `/proc/PID/stat` from the third on; the second, the name, may hold anything (proc(5)).
  private static func statistics(of pid: pid_t) -> [Substring]? {
    let file = open("/proc/\(pid)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { Glibc.close(file) }
    var buffer = [UInt8](repeating: 0, count: 1_024)
    let count = read(file, &buffer, buffer.count)
    guard count > 0, let end = buffer.prefix(count).lastIndex(of: UInt8(ascii: ")")) else { return nil }
    return String(decoding: buffer[(end + 1)..<count], as: UTF8.self).split(separator: " ")
  }

  private static func close(_ pipe: [Int32]) {
    for end in pipe { Glibc.close(end) }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
