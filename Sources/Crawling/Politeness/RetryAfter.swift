import AuditCore
import Foundation

/// The field by which a server says when to come again (RFC 9110 §10.2.3): seconds, or a date.
package enum RetryAfter {
  /// The wait from `now`, nil where the field is absent or makes no sense.
  package static func wait(_ fields: [HTTPField], now: Timestamp) -> Duration? {
    guard let value = fields["Retry-After"]?.trimmingCharacters(in: .whitespaces), value.utf8.count <= 40 else {
      return nil
    }
    if let seconds = Int(value) { return seconds >= 0 ? .seconds(min(seconds, 86_400)) : nil }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    guard let date = format.date(from: value) else { return nil }
    return .seconds(min(max(0, Int(date.timeIntervalSince1970) - now.secondsSinceEpoch), 86_400))
  }
}
