/// How one run of an outside program ended, and what it gave until then.
package struct ProgramOutcome: Sendable, Equatable {
  package var end: End
  package var output: [UInt8] = []

  init(_ end: End, output: [UInt8] = []) {
    self.end = end
    self.output = output
  }

  package enum End: Sendable, Equatable {
    case exited(code: Int32)
    case signalled(Int32)
    /// Killed at the deadline.
    case tooLong
    /// Killed when it said more than it may; the output is cut there.
    case tooMuchOutput
    /// Killed when its folder grew too large.
    case tooMuchWritten
    /// Killed because the beginning of its output was not wanted.
    case unwanted
    /// The task that ran it was cancelled.
    case stopped
    /// It or `prlimit` is not there.
    case notInstalled(Tool)
    /// The machine's fault; the cause, where it is known.
    case notStarted(String)
  }
}

extension LimitedProgram {
  /// What became of a run, where only a program that ended well has something to give.
  package enum Ending: Sendable, Equatable {
    case output([UInt8])
    /// It said no: the exit code.
    case failed(code: Int32)
    /// It ran into a limit, or crashed: said so that the program's name can stand before it.
    case limit(String)
    /// It or `prlimit` is not installed.
    case notInstalled(Tool)
    /// It could not be run, or was stopped by us: no fault of the document.
    case notRun(String)
  }

  /// Runs the program with arguments in a folder. Where messages count as output, so does what it says with a refusal.
  package func run(_ arguments: [String], in folder: String) async -> Ending {
    let outcome = await outcome(of: arguments, in: folder)
    switch outcome.end {
    case .exited(code: 0): return .output(outcome.output)
    case .exited(let code):
      if case .output = messages { return .output(outcome.output) }
      return .failed(code: code)
    case .signalled(let signal): return .limit(limits.meaning(ofSignal: signal))
    case .tooLong: return .limit("ran longer than \(Int(limits.wallSeconds.rounded(.up))) s")
    case .tooMuchOutput: return .limit("gave more than \(limits.outputBytes >> 20) MB")
    case .tooMuchWritten: return .limit("wrote more than \(limits.folderBytes >> 20) MB")
    case .unwanted: return .limit("gave what is not wanted")
    case .stopped: return .notRun("was stopped")
    case .notInstalled(let tool): return .notInstalled(tool)
    case .notStarted(let cause): return .notRun("could not be started" + (cause.isEmpty ? "" : ": \(cause)"))
    }
  }
}
