import Archive
import AuditCore
import WebURL

/// Everything a reading depends on: the bytes, the address they stood at, how the server labelled them, whether they
/// are whole, and what converters made of them. Two deliveries with one key are one document.
struct ReadingKey: Hashable, Sendable {
  /// SHA-256.
  let bytes: [UInt8]

  init(_ delivery: Delivery, at url: WebURL) {
    var parts = KeyParts()
    parts.add(url.href)
    parts.add(delivery.digest.description)
    parts.add(delivery.fields["Content-Type"])
    parts.add(delivery.truncated)
    for conversion in delivery.conversions {
      parts.add(conversion.method.rawValue)
      parts.add(conversion.outcome.rawValue)
      parts.add(conversion.tool)
      parts.add(conversion.pageCount.map(String.init))
      parts.add(conversion.title)
      parts.add(conversion.member)
      parts.add(conversion.detail)
      parts.add("\(conversion.pages.count)")
      for page in conversion.pages { parts.add(page) }
    }
    bytes = WARCDigest(of: parts.bytes).bytes
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0.prefix(8))) }
  }
}

/// Texts behind one another, each with its length, so that no two lists give the same bytes.
private struct KeyParts {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String?) {
    guard let text else { return bytes.append(0) }
    bytes.append(1)
    withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text.utf8)
  }
}
