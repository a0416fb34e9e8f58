import WebURL

/// How far looking at a declared address goes beyond it: the documents that its page links for the item, and nothing
/// behind those. An assessor who opens the address sees the page and clicks what is on it.
package struct DeclaredReach: Sendable {
  private let recognizer: any TopicRecognizer
  /// Links of the site's frame, which stand on its home page in the same place: a menu proves nothing of the page.
  private let frame: Set<FrameLink>
  private let home: WebURL

  /// Addresses opened from one declared page.
  package static let mostLinks = 16
  /// More files without a name of their own than this, and the page is a list of something else.
  private static let mostAttachments = 40
  private static let namesIt = 0.5

  private struct FrameLink: Hashable {
    let target: String
    let text: String
    let place: String
  }

  /// - Parameter homePage: the document of the site's home page, nil where it could not be had.
  package init(recognizer: any TopicRecognizer, home: WebURL, homePage: Document?) {
    self.recognizer = recognizer
    self.home = home
    frame = Set((homePage?.links ?? []).map(Self.place))
  }

  private static func place(of link: Link) -> FrameLink {
    FrameLink(target: link.target?.withoutFragment.href ?? link.rawTarget, text: link.text, place: link.domPath)
  }

  /// The addresses on a page that belong to what it declares for an item: what stands in its frames, links that name
  /// the item, and files that say nothing of their own ("ดาวน์โหลด").
  package func addresses(on document: Document, at url: WebURL, for item: ItemRule) -> [WebURL] {
    guard document.mediaType == .html else { return [] }
    var framed: [WebURL] = []
    var named: [WebURL] = []
    var attached: [WebURL] = []
    let title = document.blocks.first { if case .heading = $0.kind { true } else { false } }?.text ?? document.title
    let year = [title, document.title].lazy.compactMap { ItemNumbering.year(in: $0) }.first
    for link in document.links where isOwn(link, of: url) {
      guard let target = link.target?.withoutFragment, target.isHTTP, target != url else { continue }
      switch link.kind {
      case .frame, .embed, .refresh: framed.append(target)
      case .anchor, .area, .script:
        guard link.region == .main || link.region == .aside else { continue }
        let topics = recognizer.topics(of: mention(of: link, title: title, year: year))
        if let best = topics.first, best.confidence >= Self.namesIt {
          if item.concepts.contains(best.concept) { named.append(target) }
        } else if Self.isFile(target) {
          attached.append(target)
        }
      case .form, .canonical, .alternate, .dead: continue
      }
    }
    if attached.count > Self.mostAttachments { attached = [] }
    var seen: Set<WebURL> = []
    return Array((framed + named + attached).filter { seen.insert($0).inserted }.prefix(Self.mostLinks))
  }

  /// Whether a link is the page's own and not part of the site's frame.
  func isOwn(_ link: Link, of page: WebURL) -> Bool {
    page == home || !frame.contains(Self.place(of: link))
  }

  private func mention(of link: Link, title: String, year: Int?) -> Mention {
    Mention(
      text: link.text, label: link.label, surroundings: link.row + [link.before, link.item].filter { !$0.isEmpty },
      headings: link.headings, menuPath: link.menuPath, address: link.target.map { decodedForDisplay($0) },
      fileName: link.target.flatMap { $0.pathSegments.last }, pageTitle: title, numberingYear: year,
      region: link.region)
  }

  private static let fileEndings = [
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".csv", ".zip", ".rar", ".rtf",
  ]

  private static func isFile(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    return fileEndings.contains { path.hasSuffix($0) }
  }
}
