import AuditCore
import WebURL

/// What a host shows for an address that cannot exist, and the test whether another answer is the same page again
/// although a date or the address asked for differs.
struct MissingPage: Sendable {
  private let digest: ContentDigest
  private let title: String
  private let size: Int
  /// What its links say where they lead, as written: relative ones are the same wherever the page is shown.
  private let targets: Set<ExactText>

  init(_ delivery: Delivery, _ document: Document) {
    digest = delivery.digest
    title = document.title
    size = Self.size(of: document)
    targets = Set(document.links.map { ExactText($0.rawTarget) })
  }

  /// Whether it is shown under another address.
  ///
  /// Title and size alone do not tell: on many sites they are those of every page. A page that links to something of
  /// its own is one.
  func isShown(by delivery: Delivery, _ document: Document, at url: WebURL) -> Bool {
    if digest == delivery.digest { return true }
    guard title == document.title else { return false }
    let other = Self.size(of: document)
    guard abs(size - other) * 50 <= max(size, other) else { return false }
    let own = ByteText.decoded(url.path + (url.query.map { "?" + $0 } ?? ""))
    return document.links.allSatisfy {
      targets.contains(ExactText($0.rawTarget)) || Self.names(own, $0.rawTarget)
    }
  }

  /// Whether a link hands a decoded address on, to log in or to share: `?back=/news/7`.
  private static func names(_ address: String, _ target: String) -> Bool {
    guard let value = target.utf8.firstIndex(of: UInt8(ascii: "=")) else { return false }
    return ByteText.contains(ByteText.decoded(String(target[value...])), address)
  }

  /// Bytes of text.
  private static func size(of document: Document) -> Int {
    document.blocks.reduce(0) { $0 + $1.text.utf8.count }
  }
}
