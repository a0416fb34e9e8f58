import AuditCore

/// The links of a page while it is read. What stands around a link is known only when the elements around it end:
/// until then it waits.
struct PageLinks {
  private(set) var links: [Link] = []
  /// Links whose item is not known yet, in order, with how many elements they have looked at.
  private var waiting: [(link: Int, climbs: Int)] = []
  private(set) var isFull = false

  var count: Int { links.count }

  /// Begins a link; nil when the page has too many.
  mutating func open(_ link: Link) -> Int? {
    guard links.count < PageLimits.links else {
      isFull = true
      return nil
    }
    links.append(link)
    return links.count - 1
  }

  /// Ends a link with its words. A link that leads nowhere and says nothing is dropped.
  mutating func close(_ link: Int, text: String, label: String) {
    links[link].text = text
    links[link].label = label
    if links[link].kind == .dead, text.isEmpty, label.isEmpty, link == links.count - 1 {
      links.removeLast()
      return
    }
    waiting.append((link, 0))
  }

  /// Gives the links that wait since an element began the item that the element is.
  mutating func settleItem(_ text: String, since firstLink: Int) {
    while let last = waiting.last, last.link >= firstLink {
      links[last.link].item = text
      waiting.removeLast()
    }
  }

  /// An element ended that tells nothing more than its links: they look further up, but not for ever.
  mutating func climb(since firstLink: Int) {
    var at = waiting.count
    while at > 0, waiting[at - 1].link >= firstLink {
      at -= 1
      waiting[at].climbs += 1
      if waiting[at].climbs > 6 { waiting.remove(at: at) }
    }
  }

  /// All links. A label that leads nowhere is none when the link right after it has no words of its own: it is the
  /// name of that one ("3.1 รายงาน" and an icon).
  func finished() -> [Link] {
    links.indices.compactMap { at in
      let link = links[at]
      guard link.kind == .dead, at + 1 < links.count else { return link }
      let next = links[at + 1]
      let isName =
        next.kind != .dead && next.text.isEmpty && link.text.utf8.reversed().starts(with: next.before.utf8.reversed())
      return isName && !next.before.isEmpty ? nil : link
    }
  }

  func hasWaiting(since firstLink: Int) -> Bool { waiting.last.map { $0.link >= firstLink } ?? false }

  mutating func setRow(_ cells: [String], since firstLink: Int) {
    for link in firstLink..<max(firstLink, links.count) where links[link].row.isEmpty { links[link].row = cells }
  }

  /// Takes back links without an address at the end: they turned out to be what opens a submenu.
  mutating func dropTogglers(since firstLink: Int) {
    while let last = links.last, links.count > firstLink,
      last.kind == .dead || last.kind == .script && !LinkResolution.isAddress(last.rawTarget)
    {
      links.removeLast()
      while let last = waiting.last, last.link >= links.count { waiting.removeLast() }
    }
  }
}
