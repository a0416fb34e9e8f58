import AuditCore
import WebURL

/// A feed or sitemap as a document: its title, and a link for each entry.
enum FeedReader {
  static func document(from bytes: [UInt8], type: MediaType, at url: WebURL) -> Document {
    let reading = SitemapReader.addresses(in: bytes)
    var document = Document(mediaType: type, title: reading.title, charset: "", faults: reading.faults)
    for entry in reading.entries.prefix(PageLimits.links) {
      if !entry.title.isEmpty { document.blocks.append(Block(kind: .heading(level: 3), text: entry.title)) }
      let target = WebURL(parsing: entry.location, relativeTo: url)
      document.links.append(Link(target: target, rawTarget: entry.location, text: entry.title))
    }
    if reading.kind == .none, document.links.isEmpty {
      document.readability = .unreadable(.noText, detail: "neither a feed nor a sitemap")
    }
    return document
  }
}
