import AuditCore
import Foundation
import Programs

/// One way to tell somebody: one try a call. Whoever calls tries again.
package protocol Messenger: Sendable {
  /// Nil for the channel of another messenger. Throws where the target cannot be told as it is configured.
  init?(_ channel: NotificationTarget.Channel, _ means: MessengerMeans) throws(ChannelFault)
  func attempt(_ notice: AlarmNotice) async -> Attempt
}

/// What one try came to.
package enum Attempt: Sendable, Hashable {
  case delivered
  /// - wait: what the receiver asked for before the next try.
  case failed(reason: String, isLasting: Bool, wait: Duration? = nil)
}

/// What is wrong with a target as it is configured: one sentence for the officer, free of secrets.
package struct ChannelFault: Error, Hashable {
  let reason: String

  init(_ th: String, _ en: String) {
    reason = "\(th) / \(en)"
  }
}

/// What messengers work with.
package struct MessengerMeans: Sendable {
  package typealias SecretReading = @Sendable (SecretSource) throws -> Secret

  package var tools: Toolbox
  /// Of one try.
  package var limit: Duration
  /// Where relative paths of the configuration begin.
  private let folder: URL
  private let read: SecretReading

  package init(
    tools: Toolbox = .installed, limit: Duration = .seconds(20), folder: URL, secret: @escaping SecretReading
  ) {
    self.tools = tools
    self.limit = limit
    self.folder = folder
    read = secret
  }

  /// The absolute path of a file that the configuration names; it must be readable.
  func file(_ path: String) throws(ChannelFault) -> String {
    let place = URL(filePath: path, relativeTo: folder).absoluteURL.path
    guard FileManager.default.isReadableFile(atPath: place) else {
      throw ChannelFault("อ่านไฟล์ไม่ได้ (\(path))", "a file that it names cannot be read (\(path))")
    }
    return place
  }

  func secret(_ source: SecretSource) throws(ChannelFault) -> Secret {
    let secret: Secret?
    do { secret = try read(source) } catch { secret = nil }
    guard let secret, !secret.value.isEmpty else {
      let place =
        switch source {
        case .environment(let name): "env: \(name)"
        case .file(let path): "file: \(path)"
        case .plain: "plain"
        }
      throw ChannelFault("อ่านค่าลับไม่ได้ (\(place))", "its secret cannot be read (\(place))")
    }
    guard !secret.value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw ChannelFault("ค่าลับต้องเป็นบรรทัดเดียว", "its secret is not one line")
    }
    return secret
  }
}
