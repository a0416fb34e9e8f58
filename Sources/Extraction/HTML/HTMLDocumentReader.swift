import AuditCore
import WebURL

/// Reads a web page: charset, tree, one walk.
enum HTMLDocumentReader {
  static func document(from bytes: [UInt8], contentType: String?, at url: WebURL) -> Document {
    var faults: [String] = []
    var body = bytes
    if body.count > PageLimits.bytes {
      body = Array(body.prefix(PageLimits.bytes))
      faults.append("cut at \(PageLimits.bytes >> 20) MB")
    }
    let charset = CharsetDecision(of: body, contentType: contentType)
    if let fault = charset.fault { faults.append(fault) }
    var text = charset.text(of: body)
    if MarkupGuard.clean(&text) { faults.append("a tag with more than \(PageLimits.attributes) attributes was cut") }
    var reader = PageReader()
    if let tree = HTMLTree(parsing: text) {
      faults += tree.faults
      reader.read(tree)
    }
    return reader.document(at: url, charset: charset, faults: faults)
  }
}
