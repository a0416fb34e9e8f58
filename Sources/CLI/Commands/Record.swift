import Archive
import ArgumentParser
import AuditCore
import Pipeline

/// `oitcheck record URL DIR`: the first half of an audit.
struct Record: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "เปิดดูและบันทึกเว็บไซต์เท่านั้น / crawl and record only.",
    discussion: "oitcheck record https://www.example.go.th บันทึก/2566-06-15")

  @Argument(help: "ที่อยู่เว็บไซต์ / address of the site") var site: String
  @Argument(help: "โฟลเดอร์ของ snapshot / folder for the snapshot") var folder: String

  @Option(
    name: .customLong("judge-as"),
    help: ArgumentHelp("ค่าเริ่มต้นเมื่อตรวจ snapshot นี้ / default for judging it", valueName: "edition@YYYY-MM-DD"))
  var judgeAs: JudgeDefault?

  @OptionGroup(title: "Crawl") var crawl: CrawlOptions

  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir")) var rules: String?
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th
  @Flag(help: "ไม่แสดงความคืบหน้า / no progress") var quiet = false

  func validate() throws { _ = try SiteAddress.parse(site) }

  func run() async throws {
    try await Failure.told(language) {
      let pack = try RuleShelf.load(explicit: rules)
      let source = RecordingSource.live(try SiteAddress.parse(site))
      let earlier = try crawl.earlierSnapshot()
      let snapshot = crawl.resume ? SnapshotFolder(at: folder) : try SnapshotFolder.create(at: folder)
      var recording = try source.recording(
        with: crawl, pack: pack, focusYear: judgeAs?.value.edition, earlier: earlier)
      recording.judgeAs = judgeAs?.value
      let manifest = try await RecordingRun(recording: recording, quiet: quiet).run(
        into: snapshot, resuming: crawl.resume)
      try Reachability.demandAnswer(manifest)
      if !quiet {
        Console.note(
          "\(manifest.coverage.fetched)/\(manifest.coverage.known) · \(manifest.stopReason) · \(snapshot.path)")
        TrafficNote.show(manifest)
      }
      if StopReasons.endedEarly.contains(manifest.stopReason) { throw ExitDecision.unsettled }
    }
  }
}
