import AuditCore

/// Follows the elements of a sitemap or feed and gathers its entries.
struct SyndicationWalk {
  private var kind = SitemapReading.Kind.none
  private var path: [String] = []
  private var entries: [SitemapReading.Entry] = []
  private var title = ""
  private var gathered = ""
  private var entry: Fields?
  private let limit: Int

  private struct Fields {
    var depth: Int
    var locations: [String] = []
    var loose = ""
    var guid = ""
    var date: String?
    var title = ""
  }

  var isFull: Bool { entries.count >= limit }

  init(limit: Int) { self.limit = limit }

  mutating func start(_ name: String, namespace: String, href: String?, rel: String?) {
    let foreign = ["image", "video", "xhtml", "news", "media", "XInclude"].contains { namespace.contains($0) }
    path.append(foreign ? ":" + name : name)
    if path.count == 1 {
      kind =
        switch name {
        case "sitemapindex": .index
        case "urlset": .urlset
        case "rss", "RDF": .rss
        case "feed": .atom
        default: .none
        }
    }
    if ["url", "sitemap", "item", "entry"].contains(path[path.count - 1]), entry == nil {
      entry = Fields(depth: path.count)
    }
    if name == "link", kind == .atom, let href, rel == nil || rel == "alternate", entry?.locations.isEmpty ?? false {
      entry?.locations.append(href.cleanedLocation)
    }
    gathered = ""
  }

  mutating func text(_ text: String) {
    guard gathered.utf8.count < 8_192 else { return }
    gathered += text
    if let entry, path.count == entry.depth, kind == .index, entry.loose.utf8.count < 8_192 {
      self.entry?.loose += text
    }
  }

  mutating func end() {
    guard let name = path.popLast() else { return }
    let value = gathered.cleanedLocation
    gathered = ""
    guard entry != nil else {
      if name == "title", title.isEmpty { title = value.cut(toBytes: 500) }
      return
    }
    switch name {
    case "loc": if !value.isEmpty { entry?.locations.append(value) }
    case "link": if kind == .rss, !value.isEmpty { entry?.locations.append(value) }
    case "guid", "id": entry?.guid = value
    case "lastmod", "pubDate", "updated", "date": entry?.date = value.cut(toBytes: 80)
    case "title": entry?.title = value.cut(toBytes: 500)
    default: break
    }
    if let fields = entry, path.count < fields.depth { close(fields) }
  }

  private mutating func close(_ fields: Fields) {
    entry = nil
    var locations = fields.locations
    if locations.isEmpty {
      let substitute = kind == .index ? fields.loose.cleanedLocation : kind == .urlset ? "" : fields.guid
      if substitute.hasPrefix("http") { locations = [substitute] }
    }
    for location in locations where !isFull {
      entries.append(SitemapReading.Entry(location: location, lastModified: fields.date, title: fields.title))
    }
  }

  /// What was gathered; an entry that the file breaks off in counts with what it has.
  mutating func finish() -> SitemapReading {
    if path.last == "loc", entry != nil, !gathered.cleanedLocation.isEmpty {
      entry?.locations.append(gathered.cleanedLocation)
    }
    if let fields = entry { close(fields) }
    return SitemapReading(kind: kind, title: title, entries: entries)
  }
}

extension String {
  /// Without white space at both ends, that of Unicode included.
  var cleanedLocation: String {
    let scalars = unicodeScalars
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value <= 0x20 || scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
