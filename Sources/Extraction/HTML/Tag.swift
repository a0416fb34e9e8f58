import CLibXML2

/// The elements of HTML that the reader treats in a way of their own.
enum Tag: UInt8 {
  case other
  case a, area, article, aside, base, body, blockquote, br, button, caption, dd, details, div, dl, dt, embed, fieldset
  case figcaption, figure, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hr, html, iframe, img
  case input, label, legend, li, link, main, map, meta, nav, noframes, noscript, object, ol, option, p, pre, script
  case section, select, source, strong, style, summary, svg, table, tbody, td, template, textarea, tfoot, th, thead
  case title, tr, ul

  /// Elements that begin and end a line of their own.
  var isBlock: Bool {
    switch self {
    case .article, .aside, .body, .blockquote, .caption, .dd, .details, .div, .dl, .dt, .fieldset, .figcaption, .figure,
      .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .html, .legend, .li, .main, .nav, .ol, .p,
      .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Elements that hold parts of a page rather than one thing.
  var isPartOfPage: Bool {
    switch self {
    case .html, .body, .main, .header, .footer, .nav, .aside, .form, .table, .ul, .ol, .dl: true
    default: false
    }
  }

  /// 1…6 for `h1`…`h6`.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Elements whose text nobody sees where scripts run.
  var isUnseen: Bool {
    switch self {
    case .script, .style, .template, .noscript, .noframes, .textarea: true
    default: false
    }
  }

  init(_ name: UnsafePointer<xmlChar>) {
    self = Self.byWord[Self.word(name)] ?? .other
  }

  /// The first eight bytes of a name as one number: enough to tell these names apart.
  private static func word(_ name: UnsafePointer<xmlChar>) -> UInt64 {
    var word: UInt64 = 0
    for at in 0..<8 {
      if name[at] == 0 { break }
      word = word << 8 | UInt64(name[at].asciiLowercased)
    }
    return word
  }

  private static let byWord: [UInt64: Tag] = {
    let tags: [(String, Tag)] = [
      ("a", .a), ("area", .area), ("article", .article), ("aside", .aside), ("base", .base), ("body", .body),
      ("blockquote", .blockquote), ("br", .br), ("button", .button), ("caption", .caption), ("dd", .dd),
      ("details", .details), ("div", .div), ("dl", .dl), ("dt", .dt), ("embed", .embed), ("fieldset", .fieldset),
      ("figcaption", .figcaption), ("figure", .figure), ("footer", .footer), ("form", .form), ("frame", .frame),
      ("frameset", .frameset), ("h1", .h1), ("h2", .h2), ("h3", .h3), ("h4", .h4), ("h5", .h5), ("h6", .h6),
      ("head", .head), ("header", .header), ("hr", .hr), ("html", .html), ("iframe", .iframe), ("img", .img),
      ("input", .input), ("label", .label), ("legend", .legend), ("li", .li), ("link", .link), ("main", .main),
      ("map", .map), ("meta", .meta), ("nav", .nav), ("noframes", .noframes), ("noscript", .noscript),
      ("object", .object), ("ol", .ol), ("option", .option), ("p", .p), ("pre", .pre), ("script", .script),
      ("section", .section), ("select", .select), ("source", .source), ("strong", .strong), ("b", .strong),
      ("style", .style), ("summary", .summary), ("svg", .svg), ("table", .table), ("tbody", .tbody), ("td", .td),
      ("template", .template), ("textarea", .textarea), ("tfoot", .tfoot), ("th", .th), ("thead", .thead),
      ("title", .title), ("tr", .tr), ("ul", .ul), ("dir", .ul), ("menu", .ul),
    ]
    var byWord: [UInt64: Tag] = [:]
    for (name, tag) in tags { byWord[word(Array(name.utf8) + [0])] = tag }
    return byWord
  }()
}
