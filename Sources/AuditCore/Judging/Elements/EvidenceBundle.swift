import WebURL

/// The pages and documents that together disclose one item: elements may be spread over several files.
struct EvidenceBundle: Sendable {
  struct Part: Sendable {
    let page: Int
    let text: JudgedText
    let document: Document
    /// Its own links, the site's frame taken off.
    let links: [Link]
  }

  var parts: [Part]

  /// Whether letters may be lost or misread in some part: absence then proves less.
  var isDamaged: Bool { parts.contains { $0.document.readability == .damaged } }
}

/// What looking for one element came to.
enum ElementOutcome: Sendable, Hashable {
  case found(page: Int, quote: String)
  case missing
  /// The criterion asks for it and it cannot be seen from outside.
  case cannotCheck

  var isFound: Bool { if case .found = self { true } else { false } }
}
