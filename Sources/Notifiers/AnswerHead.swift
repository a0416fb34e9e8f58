/// Status and `Retry-After` of an HTTP answer (RFC 9110 §15, §10.2.3); the rest of it is no concern of a sender.
struct AnswerHead: Sendable, Hashable {
  let status: Int
  /// Where it is given in seconds; a date is left to the plan.
  let retryAfter: Duration?

  /// Nil until the head is whole. Heads of interim answers (1xx) are passed over.
  init?(reading bytes: [UInt8]) {
    var rest = bytes[...]
    while let end = Self.end(of: rest) {
      let lines = String(decoding: rest[..<end], as: UTF8.self).split(whereSeparator: \.isNewline)
      rest = rest[end...].dropFirst(4)
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]), (100...599).contains(status)
      else { return nil }
      if status < 200 { continue }
      self.status = status
      retryAfter = lines.dropFirst().lazy.compactMap(Self.seconds).first.map { .seconds($0) }
      return
    }
    return nil
  }

  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    let mark = [UInt8]("\r\n\r\n".utf8)
    guard bytes.count >= mark.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).first { bytes[$0...].starts(with: mark) }
  }

  private static func seconds(_ line: Substring) -> Int? {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "retry-after" else { return nil }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    guard let seconds = Int(value), (0...86_400).contains(seconds) else { return nil }
    return seconds
  }
}

extension Attempt {
  /// What a status means for a message (RFC 9110 §15).
  static func reading(_ head: AnswerHead) -> Attempt {
    let code = head.status
    return switch code {
    case 200..<300: .delivered
    case 300..<400:
      fault(
        "ปลายทางย้ายที่อยู่แล้ว (\(code)) ให้ใส่ที่อยู่ใหม่", "the address has moved (\(code)): name the new one",
        isLasting: true)
    case 408, 425, 429, 500...:
      fault("ปลายทางยังรับไม่ได้ (\(code))", "the server does not take it now (\(code))", wait: head.retryAfter)
    case 401, 403: fault("ปลายทางไม่ยอมรับค่าลับ (\(code))", "the server refuses the secret (\(code))", isLasting: true)
    default: fault("ปลายทางปฏิเสธข้อความ (\(code))", "the server refuses the message (\(code))", isLasting: true)
    }
  }
}
