import ThaiText

extension SiteIndex {
  /// What the home page calls itself: its title, else its first heading.
  package var homeTitle: String {
    guard let homePage else { return "" }
    let page = pages[homePage]
    if let title = page.document?.title, !title.isEmpty { return Quotation.of(title) }
    return Quotation.of(page.heading)
  }
}

/// Recognises which form of local body a site belongs to from what its home page calls itself.
package enum BodyTypeSigns {
  /// The key of the body type whose longest prefix stands in the home page's title or first blocks; nil where none.
  package static func bodyType(of index: SiteIndex, in vocabulary: Vocabulary) -> String? {
    guard let home = index.homePage else { return nil }
    let page = index.pages[home]
    let opening = [page.document?.title ?? ""] + (page.document?.blocks.prefix(30).map(\.text) ?? [])
    for text in opening where !text.isEmpty {
      let folded = ThaiFolding.fold(text)
      var best: (key: String, length: Int)?
      for type in vocabulary.bodyTypes {
        for prefix in type.prefixes.map({ ThaiFolding.fold($0) })
        where prefix.count >= 12 && prefix.count > best?.length ?? 0 && ByteSearch.contains(folded, prefix) {
          best = (type.key, prefix.count)
        }
      }
      if let best { return best.key }
    }
    return nil
  }
}
