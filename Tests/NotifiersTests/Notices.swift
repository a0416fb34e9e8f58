import AuditCore
import Foundation
import Notifiers
import Programs
import Testing
import ThaiText

/// A notice, and secrets that must never be seen.
enum Sample {
  static let secrets = ["HOOK": "hook-s3cret", "TOKEN": "line-t0ken", "PASSWORD": "p4ss\"wo\\rd", "TO": "Uabc"]

  static func notice(subject: String = "เทศบาลตัวอย่าง: พบข้อบกพร่องใหม่ 1 ข้อ", body: String = "บรรทัดหนึ่ง\n.\nบรรทัดสอง\n")
    -> AlarmNotice
  {
    AlarmNotice(
      id: "oitcheck-1686787200-7-3", site: .init(name: "เทศบาลตัวอย่าง", url: "http://town.example/"), subject: subject,
      body: body, message: AlarmMessage(day: .firstDay(ofMonth: 6, year: 2023), parts: []),
      sentAt: Timestamp(secondsSinceEpoch: 1_686_787_200))
  }

  static func means(_ tools: Toolbox = .installed, limit: Duration = .seconds(120)) -> MessengerMeans {
    MessengerMeans(tools: tools, limit: limit, folder: URL(filePath: "/")) { source in
      switch source {
      case .plain(let text): return Secret(text)
      case .environment(let name), .file(let name):
        guard let value = secrets[name] else { throw CocoaError(.fileNoSuchFile) }
        return Secret(value)
      }
    }
  }

  /// One try, as the list of messengers makes it.
  static func attempt(
    _ channel: NotificationTarget.Channel, _ means: MessengerMeans = means(), notice: AlarmNotice = notice()
  ) async throws -> Attempt {
    for messenger in MessengerList.all {
      if let messenger = try messenger.init(channel, means) { return await messenger.attempt(notice) }
    }
    throw CocoaError(.featureUnsupported)
  }
}

extension Attempt {
  var isLasting: Bool? { if case .failed(_, let isLasting, _) = self { isLasting } else { nil } }
  var wait: Duration? { if case .failed(_, _, let wait) = self { wait } else { nil } }

  /// Whether its words are free of every secret and of the address it was to go to.
  func isClean(of address: String = "127.0.0.1") -> Bool {
    let text = "\(self)"
    return !(Array(Sample.secrets.values) + [address]).contains { text.contains($0) }
  }
}

let hasCurl = Toolbox.installed.has(.curl) && Toolbox.installed.has(.prlimit)
