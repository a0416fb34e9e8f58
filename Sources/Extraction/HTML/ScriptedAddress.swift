/// The address inside the script of an `onclick`, an `onchange` or a `javascript:` link: what a visitor's click
/// would open. Only plain string literals are understood; nothing is run.
enum ScriptedAddress {
  enum Reading: Equatable {
    case address(String)
    /// Script that does something else, or builds the address while it runs.
    case unknown
    /// `void(0)`, `return false`, nothing.
    case nothing
  }

  static func read(_ script: [UInt8]) -> Reading {
    let code = script.prefix(PageLimits.rawTarget)
    var literals: [(text: String, before: ArraySlice<UInt8>)] = []
    var at = code.startIndex
    while at < code.endIndex, literals.count < 12 {
      let quote = code[at]
      if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
        guard let close = code[(at + 1)...].firstIndex(of: quote) else { break }
        literals.append((String(decoding: code[(at + 1)..<close], as: UTF8.self), code[..<at]))
        at = close
      }
      at += 1
    }
    for literal in literals where opens(literal.before) && !literal.text.trimmed.isEmpty {
      return .address(literal.text)
    }
    for literal in literals where looksLikeAddress(literal.text) { return .address(literal.text) }
    return doesNothing(code) ? .nothing : .unknown
  }

  /// Whether the code before a literal sends the browser to it: `location =`, `location.href=`, `window.open(`.
  private static func opens(_ before: ArraySlice<UInt8>) -> Bool {
    let code = Array(before.filter { $0 > 0x20 }.suffix(60))
    return [
      "location=", "location.href=", "location.assign(", "location.replace(", "window.open(", ".open(",
    ].contains { code.map(\.asciiLowercased).suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static func looksLikeAddress(_ text: String) -> Bool {
    let text = text.trimmed.lowercased()
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return true }
    guard !text.contains(" "), text.utf8.count > 4 else { return false }
    return [".php", ".html", ".htm", ".pdf", ".aspx", ".asp", ".jsp", ".doc", ".docx", ".xls", ".xlsx", ".zip"]
      .contains { text.hasSuffix($0) || text.contains($0 + "?") }
  }

  private static func doesNothing(_ code: ArraySlice<UInt8>) -> Bool {
    let bare = String(
      decoding: code.filter { $0 > 0x20 && $0 != UInt8(ascii: ";") }.map(\.asciiLowercased), as: UTF8.self)
    return ["", "void(0)", "void0", "returnfalse", "returntrue", "return", "//", "false", "javascript:"].contains(bare)
  }
}
