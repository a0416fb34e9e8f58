import AuditCore
import Foundation
import History

/// The machine that keeps the nights: room, rights, clock, and the history file.
struct MachineChecks {
  /// Absolute.
  let dataFolder: URL
  let towns: Int
  let retention: Retention
  let now: Date
  let zoneSeconds: Int

  private static let folder = both("โฟลเดอร์ข้อมูล", "data folder")
  private static let disk = both("เนื้อที่ดิสก์", "disk")
  private static let history = both("ประวัติผลตรวจ", "history")
  private static let clock = both("นาฬิกา", "clock")
  /// A night of a town of which nothing was kept yet, in bytes: more than most sites have.
  private static let usualNight = 300_000_000
  private static let leastFree = 500_000_000

  func results() -> [CheckResult] {
    let (history, nightBytes) = checkedHistory()
    return [writable(), room(nightBytes), history, clockResult(), zone()]
  }

  /// The folder itself, or the nearest one above it that is there: `night` makes the rest.
  private var existing: URL {
    var folder = dataFolder.standardizedFileURL
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }

  private func writable() -> CheckResult {
    let probe = existing.appending(path: ".oitcheck-doctor-\(UUID().uuidString)")
    let descriptor = open(probe.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      return .bad(
        ExitDecision.ownSideFailed, Self.folder, same("\(dataFolder.path): \(String(cString: strerror(errno)))"),
        do: both(
          "ให้ผู้ใช้ที่รันโปรแกรมเขียนโฟลเดอร์นี้ได้ หรือเปลี่ยน dataFolder",
          "let the user who runs the program write there, or change dataFolder"))
    }
    close(descriptor)
    unlink(probe.path)
    return .good(Self.folder, same(dataFolder.path))
  }

  private func room(_ nightBytes: Int) -> CheckResult {
    let found = try? FileManager.default.attributesOfFileSystem(forPath: existing.path)
    guard let free = (found?[.systemFreeSize] as? NSNumber)?.intValue else {
      return .warning(
        Self.disk, both("ไม่ทราบเนื้อที่ว่าง", "free space is not known"), do: both("ตรวจด้วย df", "look with df"))
    }
    let nights = max(0, free - Self.leastFree) / max(1, nightBytes)
    let size = "\(free / 1_000_000) MB"
    let detail = both(
      "ว่าง \(size) พอราว \(nights) คืน (คืนละราว \(nightBytes / 1_000_000) MB)",
      "\(size) free, for about \(nights) nights of \(nightBytes / 1_000_000) MB")
    let remedy = both(
      "เพิ่มเนื้อที่ หรือลด retention.snapshotDays (\(retention.snapshotDays))",
      "make room, or lower retention.snapshotDays (\(retention.snapshotDays))")
    if free < Self.leastFree { return .bad(ExitDecision.ownSideFailed, Self.disk, detail, do: remedy) }
    return nights < min(14, max(1, retention.snapshotDays))
      ? .warning(Self.disk, detail, do: remedy) : .good(Self.disk, detail)
  }

  /// How the history file stands, and what a night takes: the newest recordings it knows, else a guess.
  private func checkedHistory() -> (result: CheckResult, nightBytes: Int) {
    let guess = Self.usualNight * max(1, towns)
    let path = dataFolder.appending(path: Configuration.historyName).path
    guard FileManager.default.fileExists(atPath: path) else {
      return (.good(Self.history, both("ยังไม่มี จะสร้างในคืนแรก", "none yet: the first night makes it")), guess)
    }
    do {
      let store = try HistoryStore(path: path)
      let sizes = try store.snapshots().sorted { $0.recordedAt < $1.recordedAt }.suffix(14 * max(1, towns)).map(\.bytes)
      let sites = try store.sites().count
      let night = sizes.isEmpty ? guess : sizes.reduce(0, +) / sizes.count * max(1, towns)
      return (.good(Self.history, both("\(path): \(sites) เว็บไซต์", "\(path): \(sites) sites")), max(1, night))
    } catch {
      let remedy = both(
        "อย่าลบไฟล์ ใช้โปรแกรมรุ่นล่าสุด หรือคืนจากสำเนาสำรอง", "do not delete it: use the newest program, or restore a copy")
      return (.bad(ExitDecision.ownSideFailed, Self.history, same("\(error)"), do: remedy), guess)
    }
  }

  private func clockResult() -> CheckResult {
    let stamp = Timestamp(secondsSinceEpoch: Int(now.timeIntervalSince1970))
    let detail = same("\(stamp)")
    // Nothing can happen before the program itself was made; a day of doubt is left to time zones.
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    let made = try? FileManager.default.attributesOfItem(atPath: program)[.modificationDate] as? Date
    guard stamp.thaiDay.year < 2_100, made.map({ $0 < now + 86_400 }) ?? true else {
      return .bad(
        ExitDecision.ownSideFailed, Self.clock, detail,
        do: both("ตั้งเวลาเครื่องให้ตรง: timedatectl set-ntp true", "set the clock: timedatectl set-ntp true"))
    }
    return .good(Self.clock, detail)
  }

  /// Thai days are reckoned in UTC+7 whatever the machine's zone; cron and timers go by the machine's.
  private func zone() -> CheckResult {
    let subject = both("เขตเวลา", "time zone")
    guard zoneSeconds != 7 * 3_600 else { return .good(subject, same("UTC+7")) }
    let sign = zoneSeconds < 0 ? "-" : "+"
    return .warning(
      subject, same("UTC\(sign)\(abs(zoneSeconds) / 3_600)"),
      do: both(
        "cron จะเริ่มตามเวลานี้ ไม่ใช่เวลาไทย: timedatectl set-timezone Asia/Bangkok (รายงานใช้วันไทยเสมอ)",
        "cron goes by it, not by Thai time: timedatectl set-timezone Asia/Bangkok (reports use Thai days anyway)"))
  }
}
