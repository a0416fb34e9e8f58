import AuditCore
import WebURL

/// Turns a body into a document by what it is: its first bytes before its label before the ending of its address.
package struct DocumentExtractor: Extractor {
  package init() {}

  package func document(from delivery: Delivery, at url: WebURL) -> Document {
    let contentType = delivery.fields["Content-Type"]
    let type = MediaTypeSniffer.type(of: delivery.body, contentType: contentType, path: url.path)
    guard delivery.body.contains(where: { !$0.isMarkupSpace }) else {
      return Document(mediaType: type, readability: .unopenable(detail: "the body is empty"))
    }
    var document = read(delivery, as: type, contentType, at: url)
    if let cause = delivery.truncated { document.faults.append("received only in part (\(cause))") }
    return document
  }

  private func read(_ delivery: Delivery, as type: MediaType, _ contentType: String?, at url: WebURL) -> Document {
    let body = delivery.body
    if OldOfficeSigns.isLockedPackage(body) {
      return Document(mediaType: type, readability: .unopenable(detail: "locked with a password"))
    }
    switch type {
    case .html: return page(delivery, contentType, at: url)
    case .plainText, .json: return PlainTextReader.document(from: body, type: type, contentType: contentType)
    case .csv: return CSVReader.document(from: body, contentType: contentType)
    case .feed, .sitemap, .xml: return FeedReader.document(from: body, type: type, at: url)
    case .gzip: return FeedReader.document(from: body, type: .gzip, at: url)
    case .docx, .xlsx, .pptx, .odt, .ods: return OfficeDocumentReader.document(from: body, type: type, at: url)
    case .zip: return ZipListingReader.document(from: delivery, at: url)
    case .pdf, .doc, .xls, .ppt: return converted(delivery, type)
    case .image, .rar, .audioVideo, .script, .style, .binary:
      if !delivery.conversions.isEmpty { return ConvertedText.document(of: type, from: delivery.conversions) }
      return Document(mediaType: type, readability: unread(type))
    }
  }

  /// A page as it was delivered, or as a browser showed it where only script fills it.
  private func page(_ delivery: Delivery, _ contentType: String?, at url: WebURL) -> Document {
    if let rendered = delivery.renderedPage {
      return HTMLDocumentReader.document(from: Array(rendered.utf8), contentType: "text/html; charset=utf-8", at: url)
    }
    var document = HTMLDocumentReader.document(from: delivery.body, contentType: contentType, at: url)
    if let attempt = delivery.conversions.last(where: { $0.method == .rendered }) {
      document.faults.append("could not be rendered: \(attempt.tool) \(attempt.detail ?? attempt.outcome.rawValue)")
    }
    return document
  }

  private func converted(_ delivery: Delivery, _ type: MediaType) -> Document {
    if type == .pdf, !MediaTypeSniffer.isPDF(delivery.body) {
      return Document(mediaType: type, readability: .unopenable(detail: "said to be a PDF, but it is none"))
    }
    return ConvertedText.document(of: type, from: delivery.conversions)
  }

  private func unread(_ type: MediaType) -> Readability {
    switch type {
    case .rar: .unreadable(.noTool, detail: "RAR archives are not opened")
    case .image: .unreadable(.noText, detail: "an image")
    case .audioVideo: .unreadable(.noText, detail: "sound or video")
    default: .unreadable(.noText, detail: "a file that holds no text for people")
    }
  }
}
