import Archive
import AuditCore
import Crawling
import Foundation

/// How a recording begins in its folder: anew, or where an interrupted one left off.
struct RecordingStart {
  static let journalName = "journal.txt"

  let journal: CrawlJournal
  let startedAt: Timestamp
  /// Whole visits of the interrupted recording, nil for a new one.
  let resumedVisits: Int?
  /// What the interrupted recording took of the time budget.
  var spent = Duration.zero
  /// It broke off without a word.
  var didBreakOff = false
  /// The way to the earlier snapshot that the recording is compared with.
  let earlier: Earlier?

  /// What the journal remembers of a recording's beginning.
  private struct Plan: Codable {
    var site: String
    var extraHosts: [String]
    var startedAt: Timestamp
    var earlier: Earlier?
  }

  /// An earlier snapshot, by digest, and where its folder was.
  struct Earlier: Codable, Equatable {
    var digest: ContentDigest
    var folder: String

    init(_ snapshot: EarlierSnapshot, seenFrom folder: SnapshotFolder) {
      digest = snapshot.digest
      self.folder = ParentFolder.relativePath(from: folder, to: snapshot.folder)
    }
  }

  /// The earlier snapshot to go on with: the one given, or for a resumed recording the one that it began with.
  func earlierSnapshot(given: EarlierSnapshot?, in folder: SnapshotFolder) throws -> EarlierSnapshot? {
    guard let earlier, given?.digest != earlier.digest else { return given }
    guard given == nil, let found = ParentFolder.find(earlier.digest, hint: earlier.folder, from: folder) else {
      throw PipelineError(
        "การบันทึกที่ค้างอยู่เทียบกับ snapshot ก่อนหน้าอีกชุดหนึ่ง",
        "the interrupted recording was compared with another earlier snapshot", path: folder.path,
        cause: "\(earlier.digest), last seen at \(earlier.folder); give it with --previous")
    }
    return try EarlierSnapshot(opening: found)
  }

  /// Begins anew in an empty folder: the opening record, then the journal.
  static func new(
    in folder: SnapshotFolder, site: String, hosts: [String], userAgent: String, at: Timestamp, earlier: Earlier?
  ) throws -> RecordingStart {
    let writer = try WARCWriter(path: folder.archivePath)
    try writer.append(
      SnapshotFolder.opening(
        siteURL: site, software: "oitcheck \(ToolVersion.current)", userAgent: userAgent, at: at))
    try writer.flush()
    let plan = try JSONEncoder().encode(Plan(site: site, extraHosts: hosts, startedAt: at, earlier: earlier))
    let journal = try CrawlJournal(
      creating: folder.file(journalName), plan: String(decoding: plan, as: UTF8.self))
    return RecordingStart(journal: journal, startedAt: at, resumedVisits: nil, earlier: earlier)
  }

  /// Goes on with the recording in the folder: archive and journal are cut back to the last whole visit.
  static func resumed(in folder: SnapshotFolder, site: String, hosts: [String]) throws -> RecordingStart {
    let path = folder.file(journalName)
    guard FileManager.default.fileExists(atPath: path) else {
      throw PipelineError(
        "ไม่มีการบันทึกที่ค้างอยู่ให้ทำต่อ", "there is no interrupted recording to resume", path: folder.path,
        cause: FileManager.default.fileExists(atPath: folder.manifestPath)
          ? "the recording in it is finished" : "\(journalName) is not there")
    }
    let size = try FileManager.default.attributesOfItem(atPath: folder.archivePath)[.size] as? Int
    let state = try JournalState(reading: path, archiveBytes: size ?? 0)
    guard let plan = plan(of: state, site: site, hosts: hosts)
    else {
      throw PipelineError(
        "การบันทึกที่ค้างอยู่เป็นของเว็บไซต์หรือโฮสต์อื่น", "the interrupted recording is of another site or other hosts",
        path: folder.path, cause: "start it with the same address and --extra-host, or choose another folder")
    }
    _ = try SnapshotFolder.resume(at: folder.path, siteURL: site, journalled: state.archiveBytes.map { UInt64($0) })
    for made in [folder.manifestPath, folder.indexPath] { try? FileManager.default.removeItem(atPath: made) }
    let journal = try CrawlJournal(continuing: path, after: state)
    return RecordingStart(
      journal: journal, startedAt: plan.startedAt, resumedVisits: state.visits, spent: state.spent,
      didBreakOff: state.didBreakOff, earlier: plan.earlier)
  }

  /// Whether the folder holds an interrupted recording of this site and these hosts.
  static func isResumable(in folder: SnapshotFolder, site: String, hosts: [String]) -> Bool {
    guard
      let size = try? FileManager.default.attributesOfItem(atPath: folder.archivePath)[.size] as? Int,
      let state = try? JournalState(reading: folder.file(journalName), archiveBytes: size)
    else { return false }
    return plan(of: state, site: site, hosts: hosts) != nil
  }

  private static func plan(of state: JournalState, site: String, hosts: [String]) -> Plan? {
    let plan = try? JSONDecoder().decode(Plan.self, from: Data(state.plan.utf8))
    return plan.flatMap { $0.site == site && $0.extraHosts == hosts ? $0 : nil }
  }
}
