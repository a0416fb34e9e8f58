import Foundation
import TestSupport
import Testing

/// `init`, `doctor` and `--config` of the built program.
@Suite("The configuration of the built program")
struct ConfigurationTests {
  private static let address = "https://www.nongsai.example/"
  private static let rules = ["--rules", Folders.package.appending(path: "Rules").path]

  private func configuration(_ extra: String, name: String = "เทศบาลตำบลที่ตั้งชื่อเอง", url: String? = nil) -> String {
    """
    town:
      name: \(name)
      url: \(url ?? Self.recordedAddress)
      edition: 2566
    \(extra)
    """
  }

  /// Where the bundled snapshot was recorded.
  private static let recordedAddress: String = {
    let data = (try? Data(contentsOf: BundledTown.folder.appending(path: "manifest.json"))) ?? Data()
    let manifest = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    return manifest?["siteURL"] as? String ?? address
  }()

  private static func answer(_ status: String, _ body: String) -> LoopbackServer.Reply {
    let head = "HTTP/1.1 \(status)\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n"
    return .bytes(Array((head + "Connection: close\r\n\r\n" + body).utf8))
  }

  private func report(_ run: ProgramRun) throws -> [String: [String: Any]] {
    let root = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let items = try #require(root["items"] as? [[String: Any]])
    var named = Dictionary(items.map { ($0["number"] as? String ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    named["site"] = root["site"] as? [String: Any]
    return named
  }

  // MARK: init

  @Test("What init writes is accepted by doctor as it stands")
  func initThenDoctor() throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun(["init", Self.address], in: folder.url)
    #expect(made.code == 0)
    let text = try String(contentsOf: folder.url.appending(path: "oitcheck.yml"), encoding: .utf8)
    #expect(text.contains("\"https://www.nongsai.example/\""))
    let doctor = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(doctor.output.contains("✓ การตั้งค่า / configuration: oitcheck.yml: 1 แห่ง"))
    #expect(!doctor.output.contains("✗ การตั้งค่า"))
  }

  @Test("Every example of the file is valid once its # is taken away")
  func examples() throws {
    let folder = try TemporaryFolder()
    _ = try ProgramRun(["init", Self.address, "--name", "a \"b\" \\ : # {c}"], in: folder.url)
    let file = folder.url.appending(path: "oitcheck.yml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let taken = lines.map { line -> String in
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      // Prose has one space behind its `#`; what has none or several is an example.
      let isProse = rest.hasPrefix("# ") && !rest.hasPrefix("#  ")
      return rest.hasPrefix("#") && !isProse ? String(indent + rest.dropFirst()) : String(line)
    }
    try taken.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let doctor = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(doctor.output.contains("✓ การตั้งค่า"), "\(doctor.output)")
    for target in ["clerk", "office", "mail"] { #expect(doctor.output.contains("✗ ปลายทาง \(target)")) }
    #expect(doctor.code == 64)
  }

  @Test("A file that is there is left as it is, and so is a link in its place")
  func noOverwriting() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "oitcheck.yml")
    try Data("mine".utf8).write(to: file)
    #expect(try ProgramRun(["init", Self.address], in: folder.url).code == 64)
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.yml"), withDestinationPath: folder.path("elsewhere.yml"))
    #expect(try ProgramRun(["init", Self.address, "--output", "link.yml"], in: folder.url).code == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path("elsewhere.yml")))
  }

  @Test("An address that is none writes nothing", arguments: ["nonsense", "ftp://a.example"])
  func noAddress(text: String) throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["init", text], in: folder.url).code == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("--look asks robots.txt first and writes the title of the home page as one harmless line")
  func look() throws {
    let server = try LoopbackServer { head in
      let body = head.hasPrefix("GET /robots.txt") ? "" : "<title>ทต. \"x\"\n key: y</title>"
      return .bytes(
        Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)".utf8))
    }
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["init", "http://127.0.0.1:\(server.port)/", "--look"], in: folder.url)
    #expect(run.code == 0, "\(run.errors)")
    #expect(server.heads.first?.hasPrefix("GET /robots.txt") == true)
    #expect(server.heads.count == 2)
    let text = try String(contentsOf: folder.url.appending(path: "oitcheck.yml"), encoding: .utf8)
    #expect(text.contains("name: \"ทต. \\\"x\\\""))
  }

  // MARK: doctor

  @Test("Every fault of a configuration is told with file, line and key, and the code is 64")
  func faults() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "oitcheck.yml")
    try configuration("  edtion: 1\n  bodyType: zoo\nretention: {days: x}").write(
      to: file, atomically: true, encoding: .utf8)
    let run = try ProgramRun(["doctor", "--offline", "--language", "en"] + Self.rules, in: folder.url)
    #expect(run.code == 64)
    for place in ["oitcheck.yml:5: town.edtion", "oitcheck.yml:6: town.bodyType", "oitcheck.yml:7: retention.days"] {
      #expect(run.output.contains(place))
    }
    let judged = try ProgramRun(["judge", BundledTown.folder.path, "--config", file.path] + Self.rules, in: folder.url)
    #expect(judged.code == 64)
    #expect(judged.errors.split(separator: "\n").count == 3)
  }

  @Test("A configuration that was named and is not there is a fault; one that was not named is advice")
  func absent() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["doctor", "--offline", "--config", "x.yml"] + Self.rules, in: folder.url).code == 64)
    let run = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(run.output.contains("! การตั้งค่า"))
    #expect(run.output.contains("oitcheck init"))
    #expect(run.code != 64)
  }

  @Test("Secrets are resolved and never printed; a file that others may read is refused")
  func secrets() throws {
    let folder = try TemporaryFolder()
    let targets = "targets: [{name: w, webhook: {url: 'https://hooks.example/x', secret: {file: hook}}}]"
    try configuration(targets).write(
      to: folder.url.appending(path: "oitcheck.yml"), atomically: true, encoding: .utf8)
    let secret = folder.url.appending(path: "hook")
    try Data("hunter2hunter2\n".utf8).write(to: secret)
    chmod(secret.path, 0o644)
    let open = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(open.code == 64)
    #expect(open.output.contains("chmod 600"))
    chmod(secret.path, 0o600)
    let closed = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(closed.output.contains("✓ ปลายทาง w"))
    try Data("hunter2hunter2\nX-Evil: 1\n".utf8).write(to: secret)
    let broken = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(broken.code == 64)
    #expect(![open, closed, broken].contains { ($0.output + $0.errors).contains("hunter2") })
  }

  @Test("A history that is none is told as the machine's fault and left as it is")
  func damagedHistory() throws {
    let folder = try TemporaryFolder()
    try configuration("dataFolder: data").write(
      to: folder.url.appending(path: "oitcheck.yml"), atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: folder.path("data"), withIntermediateDirectories: true)
    let file = folder.url.appending(path: "data/history.sqlite")
    let bytes = Data(repeating: 0x41, count: 8_192)
    try bytes.write(to: file)
    let run = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(run.code == 74)
    #expect(run.output.contains("✗ ประวัติ"))
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test("Each town's robots.txt is asked once, and nothing else")
  func robotsOnce() throws {
    let server = try LoopbackServer { _ in
      let body = "User-agent: *\nDisallow: /\n"
      return .bytes(
        Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)".utf8))
    }
    let folder = try TemporaryFolder()
    try configuration("", url: "http://127.0.0.1:\(server.port)/").write(
      to: folder.url.appending(path: "oitcheck.yml"), atomically: true, encoding: .utf8)
    let offline = try ProgramRun(["doctor", "--offline"] + Self.rules, in: folder.url)
    #expect(server.heads.isEmpty)
    #expect(!offline.output.contains("robots.txt"))
    let run = try ProgramRun(["doctor"] + Self.rules, in: folder.url)
    #expect(server.heads.map { $0.prefix(15) } == ["GET /robots.txt"])
    #expect(run.output.contains("robots.txt ไม่ให้เปิดหน้าแรก"))
    #expect(run.code != 64)
  }

  // MARK: judging

  @Test("A snapshot is judged with the town's name, units and waivers; one that has ended does not hold and is told")
  func judged() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "c.yml")
    let duties = """
        responsible: {O1: กองที่ตั้งเอง}
        waivers:
          - {item: O3, reason: เหตุผลที่ให้ไว้, by: ผู้อนุมัติ, until: 2099-01-01}
          - {item: O4, reason: เก่า, by: ผู้อนุมัติ, until: 2001-01-01}
      """
    try configuration(duties).write(to: file, atomically: true, encoding: .utf8)
    let run = try ProgramRun(
      ["judge", BundledTown.folder.path, "--config", file.path, "--format", "json"] + Self.rules, in: folder.url)
    let items = try report(run)
    #expect(items["site"]?["name"] as? String == "เทศบาลตำบลที่ตั้งชื่อเอง")
    #expect(items["O1"]?["responsible"] as? String == "กองที่ตั้งเอง")
    #expect(items["O3"]?["verdict"] as? String == "waived")
    let waiver = items["O3"]?["waiver"] as? [String: Any]
    #expect(waiver?["reason"] as? String == "เหตุผลที่ให้ไว้")
    #expect(waiver?["by"] as? String == "ผู้อนุมัติ")
    #expect(waiver?["until"] as? String == "2099-01-01")
    #expect(items["O4"]?["verdict"] as? String != "waived")
    #expect(run.errors.contains("O4"))
  }

  @Test("A waiver follows its duty into the list of another year and excuses no other")
  func otherEdition() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "c.yml")
    try configuration("  waivers: [{item: O3, reason: r, by: b}]").write(to: file, atomically: true, encoding: .utf8)
    func waived(_ edition: String) throws -> [String] {
      let run = try ProgramRun(
        ["judge", BundledTown.folder.path, "--config", file.path, "--format", "json", "--edition", edition]
          + Self.rules,
        in: folder.url)
      let items = try report(run)
      return items.values.filter { $0["verdict"] as? String == "waived" }.compactMap { $0["key"] as? String }
    }
    let own = try waived("2566")
    #expect(own.count == 1)
    #expect(try waived("2567").allSatisfy { own.contains($0) })
  }

  @Test("A configuration without the judged town is refused unless a town is named")
  func otherTown() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "c.yml")
    try configuration("", url: "https://other.example").write(to: file, atomically: true, encoding: .utf8)
    let judge = ["judge", BundledTown.folder.path, "--format", "json", "--config", file.path] + Self.rules
    #expect(try ProgramRun(judge, in: folder.url).code == 64)
    #expect(try ProgramRun(judge + ["--town", "nowhere"], in: folder.url).code == 64)
    #expect(try report(ProgramRun(judge + ["--town", "other-example"], in: folder.url)).count > 40)
  }

  @Test("audit without an address takes the only town of this folder; the command line wins")
  func audit() throws {
    let server = try LoopbackServer { head in
      let found = head.hasPrefix("GET / ")
      let body = found ? "<title>t</title><p>ก</p><a href=/a>a</a><a href=/b>b</a>" : ""
      return Self.answer(found ? "200 OK" : "404 Not Found", body)
    }
    let folder = try TemporaryFolder()
    let town = "  crawl: {delay: 0, maxPages: 1, contact: it@town.example}"
    try configuration(town, url: "http://127.0.0.1:\(server.port)/").write(
      to: folder.url.appending(path: "oitcheck.yml"), atomically: true, encoding: .utf8)
    let arguments = ["audit", "--output", "a", "--quiet", "--contact", "me@cli.example"] + Self.rules
    let run = try ProgramRun(arguments, in: folder.url)
    #expect(![64, 74].contains(run.code), "\(run.errors)")
    let manifest = try String(contentsOf: folder.url.appending(path: "a/snapshot/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("เทศบาลตำบลที่ตั้งชื่อเอง"))
    #expect(manifest.contains("me@cli.example"))
    #expect(!manifest.contains("it@town.example"))
    #expect(manifest.contains("\"stopReason\" : \"max-pages\"") || manifest.contains("\"stopReason\":\"max-pages\""))
  }

  @Test("audit without an address and without a configuration is refused and names init")
  func nothing() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["audit"] + Self.rules, in: folder.url)
    #expect(run.code == 64)
    #expect(run.errors.contains("oitcheck init"))
  }

  @Test("Several towns need a name")
  func several() throws {
    let folder = try TemporaryFolder()
    try "towns: [{name: ก, url: 'https://a.example'}, {name: ข, url: 'https://b.example'}]".write(
      to: folder.url.appending(path: "oitcheck.yml"), atomically: true, encoding: .utf8)
    let run = try ProgramRun(["audit"] + Self.rules, in: folder.url)
    #expect(run.code == 64)
    #expect(run.errors.contains("a-example, b-example"))
  }
}
