import Foundation
import Programs
import TestSupport
import Testing

extension ProgramLimits {
  /// No limit of time where a test is not about one: the machine may be busy.
  fileprivate static let patient: ProgramLimits = {
    var limits = ProgramLimits()
    limits.wallSeconds = 3_600
    return limits
  }()
}

extension StandIn {
  /// The stand-in as a program, free to start others so that what becomes of those can be seen.
  fileprivate func program(limits: ProgramLimits = .patient) -> LimitedProgram {
    var limits = limits
    limits.startedProcesses = nil
    return LimitedProgram(tool: .pdftotext, limits: limits, tools: Toolbox(named: [.pdftotext: path]))
  }

  fileprivate func run(
    limits: ProgramLimits = .patient, _ arguments: [String] = []
  ) async -> LimitedProgram.Ending {
    await program(limits: limits).run(arguments, in: folder)
  }

  /// - Parameter adjust: what is special about this run.
  fileprivate func outcome(_ adjust: (inout LimitedProgram) -> Void) async -> ProgramOutcome {
    var program = program()
    adjust(&program)
    return await program.outcome(of: [], in: nil)
  }
}

/// Whether the machine has what every limited run needs.
private let hasLimiter = Toolbox.installed.has(.prlimit)

@Suite("A limited program", .enabled(if: hasLimiter, "prlimit (util-linux) is not installed"))
struct LimitedProgramTests {
  @Test("What the program says is its output, and arguments reach it as they are")
  func output() async throws {
    let standIn = try StandIn("printf '%s|' \"$@\"; pwd")
    let ending = await standIn.run(["a b", "$(id)", "; ls", "-"])
    #expect(ending == .output(Array("a b|$(id)|; ls|-|\(standIn.folder)\n".utf8)))
  }

  @Test("It inherits no environment, reads no input and leads its own session")
  func surroundings() async throws {
    let standIn = try StandIn(
      "cat; env | grep -c OITCHECK_SECRET; read -r pid comm state ppid group session rest < /proc/$$/stat; [ $session = $$ ] && echo own"
    )
    setenv("OITCHECK_SECRET", "1", 1)
    #expect(await standIn.run() == .output(Array("0\nown\n".utf8)))
  }

  @Test("A refusal keeps its exit code")
  func refusal() async throws {
    #expect(try await StandIn("exit 3").run() == .failed(code: 3))
  }

  @Test("A crash is named with its signal")
  func crash() async throws {
    #expect(try await StandIn("kill -SEGV $$").run() == .limit("crashed (signal 11)"))
  }

  @Test("A program that hangs is killed at the deadline, with all it started")
  func hang() async throws {
    let standIn = try StandIn("sleep 600 & echo $! > child; echo $$ > self; sleep 600")
    var limits = ProgramLimits.patient
    // On a busy machine it may not get as far as that within a short time.
    for seconds in [2, 8, 32] where !standIn.wrote("self") {
      limits.wallSeconds = Double(seconds)
      #expect(await standIn.run(limits: limits) == .limit("ran longer than \(seconds) s"))
    }
    #expect(standIn.isGone("child") && standIn.isGone("self"))
  }

  @Test("What a program leaves behind when it ends does not outlive it")
  func leftovers() async throws {
    let standIn = try StandIn("sleep 600 & echo $! > child; (trap '' TERM HUP; sleep 600) & echo $! > deaf; echo done")
    #expect(await standIn.run() == .output(Array("done\n".utf8)))
    #expect(standIn.isGone("child") && standIn.isGone("deaf"))
  }

  @Test("A flood of output is cut and named, not taken for a failed start")
  func flood() async throws {
    let standIn = try StandIn("sleep 600 & echo $! > child; exec cat /dev/zero")
    var limits = ProgramLimits.patient
    limits.outputBytes = 1 << 20
    #expect(await standIn.run(limits: limits) == .limit("gave more than 1 MB"))
    #expect(standIn.isGone("child"))
  }

  @Test("A file that grows too large ends the program")
  func largeFile() async throws {
    var limits = ProgramLimits.patient
    limits.fileBytes = 1 << 20
    let ending = try await StandIn("exec dd if=/dev/zero of=big bs=65536 2>/dev/null").run(limits: limits)
    #expect(ending == .limit("wrote a file of more than 1 MB"))
  }

  @Test("Many files that fill the disk end the program")
  func manyFiles() async throws {
    var limits = ProgramLimits.patient
    limits.folderBytes = 4 << 20
    let standIn = try StandIn("for n in 1 2 3 4 5 6 7 8; do head -c 1000000 /dev/zero > f$n; done; exec sleep 600")
    #expect(await standIn.run(limits: limits) == .limit("wrote more than 4 MB"))
  }

  @Test("Endless computing ends with the CPU time")
  func endlessComputing() async throws {
    var limits = ProgramLimits.patient
    limits.cpuSeconds = 1
    let ending = try await StandIn("while :; do :; done").run(limits: limits)
    #expect(ending == .limit("used more than 1 s of CPU time"))
  }

  @Test("More memory than allowed is not given")
  func memory() async throws {
    var limits = ProgramLimits.patient
    limits.addressSpaceBytes = 64 << 20
    let ending = try await StandIn("exec dd if=/dev/zero of=/dev/null bs=200M count=1 2>/dev/null").run(limits: limits)
    #expect(ending == .failed(code: 1))
  }

  @Test("A program that is not installed is named, and so is a missing prlimit")
  func missing() async throws {
    let folder = NSTemporaryDirectory()
    let absent = LimitedProgram(tool: .pdftotext, tools: Toolbox(named: [.pdftotext: ""]))
    #expect(await absent.run([], in: folder) == .notInstalled(.pdftotext))
    let unlimited = LimitedProgram(tool: .pdftotext, tools: Toolbox(named: [.pdftotext: "/bin/true", .prlimit: ""]))
    #expect(await unlimited.run([], in: folder) == .notInstalled(.prlimit))
  }

  @Test("A program that cannot be started is no fault of the document")
  func noStart() async throws {
    let broken = LimitedProgram(tool: .pdftotext, tools: Toolbox(named: [.pdftotext: "/etc/hostname"]))
    guard case .notRun = await broken.run([], in: NSTemporaryDirectory()) else {
      Issue.record("a file that is no program was run")
      return
    }
    let standIn = try StandIn("echo x")
    guard case .notRun = await standIn.program().run([], in: "/nonexistent/folder") else {
      Issue.record("run in a folder that is not there")
      return
    }
  }

  @Test("Stopping the work stops the program")
  func stopping() async throws {
    let standIn = try StandIn("echo $$ > self; exec sleep 600")
    let work = Task { await standIn.run() }
    while !standIn.wrote("self") { try await Task.sleep(for: .milliseconds(1)) }
    work.cancel()
    #expect(await work.value == .notRun("was stopped"))
    #expect(standIn.isGone("self"))
  }

  @Test("It reads what it is given, all of it, and an end")
  func input() async throws {
    let text = Array(String(repeating: "ก secret\n", count: 50_000).utf8)
    let outcome = try await StandIn("cat; echo end").outcome { $0.input = text }
    #expect(outcome.output == text + Array("end\n".utf8))
  }

  @Test("A program that does not read what it is given is no fault")
  func unreadInput() async throws {
    let outcome = try await StandIn("exit 7").outcome { $0.input = [UInt8](repeating: 0x61, count: 1 << 20) }
    #expect(outcome.end == .exited(code: 7))
  }

  @Test("Output that is not wanted ends the program at once, and what came is there")
  func unwanted() async throws {
    let standIn = try StandIn("cd \"${0%/*}/work\"; echo $$ > self; echo 'Type: film'; exec sleep 600")
    let outcome = await standIn.outcome { $0.isWanted = { $0.contains(0x0A) ? false : nil } }
    #expect(outcome.end == .unwanted)
    #expect(outcome.output == Array("Type: film\n".utf8))
    #expect(standIn.isGone("self"))
  }

  @Test("What came before a deadline, or before the cut of a flood, is there")
  func partialOutput() async throws {
    var begun: [UInt8] = []
    for seconds in [2, 8, 32] where begun.isEmpty {
      let slow = try await StandIn("echo begun; exec sleep 600").outcome { $0.limits.wallSeconds = Double(seconds) }
      #expect(slow.end == .tooLong)
      begun = slow.output
    }
    #expect(begun == Array("begun\n".utf8))
    let flood = try await StandIn("exec cat /dev/zero").outcome { $0.limits.outputBytes = 1_000 }
    #expect(flood.end == .tooMuchOutput && flood.output == [UInt8](repeating: 0, count: 1_000))
  }

  @Test("It sees the environment it is given and no other")
  func environment() async throws {
    let standIn = try StandIn("env | grep -v ^_= | grep -v ^PWD= | cut -d= -f1 | sort")
    let outcome = await standIn.outcome { $0.environment = ["SOURCE_DATE_EPOCH": "1"] }
    #expect(outcome.output == Array("HOME\nLC_ALL\nOMP_THREAD_LIMIT\nPATH\nSOURCE_DATE_EPOCH\n".utf8))
  }

  @Test("A folder that cannot be written is told, and a work folder leaves nothing")
  func folders() {
    if let folder = WorkFolder(in: URL(filePath: "/proc")) { Issue.record("made a folder \(folder.path)") }
    var path = ""
    if let folder = WorkFolder() {
      path = folder.path
      let writes = [folder.write([1, 2], as: "in.bin"), folder.write([1], as: "no/such/folder")]
      #expect(writes == [true, false])
      #expect(WorkFolder.bytes(in: folder.path) == 2)
    }
    #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
  }
}
