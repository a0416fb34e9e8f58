import AuditCore

/// Reads plain text: charset, then lines.
enum PlainTextReader {
  private static let byteLimit = 4 << 20

  static func document(from bytes: [UInt8], type: MediaType, contentType: String?) -> Document {
    let body = bytes.count > byteLimit ? Array(bytes.prefix(byteLimit)) : bytes
    let charset = CharsetDecision(of: body, contentType: contentType, labels: .none)
    let text = String(decoding: charset.text(of: body), as: UTF8.self)
    var document = Document(mediaType: type, blocks: TextLines.blocks(of: text), charset: charset.description)
    if let fault = charset.fault { document.faults.append(fault) }
    if body.count < bytes.count { document.faults.append("cut at \(byteLimit >> 20) MB") }
    if document.blocks.isEmpty { document.readability = .unreadable(.noText, detail: "the file holds no text") }
    return document
  }
}
