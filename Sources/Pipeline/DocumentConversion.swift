import AuditCore
import Extraction
import WebURL

/// Runs the converters that a delivered document needs, at record or import time.
package struct DocumentConversion: Sendable {
  private let converters: [any Converter]

  package init(converters: [any Converter]) {
    self.converters = converters
  }

  /// Whether a delivery is for a converter at all, and not read before.
  func isNeeded(for delivery: Delivery, at url: WebURL) -> Bool {
    let isRead = !delivery.conversions.isEmpty && delivery.conversions.allSatisfy(\.isLasting)
    let type = DocumentExtractor.mediaType(of: delivery, at: url)
    return !isRead && converters.contains { $0.mediaTypes.contains(type) }
  }

  /// What the first converter that takes on the type made of it; empty for what Extraction reads itself.
  package func conversions(
    of delivery: Delivery, at url: WebURL, effort: ReadingEffort = .pictures
  ) async -> [Conversion] {
    let type = DocumentExtractor.mediaType(of: delivery, at: url)
    for converter in converters where converter.mediaTypes.contains(type) {
      return await converter.convert(delivery.body, as: type, effort: effort)
    }
    return []
  }
}

extension Conversion {
  /// Whether another attempt on another night, by the same programs, would give the same.
  fileprivate var isLasting: Bool { outcome != .noTool && outcome != .notTried }
}
