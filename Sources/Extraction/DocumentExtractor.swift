import AuditCore
import WebURL

/// Turns a body into a document by what it is.
package struct DocumentExtractor: Extractor {
  package init() {}

  package func document(from delivery: Delivery, at url: WebURL) -> Document {
    HTMLDocumentReader.document(from: delivery.body, contentType: delivery.fields["Content-Type"], at: url)
  }
}
