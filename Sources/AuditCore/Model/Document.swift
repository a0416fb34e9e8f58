import WebURL

/// What Extraction reads out of one body: the text in reading order, the links with their surroundings,
/// and what tells a page that works from one that does not. No markup survives.
package struct Document: Sendable, Hashable {
  package var mediaType: MediaType
  /// `<title>`, or the title property of an Office file. Often the same on all pages of a site: a hint only.
  package var title: String
  package var blocks: [Block]
  package var links: [Link]
  package var forms: [Form]
  package var pictures: [Picture]
  /// Trail above the content ("หน้าหลัก › ITA 2566"), as far as the page marks one.
  package var breadcrumb: [String]
  /// The charset that was used and what decided it ("utf-8 by meta").
  package var charset: String
  package var readability: Readability
  /// Faults of the body worth telling ("cut at 2 MB", "nested deeper than …").
  package var faults: [String]
  /// The page holds next to no text and is filled by script in the browser.
  package var isScriptShell: Bool

  package init(
    mediaType: MediaType, title: String = "", blocks: [Block] = [], links: [Link] = [], forms: [Form] = [],
    pictures: [Picture] = [], breadcrumb: [String] = [], charset: String = "", readability: Readability = .readable,
    faults: [String] = [], isScriptShell: Bool = false
  ) {
    self.mediaType = mediaType
    self.title = title
    self.blocks = blocks
    self.links = links
    self.forms = forms
    self.pictures = pictures
    self.breadcrumb = breadcrumb
    self.charset = charset
    self.readability = readability
    self.faults = faults
    self.isScriptShell = isScriptShell
  }
}

/// How far the text of a document can be trusted.
package enum Readability: Sendable, Hashable {
  case readable
  /// Text read by OCR or with letters lost: words match loosely, digits prove nothing alone.
  case damaged
  /// Nothing can be read; the cause becomes the item's cause.
  case unreadable(UnknownCause, detail: String)
  /// The file does not open: corrupt, empty, locked, or another thing than it says.
  case unopenable(detail: String)
}

/// One paragraph, heading, list entry or table row.
package struct Block: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph
    case listItem
    /// A table row: `cells` holds its cells, `text` all of them joined by " | ".
    case row
  }

  package var kind: Kind
  package var text: String
  package var cells: [String]
  package var region: Region
  /// One-based page of a paged document, nil for web pages.
  package var page: Int?
  /// Read by OCR from a picture of the page: its digits prove nothing alone.
  package var isScanned: Bool

  package init(
    kind: Kind, text: String, cells: [String] = [], region: Region = .main, page: Int? = nil, isScanned: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.cells = cells
    self.region = region
    self.page = page
    self.isScanned = isScanned
  }
}

/// The part of a page that something stands in, as far as markup and class names tell.
package enum Region: String, Sendable, Hashable, Codable {
  case main, navigation, header, footer, aside, breadcrumb
}

/// A form that a visitor can fill in: what makes a channel work.
package struct Form: Sendable, Hashable {
  package var action: String
  package var method: String
  /// Names and types of the fields a person sees (`text`, `textarea`, `password`, `file`, `search` …).
  package var fieldTypes: [String]
  /// Labels, placeholders and button texts, joined.
  package var text: String
  package var region: Region

  package init(action: String, method: String, fieldTypes: [String], text: String, region: Region) {
    self.action = action
    self.method = method
    self.fieldTypes = fieldTypes
    self.text = text
    self.region = region
  }
}

package struct Picture: Sendable, Hashable {
  package var source: String
  /// alt, title and aria-label, joined.
  package var text: String
  package var region: Region

  package init(source: String, text: String, region: Region) {
    self.source = source
    self.text = text
    self.region = region
  }
}
