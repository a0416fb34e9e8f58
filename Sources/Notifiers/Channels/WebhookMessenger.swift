import AuditCore
import Crypto
import Foundation

/// A webhook: the notice as JSON (`oitcheck.notice/1`) by POST, signed where a secret is given.
///
/// Who receives it checks three things: that `X-Oitcheck-Signature` is `sha256=` and the HMAC-SHA256 (RFC 2104), in lower
/// hexadecimal, of the value of `X-Oitcheck-Timestamp`, a full stop and the body as it came, under the shared secret;
/// that the timestamp (seconds since 1970) is not older than a few minutes; that the `id` was not seen before.
struct WebhookMessenger: Messenger {
  private let address: Secret
  private let signing: Secret?
  private let means: MessengerMeans

  init?(_ channel: NotificationTarget.Channel, _ means: MessengerMeans) throws(ChannelFault) {
    guard case .webhook(let address, let signing) = channel else { return nil }
    self.address = try HTTPPost.usable(try means.secret(address))
    self.signing = if let signing { try means.secret(signing) } else { nil }
    self.means = means
  }

  func attempt(_ notice: AlarmNotice) async -> Attempt {
    do {
      let body = try Self.body(of: notice)
      var post = try HTTPPost(to: address, body: body)
      let timestamp = String(notice.sentAt.secondsSinceEpoch)
      post.fields = [
        ("X-Oitcheck-Id", Secret(NoticeKey.uuid(of: notice))), ("X-Oitcheck-Timestamp", Secret(timestamp)),
      ]
      if let signing {
        post.fields.append(("X-Oitcheck-Signature", Secret("sha256=" + Self.signature(timestamp, body, signing))))
      }
      switch await post.answer(by: means) {
      case .success(let head): return .reading(head)
      case .failure(let unanswered): return unanswered.attempt
      }
    } catch let fault as ChannelFault {
      return .failed(reason: fault.reason, isLasting: true)
    } catch {
      return .fault("เขียนข้อความเป็น JSON ไม่ได้", "the message cannot be written as JSON", isLasting: true)
    }
  }

  private static func signature(_ timestamp: String, _ body: [UInt8], _ secret: Secret) -> String {
    let key = SymmetricKey(data: Array(secret.value.utf8))
    return NoticeKey.hex(HMAC<SHA256>.authenticationCode(for: Array("\(timestamp).".utf8) + body, using: key))
  }

  private struct Body: Encodable {
    struct Site: Encodable {
      let name: String
      let url: String
    }

    var schema = "oitcheck.notice/1"
    let id: String
    let site: Site
    let sentAt: Timestamp
    let isAlarm: Bool
    let subject: String
    let body: String
    let message: AlarmMessage
  }

  private static func body(of notice: AlarmNotice) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = Body(
      id: notice.id, site: .init(name: notice.site.name, url: notice.site.url), sentAt: notice.sentAt,
      isAlarm: notice.message.isAlarm, subject: notice.subject, body: notice.body, message: notice.message)
    return Array(try encoder.encode(body))
  }
}
