import AuditCore
import Extraction
import WebURL

/// Runs the converters that a delivered document needs, at record or import time.
package struct DocumentConversion: Sendable {
  private let converters: [any Converter]

  package init(converters: [any Converter]) {
    self.converters = converters
  }

  /// What the first converter that takes on the type made of it; empty for what Extraction reads itself.
  package func conversions(of delivery: Delivery, at url: WebURL) async -> [Conversion] {
    let type = DocumentExtractor.mediaType(of: delivery, at: url)
    for converter in converters where converter.mediaTypes.contains(type) {
      return await converter.convert(delivery.body, as: type)
    }
    return []
  }
}
