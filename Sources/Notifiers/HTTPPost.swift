import AuditCore
import Programs
import WebURL

/// One POST of a JSON body. Redirects are not followed; of the answer only the head is read.
struct HTTPPost {
  let address: Secret
  let body: [UInt8]
  var fields: [(name: String, value: Secret)] = []

  /// - Throws: what is no http or https address.
  init(to address: Secret, body: [UInt8]) throws(ChannelFault) {
    self.address = try Self.usable(address)
    self.body = body
  }

  /// The address in the form that goes on the wire.
  static func usable(_ address: Secret) throws(ChannelFault) -> Secret {
    guard let url = WebURL(parsing: address.value), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false
    else { throw ChannelFault("ที่อยู่ปลายทางต้องเป็น http หรือ https", "its address is no http or https address") }
    return Secret(url.withoutFragment.href)
  }

  /// The head of the answer, or why there is none.
  func answer(by means: MessengerMeans) async -> Result<AnswerHead, Unanswered> {
    var configuration = CurlConfiguration()
    for option in ["include", "http1.1"] { configuration.set(option) }
    configuration.set("proto", "=http,https")
    configuration.set("url", address.value)
    configuration.set("data-binary", "@\(CurlRun.fileName)")
    configuration.set("header", "Content-Type: application/json")
    configuration.set("header", "Expect:")
    configuration.set("user-agent", "oitcheck")
    for field in fields { configuration.set("header", "\(field.name): \(field.value.value)") }
    let outcome = await CurlRun(means: means).outcome(of: configuration, sending: body) {
      AnswerHead(reading: $0) == nil ? nil : false
    }
    guard let head = outcome.flatMap({ AnswerHead(reading: $0.output) }) else {
      if case .tooMuchOutput = outcome?.end {
        return .failure(Unanswered(attempt: .fault("คำตอบของปลายทางยาวเกินไป", "the answer is too long")))
      }
      if case .exited(code: 0) = outcome?.end {
        return .failure(Unanswered(attempt: .fault("คำตอบของปลายทางอ่านไม่ได้", "the answer is no HTTP")))
      }
      return .failure(Unanswered(attempt: .failure(of: outcome)))
    }
    return .success(head)
  }
}

/// Why a POST has no answer.
struct Unanswered: Error {
  let attempt: Attempt
}
