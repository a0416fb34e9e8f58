import AuditCore
import Foundation

/// A push message of the LINE Messaging API to a user, a group or a room: `POST /v2/bot/message/push`, with a retry key
/// of the notice, so that a try after a lost answer is not shown twice.
struct LineMessenger: Messenger {
  /// UTF-16 code units in one text message.
  private static let longest = 5_000
  private static let path = "/v2/bot/message/push"
  private let address: Secret
  private let token: Secret
  private let receiver: Secret
  private let means: MessengerMeans

  init?(_ channel: NotificationTarget.Channel, _ means: MessengerMeans) throws(ChannelFault) {
    guard case .line(let token, let receiver, let endpoint) = channel else { return nil }
    var base = endpoint ?? "https://api.line.me"
    if base.hasSuffix("/") { base.removeLast() }
    address = try HTTPPost.usable(Secret(base.hasSuffix(Self.path) ? base : base + Self.path))
    self.token = try means.secret(token)
    self.receiver = try means.secret(receiver)
    self.means = means
  }

  func attempt(_ notice: AlarmNotice) async -> Attempt {
    do {
      let push = Push(to: receiver.value, messages: [.init(text: Self.text(of: notice))])
      var post = try HTTPPost(to: address, body: Array(try JSONEncoder().encode(push)))
      post.fields = [
        ("Authorization", Secret("Bearer " + token.value)), ("X-Line-Retry-Key", Secret(NoticeKey.uuid(of: notice))),
      ]
      switch await post.answer(by: means) {
      // An earlier try with this key was taken, and only its answer was lost.
      case .success(let head) where head.status == 409: return .delivered
      case .success(let head): return .reading(head)
      case .failure(let unanswered): return unanswered.attempt
      }
    } catch let fault as ChannelFault {
      return .failed(reason: fault.reason, isLasting: true)
    } catch {
      return .fault("เขียนข้อความเป็น JSON ไม่ได้", "the message cannot be written as JSON", isLasting: true)
    }
  }

  private struct Push: Encodable {
    struct Text: Encodable {
      var type = "text"
      let text: String
    }

    let to: String
    let messages: [Text]
  }

  /// Subject and body, cut between letters where they are too long.
  private static func text(of notice: AlarmNotice) -> String {
    let whole = "\(notice.subject)\n\n\(notice.body)"
    guard whole.utf16.count > longest else { return whole }
    var (text, length) = ("", 0)
    for letter in whole {
      length += letter.utf16.count
      guard length < longest else { break }
      text.append(letter)
    }
    return text + "…"
  }
}
