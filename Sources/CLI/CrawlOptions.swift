import ArgumentParser
import AuditCore
import Crawling
import Foundation
import Pipeline
import WebURL

/// How far and how politely to crawl.
struct CrawlOptions: ParsableArguments {
  @Option(
    name: .customLong("max-pages"),
    help: ArgumentHelp("จำนวนหน้าสูงสุด / pages asked for at most (default: 3000)", valueName: "n"))
  var maxPages: Int?

  @Option(
    name: .customLong("max-time"),
    help: ArgumentHelp("เวลาสูงสุด เช่น 90s 60m 2h / time at most (default: 60m)", valueName: "time"))
  var maxTime: TimeSpan?

  @Option(
    name: .customLong("max-file"),
    help: ArgumentHelp("ขนาดไฟล์สูงสุด เช่น 50MB / largest file (default: 50MB)", valueName: "size"))
  var maxFile: ByteSize?

  @Option(
    help: ArgumentHelp("เว้นช่วงระหว่างคำขอ (วินาที) / seconds between requests to a host (default: 1)", valueName: "seconds")
  )
  var delay: Double?

  @Option(help: ArgumentHelp("คำขอพร้อมกันทุกเครื่องรวมกัน / requests at once over all hosts", valueName: "n"))
  var concurrency = 4

  @Option(
    name: .customLong("extra-host"),
    help: ArgumentHelp("โฮสต์อื่นที่ถือเป็นเว็บไซต์เดียวกัน / host that counts as the site", valueName: "host"))
  var extraHosts: [String] = []

  @Option(
    help: ArgumentHelp("ช่องทางติดต่อที่บอกแก่เว็บไซต์ / contact told to the site in the User-Agent", valueName: "e-mail|url"))
  var contact: String?

  @Option(
    name: .customLong("site-name"), help: ArgumentHelp("ชื่อหน่วยงานในรายงาน / name in the report", valueName: "name"))
  var siteName: String?

  @Option(
    help: ArgumentHelp(
      "ใช้เครื่องนี้แทน DNS เช่น www.a.example=127.0.0.1:8080 / connect there for that host", valueName: "host=ip[:port]"))
  var resolve: [FixedHost] = []

  @Flag(
    name: .customLong("own-site"),
    help:
      "เป็นเว็บไซต์ของหน่วยงานเอง: ยอมให้เว้นช่วงสั้นกว่า Crawl-delay (รายงานจะระบุ) / your own site: a delay shorter than its Crawl-delay is kept, and told"
  )
  var ownSite = false

  @Option(
    help: ArgumentHelp(
      "ผลตรวจหรือ snapshot ของครั้งก่อน: หน้าที่ไม่เปลี่ยนไม่ต้องรับซ้ำ / an earlier audit or snapshot: what has not changed is not sent again",
      valueName: "dir"))
  var previous: String?

  @Option(
    help: ArgumentHelp(
      "ค้นเฉพาะเรื่องที่รายการปีนี้ถาม จึงหยุดได้เร็วขึ้น แต่ตรวจตามรายการปีอื่นไม่ได้ครบ / seek only what this edition asks for: may stop sooner",
      valueName: "year"))
  var seek: Int?

  @Flag(help: "ไม่หยุดก่อน แม้พบครบทุกข้อแล้ว / no early stop")
  var exhaustive = false

  @Flag(help: "ทำต่อจากการบันทึกที่หยุดกลางคันในโฟลเดอร์เดิม / go on with an interrupted recording in the folder")
  var resume = false

  @Flag(help: "เปิดหน้าที่ใช้สคริปต์ด้วย Chromium / show script-only pages with Chromium")
  var render = false

  @Flag(
    name: .customLong("render-without-sandbox"),
    help: "ให้ Chromium ทำงานโดยไม่มี sandbox (เช่นเมื่อเป็น root) / run Chromium without its sandbox")
  var renderWithoutSandbox = false

  func validate() throws {
    guard maxPages ?? 1 > 0 else { throw ValidationError("--max-pages ต้องมากกว่า 0 / must be above 0") }
    guard (0...3_600).contains(delay ?? 1) else {
      throw ValidationError("--delay ต้องอยู่ระหว่าง 0 ถึง 3600 / must be between 0 and 3600")
    }
    guard (1...64).contains(concurrency) else {
      throw ValidationError("--concurrency ต้องอยู่ระหว่าง 1 ถึง 64 / must be between 1 and 64")
    }
  }

  /// The snapshot of an earlier night, nil where none was named.
  func earlierSnapshot() throws -> EarlierSnapshot? {
    guard let previous else { return nil }
    guard FileManager.default.fileExists(atPath: previous) else {
      throw UsageFault("ไม่พบ \(previous) / --previous: there is no \(previous)")
    }
    return try EarlierSnapshot(opening: AuditFolder.snapshot(in: previous))
  }

  func plan(for site: WebURL, seeking concepts: [ConceptID], focusYear: Int?) -> CrawlPlan {
    var plan = CrawlPlan(site: site, sought: concepts)
    plan.focusYear = focusYear
    plan.maxPages = maxPages ?? 3_000
    plan.maxDuration = .seconds(maxTime?.seconds ?? 3_600)
    plan.maxFileBytes = maxFile?.bytes ?? 50_000_000
    plan.delay = .seconds(delay ?? 1)
    plan.concurrency = concurrency
    plan.isOwnSite = ownSite
    plan.isExhaustive = exhaustive
    return plan
  }

  /// The browser asked for, nil where none was.
  func renderer() throws -> (any PageRenderer)? {
    guard render || renderWithoutSandbox else { return nil }
    guard render else { throw UsageFault("--render-without-sandbox ใช้คู่กับ --render / goes with --render") }
    guard let program = ChromiumRenderer.installed() else {
      throw UsageFault(
        "--render ต้องใช้ Chromium: apt install \(ChromiumRenderer.debianPackage) / --render needs Chromium")
    }
    guard renderWithoutSandbox || geteuid() != 0 else {
      throw UsageFault(
        "Chromium ไม่มี sandbox เมื่อเป็น root: ใช้ผู้ใช้อื่น หรือ --render-without-sandbox / "
          + "as root Chromium has no sandbox: use another user, or --render-without-sandbox")
    }
    return ChromiumRenderer(program: program, isSandboxed: !renderWithoutSandbox)
  }

  var userAgent: String { UserAgent.text(version: ToolVersion.current, contact: contact) }
}
