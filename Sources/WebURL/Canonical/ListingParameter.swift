/// Parameters by which a visitor rearranges a list: its order, its direction, its dress, its length. A list of ten
/// columns can be had in hundreds of arrangements, all with the same entries.
///
/// The names alone say little (`sort=3` is a category on some sites, `dir=files/2566` a folder, `order=1204` an
/// order, `view=article` the page itself), so every value must be one that only a list has.
enum ListingParameter {
  private static let orderNames: Set<String> = [
    "sort", "sortby", "sort_by", "sort-by", "sortfield", "sort_field", "order", "orderby", "order_by", "order-by",
    "ordering", "filter_order",
  ]
  private static let directionNames: Set<String> = [
    "dir", "direction", "sortdir", "sort_dir", "sortorder", "sort_order", "sortdirection", "orderdir", "order_dir",
    "ordertype", "filter_order_dir", "sorttype", "sort_type",
  ]
  private static let directions: Set<String> = ["asc", "desc", "ascending", "descending"]
  private static let dresses: Set<String> = ["grid", "table", "card", "cards", "tile", "tiles", "thumbs", "thumbnails"]
  private static let lengthNames: Set<String> = [
    "per", "perpage", "per_page", "per-page", "pagesize", "page_size", "rows_per_page",
  ]
  /// What columns of lists are called.
  private static let columns: Set<String> = [
    "date", "time", "title", "name", "price", "amount", "budget", "dept", "department", "id", "hits", "views", "view",
    "read", "created", "modified", "updated", "published", "publish", "popular", "popularity", "latest", "newest",
    "oldest", "recent", "size", "type", "author", "rating", "votes", "downloads", "download", "alpha", "ordering",
    "subject", "topic", "rank", "random", "random_order", "no", "number", "year",
  ]
  private static let positions: Set<String> = ["page", "paged", "p", "pg", "start", "offset", "limitstart"]

  private static let dressNames: Set<String> = ["view", "layout", "display", "viewmode", "view_mode"]
  static let names = orderNames.union(directionNames).union(dressNames).union(lengthNames)

  /// The pairs without those that only rearrange.
  static func removed(from pairs: [QueryPair]) -> [QueryPair] {
    let isSorted = pairs.contains(where: isDirection)
    let isLaterPart = pairs.contains { pair in
      positions.contains(pair.name.lowercased()) && !["0", "1", "", nil].contains(pair.value)
    }
    return pairs.filter { pair in
      !(isDirection(pair) || isOrder(pair, isSorted: isSorted) || isDress(pair)
        || isLength(pair) && !isLaterPart)
    }
  }

  private static func isDirection(_ pair: QueryPair) -> Bool {
    let name = pair.name.lowercased()
    guard directionNames.contains(name) || orderNames.contains(name), let value = pair.value?.lowercased() else {
      return false
    }
    return directions.contains(value)
  }

  /// A column by its name, or by any word when a direction stands beside it (`sort=col2&order=asc`).
  private static func isOrder(_ pair: QueryPair, isSorted: Bool) -> Bool {
    guard orderNames.contains(pair.name.lowercased()), let value = pair.value?.lowercased().utf8 else { return false }
    guard (1...32).contains(value.count), value.allSatisfy({ $0.isUnreserved }) else { return false }
    if isSorted { return true }
    let words = value.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    return words.contains { columns.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private static func isDress(_ pair: QueryPair) -> Bool {
    guard let value = pair.value?.lowercased() else { return false }
    return dressNames.contains(pair.name.lowercased()) && dresses.contains(value)
  }

  /// How many entries a page shows. Kept on later pages, where it decides which entries those are.
  private static func isLength(_ pair: QueryPair) -> Bool {
    guard lengthNames.contains(pair.name.lowercased()), let value = pair.value?.utf8 else { return false }
    return (1...4).contains(value.count) && value.allSatisfy(\.isASCIIDigit)
  }
}
