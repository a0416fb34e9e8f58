import ArgumentParser
import AuditCore
import Crawling
import Foundation
import Notifiers
import Pipeline
import RulePacks
import ThaiText

/// `oitcheck night`: the nightly job from cron or a systemd timer, for every town of the configuration.
struct NightCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "night",
    abstract: "งานประจำคืน: ตรวจทุกหน่วยงานใน oitcheck.yml เก็บประวัติ แจ้งเตือน / the nightly job for every town.",
    discussion: """
      oitcheck night --config /etc/oitcheck/oitcheck.yml
      oitcheck night --town bangsaen --quiet

      พิมพ์หน่วยงานละหนึ่งบรรทัด เพิ่มเฉพาะเมื่อมีเรื่องใหม่ ข้อขัดข้องออกทาง standard error \
      / one line a town, more only where there is news; faults on standard error.
      คืนที่ถูกตัดกลางคันจะทำต่อภายใน 36 ชั่วโมง / a night that was cut short goes on within 36 hours.
      รันซ้อนกันไม่ได้: รหัส 74 หรือ 0 ด้วย --if-free / two runs never overlap: code 74, or 0 with --if-free.
      """)

  @Option(
    help: ArgumentHelp("ไฟล์ตั้งค่า / configuration", valueName: "file")) var config = Configuration.fileName
  @Option(help: ArgumentHelp("เฉพาะหน่วยงานนี้ ระบุได้หลายครั้ง / only this town, may be repeated", valueName: "key"))
  var town: [String] = []
  @Flag(
    name: .customLong("if-free"),
    help: "จบเงียบ ๆ ด้วยรหัส 0 หากมีการตรวจอื่นทำงานอยู่ / end with 0 where another run is at work")
  var ifFree = false
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "ซ้อมเสมือนวันนี้เป็นวันนั้น ใช้กับโฟลเดอร์ข้อมูลสำหรับทดลองเท่านั้น / rehearse as if today were that day; only with a data folder of its own",
      valueName: "YYYY-MM-DD"))
  var asOf: String?
  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir")) var rules: String?
  @OptionGroup(title: "Gates") var gate: GateOptions

  func validate() throws {
    if let asOf, CivilDate(iso: asOf) == nil {
      throw ValidationError("--as-of ต้องเป็นวันที่แบบ ค.ศ. เช่น 2023-06-15 / must be a date, not “\(asOf)”")
    }
    guard gate.baseline.map({ $0 == "last" }) ?? true else {
      throw ValidationError("งานประจำคืนเทียบกับคืนก่อนเท่านั้น / a night is compared with --baseline last only")
    }
  }

  func run() async throws {
    try await Failure.told(.th) {
      let pack = try RuleShelf.load(explicit: rules)
      let configuration = try ConfigurationFile.read(path: config, rules: pack)
      let towns = try chosen(of: configuration)
      let data = try DataFolder(at: place(of: configuration))
      let clock = NightCalendar(rehearsing: asOf.flatMap { CivilDate(iso: $0) })
      guard let lock = try data.locked(orNilIfHeld: ifFree) else { return }
      defer { withExtendedLifetime(lock) {} }
      let recognizer = Recognition.recognizer(for: pack)
      let recording = NightlyRecording(pack: pack, recognizer: recognizer, day: clock.now.thaiDay)
      let night = try Night(
        configuration: configuration, rules: pack, data: data,
        services: NightServices(
          recording: { try recording.recording(of: $0) }, recognizer: recognizer, answers: answers(),
          notifiers: notifiers(), now: { clock.now }, asOf: clock.rehearsedDay,
          usualEdition: JudgingOptions.defaultEdition))
      let codes = await NightRun(night: night, gate: gate).run(towns)
      throw Self.gravest(codes)
    }
  }

  /// The gravest code, in the order of the outside contract.
  static func gravest(_ codes: [ExitCode]) -> ExitCode {
    let order = [
      ExitCode.validationFailure, ExitDecision.ownSideFailed, ExitDecision.notJudgeable, ExitDecision.unsettled,
      ExitDecision.gaps,
    ]
    return order.first { codes.contains($0) } ?? .success
  }

  private func chosen(of configuration: Configuration) throws -> [Town] {
    guard !town.isEmpty else { return configuration.towns }
    let known = configuration.towns.map(\.key)
    for key in town where !known.contains(key) {
      throw UsageFault(
        "ไม่มีหน่วยงาน \(key) ใน \(config) มี \(known.joined(separator: ", ")) / there is no town \(key) in \(config)")
    }
    return configuration.towns.filter { town.contains($0.key) }
  }

  private func place(of configuration: Configuration) -> String {
    let folder = configuration.dataFolder
    return folder.hasPrefix("/")
      ? folder : URL(filePath: config).deletingLastPathComponent().appending(path: folder).path
  }

  private func answers() -> @Sendable (Town) throws -> VerificationSheet? {
    let folder = URL(filePath: config).deletingLastPathComponent()
    return { town in
      try town.answers.map { try VerificationSheet(path: URL(filePath: $0, relativeTo: folder).path) }
    }
  }

  private func notifiers() -> OutboxDelivery.Notifiers {
    let folder = URL(filePath: config).deletingLastPathComponent()
    let secrets = Secrets(folder: folder, environment: ProcessInfo.processInfo.environment)
    let means = MessengerMeans(folder: folder) { try secrets.secret(from: $0) }
    return { MessengerList.notifier(for: $0, by: means) }
  }
}

/// The calendar of a night: the machine's, or, in a rehearsal, the machine's moved to another day.
struct NightCalendar: Sendable {
  let rehearsedDay: CivilDate?
  private let shift: Int

  init(rehearsing day: CivilDate?) {
    rehearsedDay = day
    shift = day.map { Self.machine.thaiDay.days(until: $0) * 86_400 } ?? 0
  }

  var now: Timestamp { Timestamp(secondsSinceEpoch: Self.machine.secondsSinceEpoch + shift) }

  private static var machine: Timestamp { SystemClock().wall }
}
