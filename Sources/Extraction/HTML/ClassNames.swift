import AuditCore

/// What the class names and the id of an element say about its part on the page, read word by word:
/// `main-menu` is navigation, `card-header` begins a card.
struct ClassNames {
  var region: Region?
  /// Stands above what follows like a heading (`panel-title`).
  var isHeading = false
  /// An entry of a menu that is not written as a list (`dropdown`).
  var isMenuEntry = false
  /// The entries below a menu entry (`dropdown-content`, `sub-menu`).
  var isSubmenu = false
  /// Opens a panel of an accordion.
  var isAccordionButton = false

  /// Words that name a part of the content, or a frame around all of it, and not a part of the page.
  private static let contentWords: Set<Substring> = [
    "content", "wrapper", "wrap", "container", "page", "layout", "with", "has", "no", "main", "body", "card", "entry",
    "post", "article", "modal", "panel", "section", "table", "tab", "tabs", "pills", "title", "accordion", "box",
    "widget",
    "item", "link", "list", "text", "toggle", "area",
  ]

  private static let headings: Set<Substring> = [
    "panel-heading", "panel-title", "card-header", "card-title", "accordion-header", "accordion-title", "section-title",
    "box-title", "box-header", "title-box", "elementor-heading-title", "elementor-tab-title",
    "elementor-accordion-title",
    "widget-title", "heading", "title", "topic", "topic-title", "head-title", "title-head", "page-title", "page-header",
    "content-title", "title-content", "main-title", "sub-title", "subtitle", "header-title", "title-page",
  ]

  init() {}

  init(reading name: String) {
    for word in name.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }).prefix(12) {
      let parts = word.split(whereSeparator: { $0 == "-" || $0 == "_" })
      if let found = Self.region(of: word, parts: parts), region == nil || found == .navigation { region = found }
      if Self.headings.contains(word) { isHeading = true }
      switch word {
      case "dropdown", "dropup", "menu-entry": isMenuEntry = true
      case "dropdown-content", "dropdown-menu", "sub-menu", "submenu", "mega-menu", "dropdown-container":
        isSubmenu = true
      case "accordion-button", "accordion", "accordion-toggle", "collapsible": isAccordionButton = true
      default: break
      }
    }
  }

  private static func region(of word: Substring, parts: [Substring]) -> Region? {
    if Array(word.utf8).position(ofLowercase: "breadcrumb") != nil { return .breadcrumb }
    switch word {
    case "navbar", "nav", "menu", "mainnav", "mainmenu", "topmenu", "topnav", "sidemenu", "leftmenu", "navigation",
      "sidenav", "megamenu", "main-menu", "main-nav", "mean-nav":
      return .navigation
    case "header", "topbar", "top-bar", "masthead", "site-header", "main-header", "page-top": return .header
    case "footer", "footerwrap", "site-footer", "main-footer", "copyright", "page-footer", "footer-area",
      "footer-wrapper", "footer-section", "footer-container":
      return .footer
    case "sidebar", "side-bar", "leftbar", "rightbar": return .aside
    default: break
    }
    guard parts.count > 1, !parts.contains(where: contentWords.contains) else { return nil }
    for part in parts {
      switch part {
      case "navbar", "menu", "mainmenu", "topmenu", "megamenu", "navigation", "menubar": return .navigation
      case "topbar": return .header
      case "footer": return .footer
      case "sidebar": return .aside
      default: break
      }
    }
    return nil
  }
}

/// Reads the names of elements, each distinct name once a page.
struct ClassReader {
  private var known: [String: ClassNames] = [:]

  mutating func names(of text: XMLText?) -> ClassNames {
    guard let text, !text.isEmpty else { return ClassNames() }
    let name = String(decoding: text.bytes.prefix(200), as: UTF8.self)
    if let names = known[name] { return names }
    let names = ClassNames(reading: name)
    if known.count < 5_000 { known[name] = names }
    return names
  }

  /// The region that an element opens, nil where it stays in that of its parent.
  /// - Parameter isInArticle: Inside an article or section, where a header is that of the article.
  func region(
    of tag: Tag, _ attributes: Attributes, classes: ClassNames, id: ClassNames, isInArticle: Bool
  ) -> Region? {
    let isBreadcrumb =
      classes.region == .breadcrumb || id.region == .breadcrumb
      || attributes.ariaLabel?.lowercased.hasPrefix("breadcrumb") ?? false
    switch tag {
    case .nav: return isBreadcrumb ? .breadcrumb : .navigation
    case .main: return .main
    case .aside: return .aside
    case .header where !isInArticle: return .header
    case .footer where !isInArticle: return .footer
    case .header, .footer, .html, .body, .a, .input, .img, .form, .button, .other, .label, .option: return nil
    default: break
    }
    if isBreadcrumb { return .breadcrumb }
    switch attributes.role?.lowercased {
    case "navigation", "menubar": return .navigation
    case "banner": return .header
    case "contentinfo": return .footer
    case "complementary": return .aside
    case "main": return .main
    default: return classes.region ?? id.region
    }
  }
}
