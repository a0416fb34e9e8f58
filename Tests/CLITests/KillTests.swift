import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// `kill -9` at any instant costs at most the page that was under way.
@Suite("kill -9")
struct KillTests {
  private static let kills = 20

  @Test("A recording killed twenty times and resumed has the pages of an undisturbed one, each once, whole")
  func kills() async throws {
    let folder = try TemporaryFolder()
    let site = try KillingSite()
    let undisturbed = folder.path("whole")
    #expect(try await KilledRun(Self.arguments(site, into: undisturbed)).end() == 0)
    let expected = try Self.records(in: undisturbed)
    #expect(expected.count > 150)

    var random = SeededNumbers(seed: 2566)
    let interrupted = folder.path("killed")
    for number in 0..<Self.kills {
      // What a killed run asked for may be read by the server when the next one runs: requests are told apart.
      let contact = "run\(number)@town.example"
      let run = KilledRun(
        Self.arguments(site, into: interrupted) + ["--contact", contact] + (number == 0 ? [] : ["--resume"]))
      // The first requests of a first run are robots.txt and the home page: a kill before them leaves nothing to resume.
      site.kill(
        run, afterRequests: (number == 0 ? 3 : 1) + Int(random.next() % 7), of: contact,
        microseconds: UInt32(random.next() % 3_000))
      #expect(try await run.end() == SIGKILL, "run \(number)")
    }
    #expect(try await KilledRun(Self.arguments(site, into: interrupted) + ["--resume"]).end() == 0)
    let records = try Self.records(in: interrupted)
    #expect(Set(records) == Set(expected))
    #expect(records.count == Set(records).count)
    #expect(!FileManager.default.fileExists(atPath: interrupted + "/journal.txt"))
    let check = KilledRun(program: URL(filePath: "/usr/bin/gzip"), ["-t", interrupted + "/site.warc.gz"])
    #expect(try await check.end() == 0)
  }

  private static func arguments(_ site: KillingSite, into folder: String) -> [String] {
    ["record", "http://127.0.0.1:\(site.port)/", folder, "--exhaustive", "--delay", "0", "--quiet"]
  }

  private struct Line: Decodable {
    var url: String?
    var type: String
    var offset: Int
    var length: Int
  }

  /// Addresses of the answers in a snapshot; its records must fill the archive without a gap.
  private static func records(in folder: String) throws -> [String] {
    let text = try Data(contentsOf: URL(filePath: folder + "/index.jsonl"))
    let lines = try text.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Line.self, from: $0) }
    var end = 0
    for line in lines.sorted(by: { $0.offset < $1.offset }) {
      #expect(line.offset == end)
      end = line.offset + line.length
    }
    let size = try FileManager.default.attributesOfItem(atPath: folder + "/site.warc.gz")[.size] as? Int
    #expect(size == end)
    return lines.filter { $0.type == "response" }.compactMap(\.url).sorted()
  }
}

/// A site on loopback that kills its visitor in the middle of a request.
final class KillingSite: Sendable {
  private struct Order {
    var run: KilledRun
    var requests: Int
    var visitor: String
    var microseconds: UInt32
    var signal: Int32
    var holdsAnswers: Bool
  }

  private static let lists = 12
  private static let articles = 12
  private let order = Mutex<Order?>(nil)
  private let server = Mutex<LoopbackServer?>(nil)

  init() throws {
    let made = try LoopbackServer { [weak self] head in
      self?.count(head)
      return .bytes(Self.answer(to: head))
    }
    server.withLock { $0 = made }
  }

  var port: Int { server.withLock { $0?.port ?? 0 } }

  /// Kills the run, or sends it another signal, a moment after it sent so many requests.
  /// - Parameters:
  ///   - visitor: Stands in the heads of the requests that count.
  ///   - holdsAnswers: From then on nothing is answered until the run is over: however late the signal comes, the run
  ///     comes no further.
  func kill(
    _ run: KilledRun, afterRequests requests: Int, of visitor: String = "GET ", microseconds: UInt32,
    signal: Int32 = SIGKILL, holdsAnswers: Bool = true
  ) {
    order.withLock {
      $0 = Order(
        run: run, requests: requests, visitor: visitor, microseconds: microseconds, signal: signal,
        holdsAnswers: holdsAnswers)
    }
  }

  /// Requests so far.
  var requests: Int { server.withLock { $0?.heads.count ?? 0 } }

  private func count(_ head: String) {
    let due: Order? = order.withLock { order in
      guard let known = order, head.contains(known.visitor) else { return nil }
      order?.requests -= 1
      guard known.requests == 1 else { return nil }
      order = nil
      if known.holdsAnswers { Self.carryOut(known) }
      return known
    }
    if let due, !due.holdsAnswers { Self.carryOut(due) }
  }

  private static func carryOut(_ order: Order) {
    usleep(order.microseconds)
    order.run.kill(order.signal)
    while order.holdsAnswers, order.run.isRunning { usleep(1_000) }
  }

  private static func answer(to head: String) -> [UInt8] {
    let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let parts = path.split(separator: "/").compactMap { Int($0.filter(\.isNumber)) }
    var body: String?
    if path == "/" {
      body = page("เทศบาลสมมุติ", links: (0..<lists).map { "/list-\($0)" })
    } else if path.hasPrefix("/list-"), let list = parts.first, list < lists {
      body = page("หมวดที่ \(list)", links: (0..<articles).map { "/list-\(list)/news-\($0)" })
      if parts.count == 2 {
        body = page("ข่าวที่ \(parts[1]) หมวด \(list)", links: ["/", "/list-\((list + 1) % lists)"])
      }
    }
    let content = Array((body ?? "ไม่พบหน้าที่ต้องการ").utf8)
    let first = "HTTP/1.1 \(body == nil ? "404 Not Found" : "200 OK")\r\nContent-Type: text/html; charset=utf-8\r\n"
    return Array("\(first)Content-Length: \(content.count)\r\nConnection: close\r\n\r\n".utf8) + content
  }

  private static func page(_ title: String, links: [String]) -> String {
    "<html><head><title>\(title)</title></head><body><h1>\(title)</h1>"
      + links.map { "<p><a href=\"\($0)\">อ่านเรื่อง \($0)</a></p>" }.joined() + "</body></html>"
  }
}

/// A run of the program that may be killed from elsewhere.
final class KilledRun: Sendable {
  private let process: Mutex<Process>

  init(program: URL = ProgramRun.program, _ arguments: [String]) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = Folders.package
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    self.process = Mutex(process)
  }

  var isRunning: Bool { process.withLock { $0.isRunning } }
  var identifier: Int32 { process.withLock { $0.processIdentifier } }
  /// Its exit code, or the signal that ended it, once it is over.
  var status: Int32 { process.withLock { $0.terminationStatus } }

  func kill(_ signal: Int32) {
    let pid = process.withLock { $0.isRunning ? $0.processIdentifier : 0 }
    if pid > 0 { _ = Glibc.kill(pid, signal) }
  }

  func start() throws { try process.withLock { try $0.run() } }

  /// Starts it and waits: its exit code, or the signal that ended it.
  func end() async throws -> Int32 {
    try start()
    while isRunning { try await Task.sleep(for: .milliseconds(2)) }
    return status
  }
}

/// The same numbers in every run (splitmix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
