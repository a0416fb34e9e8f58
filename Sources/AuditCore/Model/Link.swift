import WebURL

/// A way from one page to another, with everything on the page that says what it leads to.
/// On Thai sites the link's own text is often only "เปิด": the row, the words before it and the heading above count.
package struct Link: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    case anchor, area, frame, embed, refresh, script, form, canonical, alternate
    /// Named on the page as a text, with no address behind it (`href="#"`, `javascript:void(0)`).
    case dead
  }

  package var kind: Kind
  /// Resolved against the page's base; nil for `dead` and for addresses that do not parse.
  package var target: WebURL?
  /// The attribute as written, bounded.
  package var rawTarget: String
  /// Text of the link itself (alt of an image inside it included).
  package var text: String
  /// title, aria-label and alt, joined.
  package var label: String
  /// Cells of the table row it stands in, the link's own cell included.
  package var row: [String]
  /// Text of the list item or paragraph it stands in, the link's own text included; bounded.
  package var item: String
  /// Text directly before it (a `<span>`, a heading-like line), where its own text is generic.
  package var before: String
  /// Headings above it, outermost first; captions, accordion buttons and tab titles count.
  package var headings: [String]
  /// The labels of the menu entries it stands under ("แผนงาน › แผนจัดซื้อ"), outermost first.
  package var menuPath: [String]
  package var region: Region
  /// Tag names with classes from the body down, e.g. `body/div.menu/ul/li/a`: what the crawl learns from.
  package var domPath: String
  /// One-based line in the source.
  package var line: Int
  package var noFollow: Bool

  package init(
    kind: Kind = .anchor, target: WebURL?, rawTarget: String = "", text: String, label: String = "",
    row: [String] = [], item: String = "", before: String = "", headings: [String] = [], menuPath: [String] = [],
    region: Region = .main, domPath: String = "", line: Int = 0, noFollow: Bool = false
  ) {
    self.kind = kind
    self.target = target
    self.rawTarget = rawTarget
    self.text = text
    self.label = label
    self.row = row
    self.item = item
    self.before = before
    self.headings = headings
    self.menuPath = menuPath
    self.region = region
    self.domPath = domPath
    self.line = line
    self.noFollow = noFollow
  }
}
