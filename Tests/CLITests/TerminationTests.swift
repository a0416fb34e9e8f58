import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// SIGTERM ends everything within five seconds, whatever it is that would otherwise go on for minutes.
@Suite("SIGTERM", .serialized)
struct TerminationTests {
  private static let promised = Duration.seconds(5)
  /// How long what holds the program up would hold it without the signal.
  private static let holdsFor = 600

  /// What nothing but the signal explains, however busy the machine is: a night ends itself after four seconds, the
  /// others as soon as they are given the processor.
  private static func bound(_ command: String) -> Duration { command == "night" ? promised : .seconds(60) }

  @Test(
    "A server that never answers holds nobody: a night ends within five seconds, the others with what there is",
    arguments: ["night", "audit", "record", "verify"])
  func silentServer(command: String) async throws {
    let site = try LoopbackServer { _ in .silence(head: [], seconds: Double(Self.holdsFor)) }
    let folder = try TemporaryFolder()
    let run = TerminatedRun(try Self.arguments(command, at: site.port, in: folder))
    let end = try await run.end { !site.heads.isEmpty }
    #expect([2, 3].contains(end.code) && end.took < Self.bound(command), "\(end)")
  }

  @Test("A server that sends its body drop by drop is left in time, and what came before it is kept")
  func tricklingServer() async throws {
    let site = try LoopbackServer { head in
      let type = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n"
      if head.hasPrefix("GET /slow ") { return .trickle(head: Array(type.utf8), atMost: Self.holdsFor * 10) }
      guard head.hasPrefix("GET / ") else {
        return .bytes(Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8))
      }
      return .bytes(Array((type + "<h1>เทศบาลสมมุติ</h1><a href=\"/slow\">ข้อมูลการติดต่อ</a>").utf8))
    }
    let folder = try TemporaryFolder()
    let run = TerminatedRun(try Self.arguments("night", at: site.port, in: folder))
    let end = try await run.end { site.heads.contains { $0.hasPrefix("GET /slow ") } }
    #expect(end.code == 3 && end.took < Self.promised, "\(end)")
    let nights = try FileManager.default.contentsOfDirectory(atPath: folder.path("data/town"))
    let manifest = folder.path("data/town/\(nights.first ?? "")/snapshot/manifest.json")
    #expect(FileManager.default.fileExists(atPath: manifest))
  }

  @Test("A document that keeps its converter busy for minutes is let go of, and no process stays behind")
  func busyConverter() async throws {
    let folder = try TemporaryFolder()
    let document = Self.endlessPDF()
    let site = try LoopbackServer { head in
      let isDocument = head.hasPrefix("GET /plan.pdf ")
      let page = Array("<h1>เทศบาลสมมุติ</h1><a href=\"/plan.pdf\">แผนปฏิบัติการป้องกันการทุจริต</a>".utf8)
      let body = isDocument ? document : page
      let type = isDocument ? "application/pdf" : "text/html; charset=utf-8"
      return .bytes(
        Array(
          "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n".utf8)
          + body)
    }
    let run = TerminatedRun(try Self.arguments("night", at: site.port, in: folder))
    let converter = Mutex<Int32?>(nil)
    let end = try await run.end {
      let found = ChildProcesses.named("pdftotext", of: run.identifier).first
      converter.withLock { $0 = found }
      return found != nil
    }
    #expect(end.code == 3 && end.took < Self.promised, "\(end)")
    let left = try #require(converter.withLock { $0 })
    var isAlive = true
    for _ in 0..<6_000 where isAlive {
      isAlive = ChildProcesses.name(of: left) == "pdftotext"
      if isAlive { try await Task.sleep(for: .milliseconds(10)) }
    }
    #expect(!isAlive)
  }

  /// A page that draws a form ten times, which draws another ten times, and so on: small, and work for hours.
  private static func endlessPDF() -> [UInt8] {
    let depth = 12
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
    ]
    let draw = String(repeating: "/F Do ", count: 10)
    objects.append("<</Length \(draw.utf8.count)>>\nstream\n\(draw)\nendstream")
    for level in 0..<depth {
      let inner = level + 1 < depth ? draw : "0 0 m"
      let next = level + 1 < depth ? "/Resources<</XObject<</F \(level + 6) 0 R>>>>" : ""
      objects.append(
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]\(next)/Length \(inner.utf8.count)>>\nstream\n\(inner)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    text += places.map { String(repeating: "0", count: 10 - "\($0)".count) + "\($0) 00000 n \n" }.joined()
    text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }

  @Test("A signal while the night is judged ends it in time; the next start judges that recording and asks for nothing")
  func judging() async throws {
    let site = try KillingSite()
    let folder = try TemporaryFolder()
    let arguments = try Self.arguments("night", at: site.port, in: folder)
    let town = folder.path("data/town")
    // The manifest is the last thing that is recorded: what follows is judging and keeping.
    let end = try await TerminatedRun(arguments).end {
      let night = (try? FileManager.default.contentsOfDirectory(atPath: town))?.first ?? ""
      return FileManager.default.fileExists(atPath: "\(town)/\(night)/snapshot/manifest.json")
    }
    #expect(end.took < Self.promised, "\(end)")
    let list = try ProgramRun(["history", "list", "--history", folder.path("data/history.sqlite"), "--json"])
    let kept = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [Any])
    let requests = site.requests
    let again = try ProgramRun(arguments)
    let nights = try FileManager.default.contentsOfDirectory(atPath: town)
    if kept.isEmpty {
      #expect(end.code == 3 && site.requests == requests && nights.count == 1 && again.output.contains("#2"))
    } else {
      // It was done within the time.
      #expect(nights.count == 2)
    }
  }

  private static func arguments(_ command: String, at port: Int, in folder: TemporaryFolder) throws -> [String] {
    let site = "http://127.0.0.1:\(port)/"
    switch command {
    case "night":
      let text = "town: {key: town, name: เทศบาลตำบลสมมุติ, url: '\(site)'}\ncrawl: {delay: 0}\ndataFolder: data\n"
      try Data(text.utf8).write(to: URL(filePath: folder.path("oitcheck.yml")))
      return ["night", "--config", folder.path("oitcheck.yml")]
    case "audit": return ["audit", site, "--output", folder.path("out"), "--delay", "0"]
    case "record": return ["record", site, folder.path("out"), "--delay", "0"]
    default:
      try Data("ข้อ,URL\nO1,\(site)page\n".utf8).write(to: URL(filePath: folder.path("answers.csv")))
      return ["verify", site, folder.path("answers.csv"), "--delay", "0"]
    }
  }
}

/// A run of the program that is told to end, with how long it then took.
struct TerminatedRun: Sendable {
  struct End {
    var code: Int32
    var took: Duration
  }

  private static let nap = 10
  private let run: KilledRun

  var identifier: Int32 { run.identifier }

  init(_ arguments: [String]) { run = KilledRun(arguments) }

  /// Starts it, sends SIGTERM as soon as something is the case, and waits for its end.
  ///
  /// It is watched from a thread of its own, as those of the tests may all be busy with other runs. Its time is told by
  /// the naps which that thread takes meanwhile: where the machine itself stands still, so does this clock.
  func end(once isTime: @escaping @Sendable () -> Bool) async throws -> End {
    try run.start()
    let naps = await withCheckedContinuation { continuation in
      Thread.detachNewThread { [run] in
        while run.isRunning, !isTime() { usleep(2_000) }
        run.kill(SIGTERM)
        var naps = 0
        while run.isRunning {
          usleep(UInt32(Self.nap * 1_000))
          naps += 1
        }
        continuation.resume(returning: naps)
      }
    }
    return End(code: run.status, took: .milliseconds(naps * Self.nap))
  }
}

/// What the machine says of running processes (proc(5)).
enum ChildProcesses {
  /// Children of a process, and theirs, that run a program.
  static func named(_ name: String, of parent: Int32) -> [Int32] {
    let all = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
    return all.filter { self.name(of: $0) == name && isDescendant($0, of: parent) }
  }

  static func name(of process: Int32) -> String? {
    (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8))?.trimmingCharacters(in: .newlines)
  }

  private static func isDescendant(_ process: Int32, of parent: Int32) -> Bool {
    var at = process
    for _ in 0..<8 {
      let status = try? String(contentsOfFile: "/proc/\(at)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("PPid:") }
      guard let next = line.flatMap({ Int32($0.filter(\.isNumber)) }), next > 1 else { return false }
      if next == parent { return true }
      at = next
    }
    return false
  }
}
