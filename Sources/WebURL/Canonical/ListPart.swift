/// Which part of a list an address shows, where a list is spread over numbered addresses: `/news.php?cat=7&page=5` is
/// part 5 of `/news.php?cat=7`, `/category/news/page/3/` part 3 of `/category/news/`.
package struct ListPart: Sendable, Hashable {
  /// The address without the number: the same for all parts of a list.
  package let list: String
  /// The number, of pages or of entries, in whatever way the site counts; 0 where the address names none.
  package let number: Int

  package init(shownAt url: WebURL) {
    var number: Int?
    func take(_ text: String?) -> Bool {
      guard number == nil, let text, (1...7).contains(text.utf8.count), let value = Int(text) else { return false }
      number = value
      return true
    }
    let pairs = url.queryPairs.filter { pair in
      !(FirstPage.names.contains(pair.name.lowercased()) && take(pair.value))
    }
    var segments = url.pathSegments
    if let place = segments.lastIndex(of: "page"), segments.indices.contains(place + 1), take(segments[place + 1]) {
      segments.removeSubrange(place...place + 1)
    }
    let query = pairs.map(\.serialised).joined(separator: "&")
    list = url.origin + "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)
    self.number = number ?? 0
  }
}
