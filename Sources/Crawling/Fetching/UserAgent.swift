/// The name under which the crawl asks for pages: honest, with a way to reach whoever runs it.
package enum UserAgent {
  /// What robots.txt calls us (RFC 9309 §2.2.1).
  package static let productToken = "oitcheck"

  /// `oitcheck/1.0 (+https://…)`; the contact is an address or an e-mail, stripped of what cannot stand in a header.
  package static func text(version: String, contact: String?) -> String {
    let plain = (contact ?? "").unicodeScalars.filter {
      (0x21...0x7E).contains($0.value) && !"()".unicodeScalars.contains($0)
    }
    let contact = String(String.UnicodeScalarView(plain.prefix(200)))
    return "\(productToken)/\(version)" + (contact.isEmpty ? "" : " (+\(contact))")
  }
}
