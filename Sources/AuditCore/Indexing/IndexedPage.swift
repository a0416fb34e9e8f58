import WebURL

/// One address of the snapshot as judging sees it.
package struct IndexedPage: Sendable {
  package let url: WebURL
  /// The canonical address: what makes two addresses one page.
  package let key: String
  package let fetchedAt: Timestamp
  package internal(set) var condition: PageCondition
  package let document: Document?
  package let digest: ContentDigest?
  package let isOffSite: Bool
  /// Blocks of its own: what repeats on many pages (menu, footer) is taken off.
  package internal(set) var ownBlocks: [Block]
  /// Its links, as places in `SiteIndex.links`, in the order of the page.
  package internal(set) var links: [Int]
  /// Its `<title>` stands on many pages and says nothing of this one.
  package internal(set) var sharesTitle = false
  /// It advertises gambling: never evidence, and told to the owner.
  package internal(set) var isSpam = false
  /// Link texts of the shortest way from the home page; nil where no way leads there.
  package internal(set) var clickPath: [String]?

  /// The first heading of its own, else the title, else the first line; marks alone ("...") are none of them.
  package var heading: String {
    for block in ownBlocks.prefix(40) {
      if case .heading = block.kind, Self.speaks(block.text) { return block.text }
    }
    if !sharesTitle, let title = document?.title, Self.speaks(title) { return title }
    return ownBlocks.first { Self.speaks($0.text) }?.text ?? ""
  }

  /// Letters or digits: marks alone say nothing.
  static func speaks(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

/// A link of the site, kept once for all pages on which it stands with the same words around it.
package struct IndexedLink: Sendable {
  package let link: Link
  /// Canonical key of its target, nil for dead links.
  package let targetKey: String?
  /// The page it was first seen on.
  package let firstPage: Int
  /// On how many pages it stands.
  package internal(set) var occurrences: Int
  /// It stands on so many pages that it belongs to the site's menu or footer.
  package internal(set) var isChrome: Bool
}
