/// A control sequence for terminals (ECMA-48): colours, cursor moves, window titles.
enum EscapeSequence {
  /// Longer ones are not sequences but text behind a stray escape.
  private static let longest = 256

  /// Where the sequence that begins at a place ends, or nil where none begins.
  static func end(in text: [Unicode.Scalar], from start: Int) -> Int? {
    var at = start + 1
    var introducer = text[start].value
    if introducer == 0x1B {
      guard at < text.count, (0x40...0x5F).contains(text[at].value) else { return at }
      introducer = text[at].value + 0x40
      at += 1
    }
    switch introducer {
    case 0x9B: return controlSequence(text, at)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return string(text, at)
    case 0x80...0x9F: return at
    default: return nil
    }
  }

  /// Parameters and intermediates up to the final letter.
  private static func controlSequence(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    var at = start
    while at < text.count, at - start < longest, (0x20...0x3F).contains(text[at].value) { at += 1 }
    return at < text.count && (0x40...0x7E).contains(text[at].value) ? at + 1 : at
  }

  /// Up to the string terminator or a bell; an unterminated one is only its introducer.
  private static func string(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    var at = start
    while at < text.count, at - start < longest {
      switch text[at].value {
      case 0x07, 0x9C: return at + 1
      case 0x1B: return at + 1 < text.count && text[at + 1].value == 0x5C ? at + 2 : at
      default: at += 1
      }
    }
    return start
  }
}
