import AuditCore
import WebURL

extension DocumentExtractor {
  /// What a body is, by its first bytes, its label and the ending of its address; what converters are chosen by.
  package static func mediaType(of delivery: Delivery, at url: WebURL) -> MediaType {
    MediaTypeSniffer.type(of: delivery.body, contentType: delivery.fields["Content-Type"], path: url.path)
  }
}
