/// How much of one web page is read. Every limit that cut something is told in the document's faults.
enum PageLimits {
  /// Bytes of HTML.
  static let bytes = 2 << 20
  /// Elements below each other. Parsing costs time in proportion to it for every stray end tag.
  static let nesting = 3_200
  static let elements = 200_000
  static let links = 20_000
  static let pictures = 2_000
  static let forms = 200
  /// Attributes of one tag; libxml2 compares each with all before it.
  static let attributes = 200
  /// Bytes of a link's own text, of the item around it, of the words before it, of a heading, of a cell.
  static let linkText = 900
  static let itemText = 900
  /// Links of one item; what holds more is a list.
  static let linksOfItem = 8
  static let beforeText = 600
  static let headingText = 600
  /// A text that only looks like a heading is a short one.
  static let shortText = 480
  static let cellText = 1_500
  /// A cell that holds more text lays out the page instead of holding data.
  static let layoutText = 6_000
  static let menuLabel = 480
  static let rawTarget = 2_048
  /// Bytes of a path of tags.
  static let domPath = 400
}
