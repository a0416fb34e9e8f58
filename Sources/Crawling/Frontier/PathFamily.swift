import WebURL

/// The shape of an address: what vendors' systems make thousands of. `/news_detail.php?id=412` and `…?id=413` are of
/// one family, `/news_detail.php?id=`.
enum PathFamily {
  static func name(of url: WebURL) -> String {
    var name = url.host ?? ""
    let segments = url.pathSegments
    for (position, segment) in segments.enumerated() {
      name += "/" + shape(segment, isLast: position == segments.count - 1)
    }
    let pairs = url.queryPairs.map { $0.name.lowercased() + "=" + valueShape($0.value ?? "") }
    return pairs.isEmpty ? name : name + "?" + pairs.sorted().joined(separator: "&")
  }

  /// Digits as `#`, words kept, long or escaped names (article slugs) as `*`, the file's ending kept.
  private static func shape(_ segment: String, isLast: Bool) -> String {
    let ending = isLast ? segment.utf8.lastIndex(of: UInt8(ascii: ".")) : nil
    let stem = ending.map { segment[..<$0] } ?? segment[...]
    let tail = ending.map { String(segment[$0...].prefix(6)) } ?? ""
    if stem.utf8.count > 24 || stem.utf8.contains(UInt8(ascii: "%")) { return "*" + tail }
    var shape = ""
    var isDigit = false
    for byte in stem.utf8 {
      let digit = byte &- 0x30 < 10
      if !digit { shape.unicodeScalars.append(Unicode.Scalar(byte)) } else if !isDigit { shape += "#" }
      isDigit = digit
    }
    return shape + tail
  }

  /// Short plain words say what kind of page it is (`view=article`); anything else is a number or a name.
  private static func valueShape(_ value: String) -> String {
    let isWord = value.utf8.count <= 16 && value.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "_") }
    return isWord ? value : ""
  }
}

/// Addresses that no site means: nested for ever by relative links, or endless.
enum EndlessAddress {
  static let maximumLength = 2_000
  static let maximumSegments = 20
  static let maximumPairs = 16
  /// A name may stand twice in a path (`/news/2566/news/1`), not three times.
  static let maximumRepeats = 2

  static func matches(_ url: WebURL) -> Bool {
    guard url.href.utf8.count <= maximumLength, url.queryPairs.count <= maximumPairs else { return true }
    let segments = url.pathSegments.filter { !$0.isEmpty }
    guard segments.count <= maximumSegments else { return true }
    var counts: [String: Int] = [:]
    for segment in segments {
      counts[segment, default: 0] += 1
      if counts[segment, default: 0] > maximumRepeats { return true }
    }
    return false
  }
}

/// What the ending of a path says about the body, before anything is asked.
enum PathEnding {
  case page, document, media

  private static let documents: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "zip", "rar", "7z", "rtf",
  ]
  private static let medias: Set<String> = [
    "jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "ico", "tif", "tiff", "mp3", "mp4", "avi", "mov", "wmv", "mkv",
    "webm", "wav", "mjpg", "mjpeg", "flv", "css", "js", "woff", "woff2", "ttf", "eot", "exe", "apk", "iso", "psd",
  ]

  init(_ url: WebURL) {
    let last = url.path.lowercased().utf8.split(separator: UInt8(ascii: "/")).last ?? []
    let ending = last.lastIndex(of: UInt8(ascii: ".")).map {
      String(decoding: last[last.index(after: $0)...], as: UTF8.self)
    }
    switch ending {
    case let ending? where Self.documents.contains(ending): self = .document
    case let ending? where Self.medias.contains(ending): self = .media
    default: self = .page
    }
  }
}
