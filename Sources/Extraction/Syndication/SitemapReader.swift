import AuditCore

/// Reads sitemaps (sitemaps.org 0.9: index, urlset, text; gzip or not) and feeds (RSS, RDF, Atom): whatever is well
/// formed in them. Namespaces may be wrong or missing; `loc` may be missing in an index.
package struct SitemapReader: SitemapParsing {
  package init() {}

  /// Unpacked bytes (the standard's own limit), and addresses.
  private static let byteLimit = 50 << 20
  private static let entryLimit = 50_000

  package func addresses(in bytes: [UInt8]) -> SitemapReading { Self.addresses(in: bytes) }

  package static func addresses(in bytes: [UInt8]) -> SitemapReading {
    var faults: [String] = []
    var body = bytes
    if GzipBody.isGzip(bytes) {
      let (content, fault) = GzipBody.unpack(bytes, limit: byteLimit)
      body = content
      if let fault { faults.append(fault) }
    }
    if body.count > byteLimit {
      body.removeSubrange(byteLimit...)
      faults.append("cut at \(byteLimit >> 20) MB")
    }
    let decision = CharsetDecision(of: body, contentType: nil, labels: .xml)
    let text = decision.text(of: body)
    let start = text.firstIndex { !$0.isMarkupSpace } ?? text.endIndex
    guard start < text.endIndex else { return SitemapReading(kind: .none, faults: faults + ["empty"]) }
    var reading = text[start] == UInt8(ascii: "<") ? xml(text[start...]) : lines(text[start...])
    reading.faults = faults + reading.faults
    return reading
  }

  /// One address a line (sitemaps.org "text file"); anything else makes it no sitemap.
  private static func lines(_ text: ArraySlice<UInt8>) -> SitemapReading {
    var reading = SitemapReading(kind: .none)
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where reading.entries.count < entryLimit {
      let address = String(decoding: line.prefix(4_096), as: UTF8.self).trimmed
      if address.hasPrefix("http://") || address.hasPrefix("https://") {
        reading.entries.append(SitemapReading.Entry(location: address))
      }
    }
    if !reading.entries.isEmpty { reading.kind = .text }
    return reading
  }

  private static func xml(_ text: ArraySlice<UInt8>) -> SitemapReading {
    guard var stream = XMLStream(text, charset: "UTF-8", isLenient: true) else {
      return SitemapReading(kind: .none, faults: ["not XML at all"])
    }
    var walk = SyndicationWalk(limit: entryLimit)
    while let event = stream.next() {
      switch event {
      case .start(let isEmpty):
        walk.start(
          stream.name, namespace: stream.namespace, href: stream.attribute("href"), rel: stream.attribute("rel"))
        if isEmpty { walk.end() }
      case .end: walk.end()
      case .text(let text): walk.text(text)
      }
      if walk.isFull { break }
    }
    var reading = walk.finish()
    if let fault = stream.fault { reading.faults.append(fault) }
    if walk.isFull { reading.faults.append("more than \(entryLimit) addresses: the rest was not read") }
    return reading
  }
}
