import Archive
import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import WebURL

/// `oitcheck verify URL ANSWERS`: the auditor's spot check, and the town's last look before it hands in its answers.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "ตรวจแบบคำตอบที่กรอกไว้ทีละข้อ / check a declared answer sheet item by item.",
    discussion: """
      ตัวอย่าง / Examples:
        oitcheck verify https://www.example.go.th answers.xlsx --output ตรวจคำตอบ
        oitcheck verify https://www.example.go.th answers.csv --item O31,O12
        oitcheck verify https://www.example.go.th answers.csv --snapshot ผลตรวจ

      เปิดเฉพาะที่อยู่ที่กรอก และเอกสารที่หน้านั้นลิงก์ไว้สำหรับข้อนั้น / Opens only the declared addresses, and the documents \
      that those pages link for the item. Columns may be named in Thai or English, in any order: \
      ข้อ/item, มี/ไม่มี, URL/ที่อยู่/ลิงก์, คำอธิบาย/note.
      """)

  @Argument(help: "ที่อยู่เว็บไซต์ / address of the site") var site: String
  @Argument(help: "แบบคำตอบ .csv หรือ .xlsx / the answer sheet") var answers: String

  @Option(help: ArgumentHelp("ตรวจเฉพาะข้อ / only these items", valueName: "O31,O12")) var item: String?

  @Option(
    help: ArgumentHelp(
      "เทียบกับเว็บไซต์ที่บันทึกไว้ / compare with a recorded site (snapshot or audit folder)", valueName: "dir"))
  var snapshot: String?

  @Option(
    help: ArgumentHelp("ตรวจจาก snapshot โดยไม่ใช้เครือข่าย / look only into a snapshot, offline", valueName: "snapshot"))
  var replay: String?

  @Flag(help: "แทนที่ผลตรวจเดิมของเว็บไซต์เดียวกันในโฟลเดอร์ / replace an earlier one of the same site in the folder")
  var overwrite = false

  @OptionGroup(title: "Judging") var judging: JudgingOptions
  @OptionGroup(title: "Crawl") var crawl: CrawlOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Gates") var gate: GateOptions

  func validate() throws {
    _ = try SiteAddress.parse(site)
    if crawl.resume {
      throw ValidationError("verify เริ่มใหม่ทุกครั้ง ไม่มี --resume / verify always starts anew: no --resume")
    }
  }

  func run() async throws {
    try await Failure.told(judging.language) {
      let pack = try RuleShelf.load(explicit: judging.rules)
      let source = try source()
      let edition = try edition(in: pack, source)
      let file = try sheetFile()
      let sheet = file.answers(edition: edition, site: source.site)
      let items = try items(of: edition)
      guard sheet.rows.contains(where: { items?.contains($0.item) ?? true }) else {
        throw UsageFault(noAnswer(sheet))
      }
      let means = try source.recording(with: crawl, pack: pack, focusYear: judging.focusYear)
      let whole = try snapshot.map { try RecordedSite.read(folder: AuditFolder.snapshot(in: $0)) }
      let scratch = FileManager.default.temporaryDirectory.appending(path: "oitcheck-\(UUID().uuidString)").path
      defer { if output.folder == nil { try? FileManager.default.removeItem(atPath: scratch) } }
      let folder = try snapshotFolder(in: scratch, for: source.site)
      let manifest = try await recorded(
        VerificationRecording(
          means: means, sheet: file, declarations: Declaration.needed(for: items, in: sheet, of: edition)),
        into: folder)
      let judgement = try judging.judgement(for: manifest, pack: pack)
      let verification = try VerificationJudgement(
        judgement: judgement, sheet: sheet, sheetName: file.name, items: items,
        whole: whole.map { .init(index: $0.index, report: judgement.report(on: $0)) }
      ).verification(on: folder)
      try await deliver(verification, edition)
      throw ExitDecision.code(for: verification.answered, gate: gate)
    }
  }

  /// Under `--output` where given, else in a folder that goes away again.
  private func snapshotFolder(in scratch: String, for site: WebURL) throws -> SnapshotFolder {
    guard let folder = output.folder else { return try SnapshotFolder.create(at: scratch) }
    try AuditFolder.demandRoom(in: folder, for: site, overwrite: overwrite, resume: false)
    return try AuditFolder.snapshot(in: folder, resume: false)
  }

  private func source() throws -> RecordingSource {
    let site = try SiteAddress.parse(site)
    guard let replay, case .archive(let manifest, _, let fetcher) = try RecordingSource.replay(of: replay) else {
      return .live(site)
    }
    return .archive(manifest, site: site, fetcher: fetcher)
  }

  private func edition(in pack: RulePack, _ source: RecordingSource) throws -> Edition {
    var year = judging.edition ?? JudgingOptions.defaultEdition
    if judging.edition == nil, case .archive(let manifest, _, _) = source {
      year = manifest.judgeAs?.edition ?? year
    }
    return try JudgingOptions.edition(year, in: pack)
  }

  /// What is wrong with the sheet is the caller's to mend: exit code 64.
  private func sheetFile() throws -> VerificationSheet {
    do {
      return try VerificationSheet(path: answers)
    } catch let error as PipelineError {
      throw UsageFault(error.description)
    }
  }

  private func items(of edition: Edition) throws -> Set<String>? {
    guard let item else { return nil }
    let wanted = item.uppercased().split { ", ".utf8.contains($0.utf8.first ?? 0) }.map(String.init)
    for number in wanted where edition.item(numbered: number) == nil {
      throw UsageFault(
        "ไม่มีข้อ \(number.prefix(20)) ในรายการปี \(edition.year) / edition \(edition.year) has no item \(number.prefix(20))"
      )
    }
    return Set(wanted)
  }

  private func noAnswer(_ sheet: DeclaredSheet) -> String {
    let fault = sheet.faults.first.map { " (แถว/row \($0.row): \($0.reason.text(in: judging.language)))" } ?? ""
    return
      "\(answers) ไม่มีคำตอบที่ใช้ได้ ต้องมีคอลัมน์ข้อและที่อยู่ / holds no usable answer: it needs a column of items and one of addresses"
      + fault
  }

  // MARK: Recording

  private func recorded(_ recording: VerificationRecording, into folder: SnapshotFolder) async throws
    -> SnapshotManifest
  {
    let isQuiet = gate.quiet || isatty(STDERR_FILENO) == 0
    let task = Task {
      try await recording.record(into: folder) { place, all, address in
        guard !isQuiet else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(place + 1)/\(all) · \(decodedAddress(address))".utf8))
      }
    }
    let interruption = Interruption { task.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    let manifest = try await task.value
    if !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    return manifest
  }

  // MARK: Output

  private func deliver(_ verification: Verification, _ edition: Edition) async throws {
    let wantsFormat = output.folder == nil && !output.format.isEmpty
    try await output.deliver(verification.report, edition: edition, into: output.folder, printing: wantsFormat)
    guard !wantsFormat, !(gate.quiet && output.folder != nil) else { return }
    let isTerminal = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    let table = VerificationTable(verification, columns: Terminal.columns ?? 120, colour: isTerminal)
    Console.output(Array(table.text.utf8))
  }
}
