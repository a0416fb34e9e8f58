import WebURL

/// The shortest way of clicks from the home page to every page, breadth first, ties by the order of the page:
/// what an officer writes down as "where on the site".
struct ClickPaths {
  private var cameFrom: [Int: (page: Int, link: Int)] = [:]
  private let pages: [IndexedPage]
  private let links: [IndexedLink]
  private let home: Int?

  init(
    pages: [IndexedPage], links: [IndexedLink], pageByKey: [String: Int], home: Int?, key: (WebURL) -> String
  ) {
    self.pages = pages
    self.links = links
    self.home = home
    guard let home else { return }
    var queue = [home]
    var head = 0
    var seen: Set<Int> = [home]
    while head < queue.count {
      let at = queue[head]
      head += 1
      if case .redirect(let target) = pages[at].condition, let target {
        if let next = pageByKey[key(target)], seen.insert(next).inserted {
          cameFrom[next] = (at, -1)
          queue.append(next)
        }
        continue
      }
      for link in pages[at].links {
        guard let key = links[link].targetKey, let next = pageByKey[key], seen.insert(next).inserted else { continue }
        cameFrom[next] = (at, link)
        queue.append(next)
      }
    }
  }

  /// Labels from the home page to a page, or nil where no way of links leads there.
  func labels(to page: Int) -> [String]? {
    guard let home else { return nil }
    var labels: [String] = []
    var at = page
    while at != home {
      guard let (from, link) = cameFrom[at], labels.count < 20 else { return nil }
      if link >= 0 { labels.append(Self.label(of: links[link].link)) }
      at = from
    }
    return ["หน้าหลัก"] + labels.reversed()
  }

  /// What a visitor reads on the link: its text, else its label, else the row or words beside it.
  static func label(of link: Link) -> String {
    for text in [link.text, link.label, link.before, link.item, link.row.joined(separator: " | ")]
    where !text.isEmpty {
      return String(text.prefix(120))
    }
    return link.target.map(\.href) ?? link.rawTarget
  }
}
