import Glibc

/// What one run of an outside program may use, set by `prlimit` before the program starts (setrlimit(2)).
package struct ProgramLimits: Sendable {
  package var cpuSeconds = 15
  package var wallSeconds = 18.0
  /// nil for programs whose run-time system reserves far more than it uses.
  package var addressSpaceBytes: Int? = 1 << 30
  /// What it may say on its standard output.
  package var outputBytes = 16 << 20
  /// The size of one file it writes.
  package var fileBytes = 64 << 20
  /// All files of the work folder together.
  package var folderBytes = 256 << 20
  /// Processes and threads it may start besides itself; nil leaves them to the machine. Not enforced for root.
  package var startedProcesses: Int? = 0

  package init() {}

  /// The limits as options of `prlimit`; never above what this process itself may use, which would be refused.
  var options: [String] {
    var options = [
      "--cpu=\(least(cpuSeconds, RLIMIT_CPU)):\(least(cpuSeconds + 1, RLIMIT_CPU))",
      "--fsize=\(least(fileBytes, RLIMIT_FSIZE))", "--core=0",
      "--nofile=\(least(64, RLIMIT_NOFILE))",
    ]
    if let addressSpaceBytes { options.append("--as=\(least(addressSpaceBytes, RLIMIT_AS))") }
    if let startedProcesses { options.append("--nproc=\(startedProcesses)") }
    return options
  }

  private func least(_ wanted: Int, _ resource: __rlimit_resource) -> Int {
    var own = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &own) == 0, own.rlim_max < rlim_t(Int.max) else {
      return wanted
    }
    return min(wanted, Int(own.rlim_max))
  }

  /// What a signal that ended the program means under these limits.
  func meaning(ofSignal signal: Int32) -> String {
    switch signal {
    case SIGXCPU: "used more than \(cpuSeconds) s of CPU time"
    case SIGXFSZ: "wrote a file of more than \(fileBytes >> 20) MB"
    case SIGKILL: "was killed"
    default: "crashed (signal \(signal))"
    }
  }
}
