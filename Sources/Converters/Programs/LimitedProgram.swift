import Foundation
import Glibc
import Subprocess
import SystemPackage

/// One run of an outside program on hostile input: no shell, its own empty folder, its own session, and limits.
///
/// The program and all it started form one process group, killed as one when a limit of time, output or disk is reached
/// and in any case when the run is over. Only a program that opens a session of its own could leave the group; none of
/// those in `Tool` does.
struct LimitedProgram: Sendable {
  /// What became of the run.
  enum Ending: Sendable, Equatable {
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

  let tool: Tool
  var limits = ProgramLimits()
  var tools = Toolbox.installed
  /// Whether what it says on standard error counts as output.
  var listensToErrors = false

  /// Runs the program with arguments in a folder.
  func run(_ arguments: [String], in folder: String) async -> Ending {
    guard let program = tools.path(of: tool) else { return .notInstalled(tool) }
    guard let limiter = tools.path(of: .prlimit) else { return .notInstalled(.prlimit) }
    let wrapped = limits.options + ["--", program] + arguments
    return await withTaskGroup(of: Event.self) { group in
      group.addTask { .ended(await start(limiter, wrapped, in: folder)) }
      group.addTask { await watch(folder) }
      var exceeded: String?
      for await event in group {
        switch event {
        case .ended(let ending):
          let isStopped = Task.isCancelled
          group.cancelAll()
          if isStopped { return .notRun("was stopped") }
          return exceeded.map { .limit($0) } ?? ending
        case .exceeded(let limit):
          exceeded = limit
          group.cancelAll()
        case .unwatched: continue
        }
      }
      return .notRun("was stopped")
    }
  }

  private enum Event {
    case ended(Ending)
    case exceeded(String)
    case unwatched
  }

  /// Looks at the clock and the folder until the run ends; files are looked at four times a second.
  private func watch(_ folder: String) async -> Event {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(limits.wallSeconds)
    while clock.now < deadline {
      let next = min(deadline, clock.now + .milliseconds(250))
      guard (try? await clock.sleep(until: next)) != nil else { return .unwatched }
      if WorkFolder.bytes(in: folder) > limits.folderBytes {
        return .exceeded("wrote more than \(limits.folderBytes >> 20) MB")
      }
    }
    return .exceeded("ran longer than \(Int(limits.wallSeconds.rounded(.up))) s")
  }

  private func start(_ limiter: String, _ arguments: [String], in folder: String) async -> Ending {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
    let configuration = Configuration(
      executable: .path(FilePath(limiter)), arguments: Arguments(arguments),
      environment: .custom(["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder, "OMP_THREAD_LIMIT": "1"]),
      workingDirectory: FilePath(folder), platformOptions: options)
    var leader: pid_t?
    // A group's number stays taken while the group has members: what is killed here is never a stranger's.
    defer { if let leader { kill(-leader, SIGKILL) } }
    do {
      let output = BytesOutput.bytes(limit: limits.outputBytes)
      if listensToErrors {
        let result = try await Subprocess.run(
          configuration, input: .none, output: output, error: .combinedWithOutput
        ) { leader = $0.processIdentifier.value }
        return ending(result.terminationStatus, result.standardOutput)
      }
      let result = try await Subprocess.run(configuration, input: .none, output: output, error: .discarded) {
        leader = $0.processIdentifier.value
      }
      return ending(result.terminationStatus, result.standardOutput)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .limit("gave more than \(limits.outputBytes >> 20) MB")
    } catch {
      return .notRun("could not be started: \(error)")
    }
  }

  /// 126 and 127 are `prlimit` saying that the program does not start.
  private func ending(_ status: TerminationStatus, _ output: [UInt8]) -> Ending {
    switch status {
    case .exited(0): .output(output)
    case .exited(126), .exited(127): .notRun("could not be started")
    case .exited(let code): listensToErrors ? .output(output) : .failed(code: code)
    case .signaled(let signal): .limit(limits.meaning(ofSignal: signal))
    }
  }
}
