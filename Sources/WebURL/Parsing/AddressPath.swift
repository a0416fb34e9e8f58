/// Path, query and fragment (states "path start", "path", "opaque path", "query" and "fragment").
extension AddressParser {
  /// Marks the place where the path begins.
  mutating func beginPath() { output.marks.pathStart = output.position }

  /// The path after an authority: nothing, or a slash and its segments.
  mutating func pathAfterAuthority() -> Bool {
    beginPath()
    guard let byte = next, isSeparator(byte) else {
      return isSpecial ? path() : queryAndFragment()
    }
    at += 1
    return path()
  }

  /// Segments up to the query, the slash before the first already read; `.` and `..` are resolved on the way.
  mutating func path() -> Bool {
    var hasMore = true
    while hasMore {
      let end = segmentEnd()
      let segment = input[at..<end]
      hasMore = end < input.count && isSeparator(input[end])
      switch DotSegment(segment) {
      case .double:
        output.shortenPath()
        if !hasMore { output.append(0x2F) }
      case .single:
        if !hasMore { output.append(0x2F) }
      case nil:
        append(segment: segment)
      }
      at = hasMore ? end + 1 : end
    }
    protectDoubleSlash()
    return queryAndFragment()
  }

  private func segmentEnd() -> Int {
    var end = at
    while end < input.count {
      let byte = input[end]
      if byte == 0x3F || byte == 0x23 || isSeparator(byte) { break }
      end += 1
    }
    return end
  }

  private mutating func append(segment: ArraySlice<UInt8>) {
    let isFirst = output.position == output.marks.pathStart
    output.append(0x2F)
    if isFirst, output.marks.schemeKind == .file, DriveLetter.matches(segment), let letter = segment.first {
      output.append(letter)
      output.append(0x3A)
    } else {
      output.bytes.append(segment, encoding: .path)
    }
  }

  /// A path that starts with `//` and follows no host would read as an authority: `/.` is written before it
  /// (WHATWG URL §4.5, URL serializer).
  private mutating func protectDoubleSlash() {
    let start = Int(output.marks.pathStart)
    guard !output.marks.hasAuthority else { return }
    let afterScheme = Int(output.marks.schemeEnd) + 1
    let isDouble = output.bytes[start...].starts(with: "//".utf8)
    guard isDouble != (start > afterScheme) else { return }
    if isDouble {
      output.bytes.insert(contentsOf: "/.".utf8, at: start)
      output.marks.pathStart += 2
    } else {
      output.bytes.removeSubrange(afterScheme..<start)
      output.marks.pathStart = UInt32(afterScheme)
    }
  }

  /// The text after `mailto:` and its like, which has no segments.
  mutating func opaquePath() -> Bool {
    output.marks.hasOpaquePath = true
    beginPath()
    let end = rest.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? input.count
    output.bytes.append(input[at..<end], encoding: .control)
    if end < input.count, output.bytes.last == 0x20 {
      output.bytes.removeLast()
      output.bytes.appendPercentEncoded(0x20)
    }
    at = end
    return queryAndFragment()
  }

  /// What is left once the path is read.
  mutating func queryAndFragment() -> Bool {
    if next == 0x3F {
      let end = rest.firstIndex(of: 0x23) ?? input.count
      output.marks.queryStart = output.position
      output.append(0x3F)
      let isUTF8Only = output.marks.schemeKind == .ws || output.marks.schemeKind == .wss || !isSpecial
      (isUTF8Only ? .utf8 : queryEncoding)
        .append(input[(at + 1)..<end], encoding: isSpecial ? .specialQuery : .query, to: &output.bytes)
      at = end
    }
    if next == 0x23 {
      output.marks.fragmentStart = output.position
      output.append(0x23)
      output.bytes.append(input[(at + 1)...], encoding: .fragment)
    }
    return true
  }
}

/// A segment that stands for a place in the path rather than a name (WHATWG URL §4.1).
enum DotSegment {
  case single, double

  /// Reads `.`, `..` and their forms with `%2e`.
  init?(_ segment: ArraySlice<UInt8>) {
    guard let first = segment.first, first == 0x2E || first == 0x25, segment.count <= 6 else { return nil }
    let written = String(decoding: segment, as: UTF8.self).lowercased()
    switch written {
    case ".", "%2e": self = .single
    case "..", ".%2e", "%2e.", "%2e%2e": self = .double
    default: return nil
    }
  }
}
