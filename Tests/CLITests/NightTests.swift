import Foundation
import Glibc
import TestSupport
import Testing

/// The nightly job as cron starts it: quiet, never twice at once, whole after whatever ends it.
@Suite("oitcheck night", .serialized)
struct NightTests {
  @Test("A calm night prints one line a town, in Thai and English, keeps a run, and a second one costs few bodies")
  func calm() throws {
    let installation = try Installation(pages: true)
    let first = try installation.run()
    #expect(first.errors == "")
    #expect(first.output.split(separator: "\n").count == 1)
    #expect(first.output.hasPrefix("เทศบาลตำบลสมมุติ:") && first.output.contains("ไม่มีเรื่องใหม่ / nothing new"))
    let second = try installation.run(["--quiet"])
    #expect(second.output == "" && second.errors == "" && second.code == first.code)
    let list = try ProgramRun(["history", "list", "--history", installation.folder.path("data/history.sqlite")])
    #expect(list.code == 0)
    #expect(try installation.nights().count == 2)
    for name in ["report.json", "report.html", "gaps.csv", "answers.csv", "snapshot/manifest.json"] {
      #expect(try installation.nights().allSatisfy { FileManager.default.fileExists(atPath: $0 + "/" + name) })
    }
    let mode = try FileManager.default.attributesOfItem(atPath: installation.folder.path("data"))[.posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test("SIGTERM ends a night within five seconds with code 3, and the next start goes on with it")
  func terminated() async throws {
    let installation = try Installation(pages: true)
    let run = KilledRun(installation.arguments)
    installation.site.kill(run, afterRequests: 60, microseconds: 0, signal: SIGTERM)
    let code = try await run.end()
    #expect(code == 3)
    let cut = try installation.nights()
    #expect(cut.count == 1)
    #expect(FileManager.default.fileExists(atPath: (cut.first ?? "") + "/snapshot/manifest.json"))
    let before = installation.site.requests
    let again = try installation.run()
    #expect(again.output.contains("#2"))
    #expect(try installation.nights() == cut)
    #expect(installation.site.requests - before < Installation.wholeSite - 40)
    #expect(try installation.runsKept() == 1)
  }

  @Test("A night killed at many points, in the recording and after it, is whole at the next start")
  func killed() async throws {
    let installation = try Installation(pages: true)
    var random = SeededNumbers(seed: 7)
    for number in 0..<6 {
      let run = KilledRun(installation.arguments)
      // The last kills fall into the end of the recording, the judging and the keeping.
      let requests = number < 4 ? 8 + Int(random.next() % 24) : 1 + Int(random.next() % 3)
      let wait = number < 4 ? UInt32(random.next() % 3_000) : UInt32(random.next() % 900_000)
      installation.site.kill(run, afterRequests: requests, microseconds: wait, holdsAnswers: number < 4)
      #expect([SIGKILL, 1, 2].contains(try await run.end()))
    }
    let end = try installation.run()
    #expect(end.errors == "")
    #expect(try installation.nights().allSatisfy { FileManager.default.fileExists(atPath: $0 + "/report.json") })
    let show = try ProgramRun(["history", "list", "--history", installation.folder.path("data/history.sqlite")])
    #expect(show.code == 0 && show.errors == "")
  }

  @Test("A second night at the same time says who runs since when, or ends quietly with --if-free")
  func overlapping() throws {
    let installation = try Installation(pages: false)
    try FileManager.default.createDirectory(atPath: installation.folder.path("data"), withIntermediateDirectories: true)
    let lock = open(installation.folder.path("data/run.lock"), O_RDWR | O_CREAT, 0o600)
    defer { close(lock) }
    let text = Array("4711 2023-06-15T02:00:00Z\n".utf8)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0 && write(lock, text, text.count) == text.count)
    let refused = try installation.run()
    #expect(refused.code == 74 && refused.output == "")
    #expect(refused.errors.contains("4711") && refused.errors.contains("2023-06-15T02:00:00Z"))
    let quiet = try installation.run(["--if-free"])
    #expect(quiet.code == 0 && quiet.output == "" && quiet.errors == "")
    #expect(installation.site.requests == 0)
  }

  @Test("A town that is not in the configuration, a missing configuration and a false date are usage errors")
  func usage() throws {
    let installation = try Installation(pages: false)
    #expect(try installation.run(["--town", "other"]).code == 64)
    #expect(try installation.run(["--as-of", "2566-06-15x"]).code == 64)
    #expect(try ProgramRun(["night", "--config", installation.folder.path("none.yml")]).code == 64)
    #expect(installation.site.requests == 0)
  }

  @Test("A town whose server is away gives code 2 and one line; the other town is looked at all the same")
  func oneTownAway() throws {
    let installation = try Installation(pages: true, otherTown: "http://127.0.0.1:9/")
    let run = try installation.run()
    #expect(run.code == 2)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.output.contains("could not be looked at") && run.output.contains("met "))
  }
}

/// A configuration, a data folder and a small site on loopback.
private struct Installation {
  /// Pages and lists of the site, with its front page and robots.txt.
  static let wholeSite = 158

  let folder: TemporaryFolder
  let site: KillingSite

  init(pages: Bool, otherTown: String? = nil) throws {
    folder = try TemporaryFolder()
    site = try KillingSite()
    let other = otherTown.map { "  - {key: away, name: เมืองที่หายไป, url: '\($0)'}\n" } ?? ""
    let text = """
      towns:
      \(other)  - {key: town, name: เทศบาลตำบลสมมุติ, url: 'http://127.0.0.1:\(site.port)/', edition: 2566}
      crawl: {delay: 0, ownSite: true}
      dataFolder: data

      """
    try Data(text.utf8).write(to: URL(filePath: folder.path("oitcheck.yml")))
  }

  var arguments: [String] { ["night", "--config", folder.path("oitcheck.yml")] }

  func run(_ more: [String] = []) throws -> ProgramRun { try ProgramRun(arguments + more) }

  /// Folders of the nights, oldest first.
  func nights() throws -> [String] {
    let town = folder.path("data/town")
    return try FileManager.default.contentsOfDirectory(atPath: town).sorted().map { town + "/" + $0 }
  }

  func runsKept() throws -> Int {
    let list = try ProgramRun(
      ["history", "list", "--history", folder.path("data/history.sqlite"), "--json"])
    let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [Any]
    return rows?.count ?? -1
  }
}
