import Archive
import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import WebURL

/// `oitcheck judge SNAPSHOT`: the second half of an audit, without a network. A WARC of another tool is imported first.
struct JudgeSnapshot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "ตรวจเว็บไซต์ที่บันทึกไว้ / judge a recorded site, no network.",
    discussion: """
      oitcheck judge ผลตรวจ/snapshot
      oitcheck judge site.warc.gz --as-of 2023-06-15 --format markdown
      """)

  @Argument(help: "โฟลเดอร์ snapshot หรือไฟล์ .warc / .warc.gz") var snapshot: String

  @Option(help: ArgumentHelp("หน้าแรกของเว็บไซต์ใน WARC / home page within a WARC of another tool", valueName: "url"))
  var home: String?

  @OptionGroup(title: "Configuration") var configured: ConfigurationOptions
  @OptionGroup(title: "Judging") var judging: JudgingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Gates") var gate: GateOptions
  @OptionGroup(title: "History") var history: HistoryOptions

  func run() async throws {
    try await Failure.told(judging.language) {
      let pack = try RuleShelf.load(explicit: judging.rules)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: snapshot, isDirectory: &isFolder) else {
        throw UsageFault("ไม่พบ \(snapshot) / there is no \(snapshot)")
      }
      let site: RecordedSite
      if isFolder.boolValue {
        site = try RecordedSite.read(folder: AuditFolder.snapshot(in: snapshot))
      } else {
        site = try await imported()
      }
      let baseline = try Baseline(gate, site: site.manifest.siteURL, history: history)
      let configuration = try configured.configuration(for: pack, isNeeded: false)
      let town = try configuration.map { try configured.town(of: $0, at: SiteAddress.parse(site.manifest.siteURL)) }
      let judging = judging.filled(from: configuration)
      let judgement = try judging.judgement(for: site.manifest, pack: pack, town: town)
      if !gate.quiet { ExpiredWaivers.note(of: town, on: judgement.asOf) }
      let report = judgement.report(on: site)
      try await output.deliver(
        report, edition: pack.edition(report.edition), previous: baseline?.run.report, into: output.folder,
        printing: output.folder == nil)
      try Reachability.demandPage(site)
      let comparison = try baseline?.comparison(to: report, pack: pack)
      if let comparison {
        try ComparisonOutput(language: judging.language).deliver(comparison, into: output.folder, gate)
      }
      throw ExitDecision.code(for: report, gate: gate, comparison: comparison)
    }
  }

  /// A snapshot made of the foreign archive: under --output where given, else in a folder that goes away again.
  private func imported() async throws -> RecordedSite {
    let home = try home.map { try SiteAddress.parse($0) }
    let kept = output.folder.map { $0 + "/" + AuditFolder.snapshotName }
    let path = kept ?? FileManager.default.temporaryDirectory.appending(path: "oitcheck-\(UUID().uuidString)").path
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: path) } }
    let archive = ForeignArchive(path: snapshot, home: home, converter: Documents.conversion())
    let folder = try SnapshotFolder.create(at: path)
    let (_, faults) = try await archive.imported(into: folder)
    for fault in faults.prefix(5) { Console.error("\(snapshot): \(fault)") }
    return try RecordedSite.read(folder: folder)
  }
}
