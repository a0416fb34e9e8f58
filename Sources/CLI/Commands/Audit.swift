import Archive
import ArgumentParser
import AuditCore
import Crawling
import Foundation
import Logging
import Pipeline
import WebURL

/// `oitcheck audit URL`: crawl, record, judge, report. The main job.
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "เปิดดูเว็บไซต์ บันทึก ตรวจ และรายงาน / crawl, record, judge, report.",
    discussion: """
      ตัวอย่าง / Examples:
        oitcheck audit https://www.example.go.th
        oitcheck audit https://www.example.go.th --output ผลตรวจ --own-site --delay 0.5
        oitcheck audit                      (แห่งที่อยู่ใน ./oitcheck.yml / the town of ./oitcheck.yml)
        oitcheck audit --replay Snapshots/nongsai/2026-11-21 --output ลองดู

      ปกติเว้น 1 วินาทีต่อคำขอและเคารพ robots.txt เสมอ / one request a second, robots.txt always obeyed.
      """)

  @Argument(help: "ที่อยู่เว็บไซต์ / address of the site, e.g. https://www.example.go.th")
  var site: String?

  @Option(
    help: ArgumentHelp(
      "ตรวจซ้ำจาก snapshot โดยไม่ใช้เครือข่าย / run the whole audit from a snapshot, offline", valueName: "snapshot"))
  var replay: String?

  @Flag(help: "แทนที่ผลตรวจเดิมของเว็บไซต์เดียวกันในโฟลเดอร์ / replace an earlier audit of the same site in the folder")
  var overwrite = false

  @OptionGroup(title: "Configuration") var configured: ConfigurationOptions
  @OptionGroup(title: "Judging") var judging: JudgingOptions
  @OptionGroup(title: "Crawl") var crawl: CrawlOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Gates") var gate: GateOptions
  @OptionGroup(title: "History") var history: HistoryOptions

  func validate() throws {
    guard site == nil || replay == nil else {
      throw ValidationError("ระบุที่อยู่เว็บไซต์ หรือ --replay อย่างใดอย่างหนึ่ง / give the address of a site, or --replay")
    }
    if let site { _ = try SiteAddress.parse(site) }
  }

  func run() async throws {
    try await Failure.told(judging.language) {
      let pack = try RuleShelf.load(explicit: judging.rules)
      _ = try judging.edition.map { try JudgingOptions.edition($0, in: pack) }
      let configuration = try configured.configuration(for: pack, isNeeded: site == nil && replay == nil)
      let source = try source(configuration)
      let town = try configuration.map { try configured.town(of: $0, at: source.site) }
      let judging = judging.filled(from: configuration)
      let crawl = crawl.filled(from: town)
      let folder = output.folder ?? AuditFolder.defaultName(for: source.site)
      let earlier = try crawl.earlierSnapshot()
      if overwrite, let earlier, earlier.needs(AuditFolder.snapshot(in: folder)) {
        throw UsageFault(
          "--overwrite จะลบ snapshot ที่ --previous ต้องใช้ ให้เลือก --output อื่น / --overwrite would delete what --previous needs: choose another --output"
        )
      }
      try AuditFolder.demandRoom(in: folder, for: source.site, overwrite: overwrite, resume: crawl.resume)
      let baseline = try Baseline(gate, site: source.site.href, history: history)
      let previous = try baseline?.run.report ?? history.last(of: source.site.href)
      let kept = try KeptRun(of: .init(name: crawl.siteName ?? source.site.href, url: source.site.href), in: history)
      let snapshot = try AuditFolder.snapshot(in: folder, resume: crawl.resume)
      let recording = try source.recording(
        with: crawl, pack: pack, focusYear: judging.focusYear ?? town?.edition, earlier: earlier)
      let manifest = try await RecordingRun(recording: recording, quiet: gate.quiet).run(
        into: snapshot, resuming: crawl.resume)
      if !gate.quiet, earlier != nil { TrafficNote.show(manifest) }
      try Reachability.demandAnswer(manifest)
      let judgement = try judging.judgement(for: manifest, pack: pack, town: town)
      if !gate.quiet { ExpiredWaivers.note(of: town, on: judgement.asOf) }
      let recorded = try RecordedSite.read(folder: snapshot)
      let report = judgement.report(on: recorded)
      try await output.deliver(
        report, edition: pack.edition(report.edition), previous: previous, into: folder, printing: !gate.quiet)
      let comparison = try baseline?.comparison(to: report, pack: pack)
      if let comparison { try ComparisonOutput(language: judging.language).deliver(comparison, into: folder, gate) }
      if let number = try kept?.keep(report, recordedIn: snapshot), !gate.quiet {
        Console.note("เก็บในประวัติเป็นครั้งที่ \(number) / kept in the history as run \(number)")
      }
      try Reachability.demandPage(recorded)
      throw ExitDecision.code(for: report, gate: gate, comparison: comparison)
    }
  }

  /// The site that was named, the snapshot to go through again, or the chosen town of the configuration.
  private func source(_ configuration: Configuration?) throws -> RecordingSource {
    if let replay { return try RecordingSource.replay(of: replay) }
    if let site { return .live(try SiteAddress.parse(site)) }
    guard let configuration else { throw UsageFault("ระบุที่อยู่เว็บไซต์ / give the address of a site") }
    return .live(try SiteAddress.parse(configured.chosenTown(of: configuration).url))
  }
}
