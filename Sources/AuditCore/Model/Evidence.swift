/// A quotation that carries a verdict: what was read, where it stands, when, and the hash of the bytes.
package struct Evidence: Sendable, Codable, Hashable {
  package var url: String
  /// Link texts from the home page to it; empty where no way of links leads there (only a sitemap knew it).
  package var clickPath: [String]
  package var quote: String
  /// The element that the quotation proves, nil for the disclosure as a whole.
  package var element: String?
  package var mediaType: String
  package var sha256: String
  package var fetchedAt: String

  package init(
    url: String, clickPath: [String], quote: String, element: String? = nil, mediaType: String, sha256: String,
    fetchedAt: String
  ) {
    self.url = url
    self.clickPath = clickPath
    self.quote = quote
    self.element = element
    self.mediaType = mediaType
    self.sha256 = sha256
    self.fetchedAt = fetchedAt
  }
}

/// Something that looked like the item and fell short, with the reason.
package struct NearMiss: Sendable, Codable, Hashable {
  package var url: String
  package var quote: String
  package var why: String

  package init(url: String, quote: String, why: String) {
    self.url = url
    self.quote = quote
    self.why = why
  }
}

/// Something about the site that is not an item's verdict but that its owner wants to know.
package struct Finding: Sendable, Codable, Hashable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case tls, privacy, spam, robots, canonical, document, archive, charset
    case vendorHost = "vendor-host"
    case offSite = "off-site"
    case declaredList = "declared-list"
  }

  package var kind: Kind
  package var url: String
  package var detail: String

  package init(kind: Kind, url: String, detail: String) {
    self.kind = kind
    self.url = url
    self.detail = detail
  }
}
