import Foundation
import Testing

@testable import Converters

/// Whether the machine has what every limited run needs.
let hasLimiter = Toolbox.installed.has(.prlimit)

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
    var limits = ProgramLimits()
    limits.wallSeconds = 4
    #expect(await standIn.run(limits: limits) == .limit("ran longer than 4 s"))
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
    var limits = ProgramLimits()
    limits.outputBytes = 1 << 20
    #expect(await standIn.run(limits: limits) == .limit("gave more than 1 MB"))
    #expect(standIn.isGone("child"))
  }

  @Test("A file that grows too large ends the program")
  func largeFile() async throws {
    var limits = ProgramLimits()
    limits.fileBytes = 1 << 20
    let ending = try await StandIn("exec dd if=/dev/zero of=big bs=65536 2>/dev/null").run(limits: limits)
    #expect(ending == .limit("wrote a file of more than 1 MB"))
  }

  @Test("Many files that fill the disk end the program")
  func manyFiles() async throws {
    var limits = ProgramLimits()
    limits.folderBytes = 4 << 20
    let standIn = try StandIn("for n in 1 2 3 4 5 6 7 8; do head -c 1000000 /dev/zero > f$n; done; exec sleep 600")
    #expect(await standIn.run(limits: limits) == .limit("wrote more than 4 MB"))
  }

  @Test("Endless computing ends with the CPU time")
  func endlessComputing() async throws {
    var limits = ProgramLimits()
    limits.cpuSeconds = 1
    let ending = try await StandIn("while :; do :; done").run(limits: limits)
    #expect(ending == .limit("used more than 1 s of CPU time"))
  }

  @Test("More memory than allowed is not given")
  func memory() async throws {
    var limits = ProgramLimits()
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
    while !standIn.wrote("self") { await Task.yield() }
    work.cancel()
    #expect(await work.value == .notRun("was stopped"))
    #expect(standIn.isGone("self"))
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
