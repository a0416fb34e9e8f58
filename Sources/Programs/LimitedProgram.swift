import Foundation
import Glibc
import Subprocess
import SystemPackage

/// One run of an outside program on what may be hostile: no shell, no inherited environment, its own session, and limits.
///
/// The program and all it started form one process group, killed as one when a limit of time, output or disk is reached
/// and in any case when the run is over. Only a program that opens a session of its own could leave the group; none of
/// those in `Tool` does, but a `sendmail` that hands its letter to a daemon.
package struct LimitedProgram: Sendable {
  package let tool: Tool
  package var limits: ProgramLimits
  package var tools: Toolbox
  package var messages: MessageUse
  /// What it reads on its standard input; never on a disk, and not among its arguments, which all users of a machine see.
  package var input: [UInt8] = []
  /// Environment besides `PATH`, `HOME`, the locale and one thread for OpenMP.
  package var environment: [String: String] = [:]
  /// Judges the beginning of the output: false ends the run, nil asks again when more has come.
  package var isWanted: @Sendable ([UInt8]) -> Bool? = { _ in true }

  /// What becomes of what it says on standard error.
  package enum MessageUse: Sendable {
    case dropped
    case output
  }

  package init(
    tool: Tool, limits: ProgramLimits = ProgramLimits(), tools: Toolbox = .installed, messages: MessageUse = .dropped
  ) {
    self.tool = tool
    self.limits = limits
    self.tools = tools
    self.messages = messages
  }

  /// Runs the program with arguments and tells how it ended and what it gave until then.
  /// - Parameter folder: where it works, its home; nil for a program that needs no folder.
  package func outcome(of arguments: [String], in folder: String?) async -> ProgramOutcome {
    guard let program = tools.path(of: tool) else { return ProgramOutcome(.notInstalled(tool)) }
    guard let limiter = tools.path(of: .prlimit) else { return ProgramOutcome(.notInstalled(.prlimit)) }
    let wrapped = limits.options + ["--", program] + arguments
    return await withTaskGroup(of: Event.self) { group in
      group.addTask { .ended(await start(limiter, wrapped, in: folder)) }
      group.addTask { await watch(folder) }
      var exceeded: ProgramOutcome.End?
      for await event in group {
        switch event {
        case .ended(var outcome):
          let isStopped = Task.isCancelled
          group.cancelAll()
          outcome.end = isStopped ? .stopped : exceeded ?? outcome.end
          return outcome
        case .exceeded(let limit):
          exceeded = limit
          group.cancelAll()
        case .unwatched: continue
        }
      }
      return ProgramOutcome(.stopped)
    }
  }

  private enum Event {
    case ended(ProgramOutcome)
    case exceeded(ProgramOutcome.End)
    case unwatched
  }

  /// Looks at the clock and the folder until the run ends; files are looked at four times a second.
  private func watch(_ folder: String?) async -> Event {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(limits.wallSeconds)
    while clock.now < deadline {
      let next = folder == nil ? deadline : min(deadline, clock.now + .milliseconds(250))
      guard (try? await clock.sleep(until: next)) != nil else { return .unwatched }
      if let folder, WorkFolder.bytes(in: folder) > limits.folderBytes { return .exceeded(.tooMuchWritten) }
    }
    return .exceeded(.tooLong)
  }

  private func start(_ limiter: String, _ arguments: [String], in folder: String?) async -> ProgramOutcome {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
    var surroundings: [Environment.Key: String] = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder ?? "/nonexistent", "OMP_THREAD_LIMIT": "1",
    ]
    for (name, value) in environment { surroundings[Environment.Key(stringLiteral: name)] = value }
    let configuration = Configuration(
      executable: .path(FilePath(limiter)), arguments: Arguments(arguments), environment: .custom(surroundings),
      workingDirectory: FilePath(folder ?? "/"), platformOptions: options)
    return switch messages {
    case .dropped: await read(configuration, error: .discarded)
    case .output: await read(configuration, error: .combinedWithOutput)
    }
  }

  private func read(
    _ configuration: Configuration, error: some ErrorOutputProtocol
  ) async -> ProgramOutcome {
    guard let source = MemoryFile.descriptor(holding: input) else {
      return ProgramOutcome(.notStarted("its input could not be kept in memory"))
    }
    var leader: pid_t?
    // A group's number stays taken while the group has members: what is killed here is never a stranger's.
    defer { if let leader { kill(-leader, SIGKILL) } }
    var cut: ProgramOutcome.End?
    var output: [UInt8] = []
    do {
      let result = try await Subprocess.run(
        configuration, input: .fileDescriptor(source, closeAfterSpawningProcess: true), output: .sequence, error: error
      ) { execution in
        let group = execution.processIdentifier.value
        leader = group
        cut = await keep(execution.standardOutput, in: &output)
        if cut != nil { kill(-group, SIGKILL) }
      }
      return ProgramOutcome(cut ?? end(result.terminationStatus), output: output)
    } catch {
      // What failed after the start did so because the run was stopped, which its caller knows.
      return ProgramOutcome(cut ?? .notStarted("\(error)"), output: output)
    }
  }

  /// Reads until the program has said all, or what it says is too much or unwanted.
  private func keep(_ buffers: SubprocessOutputSequence, in output: inout [UInt8]) async -> ProgramOutcome.End? {
    var wanted: Bool?
    var pieces = buffers.makeAsyncIterator()
    while let piece = try? await pieces.next() {
      let room = limits.outputBytes - output.count
      piece.withUnsafeBytes { output.append(contentsOf: $0.prefix(room)) }
      if wanted == nil {
        wanted = isWanted(output)
        if wanted == false { return .unwanted }
      }
      if piece.count > room { return .tooMuchOutput }
    }
    return nil
  }

  /// 126 and 127 are `prlimit` saying that the program does not start.
  private func end(_ status: TerminationStatus) -> ProgramOutcome.End {
    switch status {
    case .exited(126), .exited(127): .notStarted("")
    case .exited(let code): .exited(code: code)
    case .signaled(let signal): .signalled(signal)
    }
  }
}
