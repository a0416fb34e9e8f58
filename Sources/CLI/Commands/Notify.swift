import ArgumentParser
import AuditCore
import Crawling
import Foundation
import Notifiers
import Pipeline
import RulePacks

/// `oitcheck notify --test TARGET`: sends a message that only tries the way, tonight's way.
struct NotifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify",
    abstract: "ทดลองส่งข้อความถึงผู้รับใน oitcheck.yml / sends a test message to a target of the configuration.",
    discussion: """
      oitcheck notify --test line-it --config /etc/oitcheck/oitcheck.yml

      ส่งสำเร็จจบด้วยรหัส 0 ส่งไม่ได้จบด้วย 74 พร้อมสาเหตุ / ends with 0, or with 74 and the reason.
      """)

  @Option(help: ArgumentHelp("ชื่อผู้รับ / name of the target", valueName: "target")) var test: String
  @Option(help: ArgumentHelp("ไฟล์ตั้งค่า / configuration", valueName: "file")) var config = Configuration.fileName
  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir")) var rules: String?

  func run() async throws {
    try await Failure.told(.th) {
      let configuration = try ConfigurationFile.read(path: config, rules: try RuleShelf.load(explicit: rules))
      guard let target = configuration.targets.first(where: { $0.name == test }) else {
        let names = configuration.targets.map(\.name).joined(separator: ", ")
        throw UsageFault(
          "ไม่มีผู้รับชื่อ \(test) ใน \(config) มี \(names) / there is no target \(test) in \(config)")
      }
      let folder = URL(filePath: config).deletingLastPathComponent()
      let secrets = Secrets(folder: folder, environment: ProcessInfo.processInfo.environment)
      let means = MessengerMeans(folder: folder) { try secrets.secret(from: $0) }
      let notifier = MessengerList.notifier(for: target, by: means, retrying: RetryPlan(tries: 1))
      let notice = Self.notice(of: configuration, in: target.language ?? configuration.language)
      switch await notifier.deliver(notice) {
      case .delivered: Console.note("\(target.name): ส่งข้อความทดสอบแล้ว / test message sent")
      case .failed(let reason, _):
        Console.error("\(target.name): \(reason)")
        throw ExitDecision.ownSideFailed
      }
    }
  }

  /// A new id at every test, so that no receiver drops it as a repetition.
  private static func notice(of configuration: Configuration, in language: Language) -> AlarmNotice {
    let now = SystemClock().wall
    let names = configuration.towns.prefix(5).map(\.name).joined(separator: ", ")
    let (subject, body) =
      switch language {
      case .th: ("oitcheck: ข้อความทดสอบ", "ถ้าอ่านข้อความนี้ได้ การแจ้งเตือนของ \(names) จะมาถึงที่นี่\n")
      case .en: ("oitcheck: test message", "If you can read this, alarms of \(names) will arrive here.\n")
      }
    return AlarmNotice(
      id: "oitcheck-test-\(UUID().uuidString)",
      site: .init(name: configuration.towns.first?.name ?? "", url: configuration.towns.first?.url ?? ""),
      subject: subject, body: body, message: AlarmMessage(day: now.thaiDay, parts: []), sentAt: now)
  }
}
