/// One run of the folding over one text.
///
/// The run reads well-formed UTF-8 and writes folded UTF-8 that is never longer. Everything it has to remember is the
/// open group of marks and the last leading vowel, so a text of any length takes linear time and no memory of its own.
struct FoldingPass {
  private let style: FoldingStyle
  private let output: UnsafeMutablePointer<UInt8>
  private let spans: UnsafeMutablePointer<SourceSpan>?
  private var count = 0

  /// The marks written since the last letter, as bits of `ThaiLetter.canonicalMarks`, and where they begin.
  private var group: UInt32 = 0
  private var groupStart = 0
  /// The vowel just written if it belongs to those that are never doubled, else 0.
  private var vowel: UInt8 = 0

  private init(
    style: FoldingStyle, output: UnsafeMutablePointer<UInt8>, spans: UnsafeMutablePointer<SourceSpan>?
  ) {
    self.style = style
    self.output = output
    self.spans = spans
  }

  /// Folds a text; `keepingOffsets` also records the origin of every byte.
  static func fold(_ text: String, style: FoldingStyle, keepingOffsets: Bool) -> FoldedBytes {
    var text = text
    return text.withUTF8 { input in
      var spans: [SourceSpan] = []
      let bytes = [UInt8](unsafeUninitializedCapacity: input.count) { buffer, written in
        guard let output = buffer.baseAddress, !input.isEmpty else { return }
        guard keepingOffsets else {
          var pass = FoldingPass(style: style, output: output, spans: nil)
          pass.run(over: input)
          written = pass.count
          return
        }
        spans = [SourceSpan](unsafeUninitializedCapacity: input.count) { spanBuffer, spanCount in
          var pass = FoldingPass(style: style, output: output, spans: spanBuffer.baseAddress)
          pass.run(over: input)
          written = pass.count
          spanCount = pass.count
        }
      }
      return FoldedBytes(bytes: bytes, spans: spans)
    }
  }

  private mutating func run(over input: UnsafeBufferPointer<UInt8>) {
    let asciiTable = style == .key ? FoldingTable.asciiKey : FoldingTable.asciiReadable
    asciiTable.withUnsafeBufferPointer { ascii in
      ThaiLetter.roles.withUnsafeBufferPointer { roles in
        var position = 0
        while position < input.count {
          let lead = input[position]
          if lead < 0x80 {
            let byte = ascii[Int(lead)]
            if byte > 0x20 {
              write(byte, from: position, to: position + 1)
            } else if byte != 0 {
              writeSpace(byte, from: position, to: position + 1)
            }
            position += 1
          } else if lead == 0xE0, input[position + 1] & 0xFE == 0xB8 {
            let letter = (input[position + 1] & 1) << 6 | (input[position + 2] & 0x3F)
            writeThai(letter, role: roles[Int(letter)], from: position, to: position + 3)
            position += 3
          } else {
            position = foldOther(in: input, at: position)
          }
        }
      }
    }
  }

  // MARK: Thai letters

  @inline(__always)
  private mutating func writeThai(_ letter: UInt8, role: UInt8, from start: Int, to end: Int) {
    switch role {
    case ThaiLetter.Role.base.rawValue:
      group = 0
      vowel = 0
      appendThai(letter, from: start, to: end)
    case ThaiLetter.Role.mark.rawValue:
      writeMark(letter, from: start, to: end)
    case ThaiLetter.Role.vowel.rawValue:
      writeVowel(letter, from: start, to: end)
    case ThaiLetter.Role.digit.rawValue:
      write(letter &- 0x50 &+ 0x30, from: start, to: end)
    default:
      guard style == .readable else { return }
      group = 0
      vowel = 0
      appendThai(letter, from: start, to: end)
    }
  }

  /// Adds a mark to the open group: at its end where that is its canonical place, else by writing the group anew.
  @inline(__always)
  private mutating func writeMark(_ letter: UInt8, from start: Int, to end: Int) {
    let bit = ThaiLetter.markBits[Int(letter)]
    if group == 0 { groupStart = count }
    let grown = ThaiLetter.joined(group | bit)
    if bit > group, grown == group | bit {
      group = grown
      vowel = 0
      appendThai(letter == ThaiLetter.lakkhangyao ? ThaiLetter.saraAA : letter, from: start, to: end)
    } else {
      rewriteGroup(as: grown, upTo: end)
    }
  }

  private mutating func rewriteGroup(as grown: UInt32, upTo end: Int) {
    let start = spans.map { Int($0[groupStart].start) } ?? 0
    count = groupStart
    group = grown
    for (index, letter) in ThaiLetter.canonicalMarks.enumerated() where grown & (1 << UInt32(index)) != 0 {
      appendThai(letter, from: start, to: end)
    }
  }

  /// Writes เ แ โ ใ ไ ะ once, and two เ as แ.
  @inline(__always)
  private mutating func writeVowel(_ letter: UInt8, from start: Int, to end: Int) {
    group = 0
    let isPair = { (first: UInt8) in first == ThaiLetter.saraE || first == ThaiLetter.saraAE }
    if vowel != 0, vowel == letter || (isPair(vowel) && isPair(letter)) {
      let first = spans.map { Int($0[count - 3].start) } ?? 0
      let kept = isPair(letter) ? ThaiLetter.saraAE : letter
      count -= 3
      appendThai(kept, from: first, to: end)
      vowel = kept
    } else {
      appendThai(letter, from: start, to: end)
      vowel = letter
    }
  }

  // MARK: Other code points

  private mutating func foldOther(in input: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let (value, length) = decode(input, at: position)
    let end = position + length
    switch FoldingTable.symbol(for: value) {
    case .nothing: break
    case .decoration: if style == .readable { copy(input, from: position, to: end) }
    case .itself: copy(input, from: position, to: end)
    case .whiteSpace(let lineBreak):
      if style == .readable { writeSpace(lineBreak ? 0x0A : 0x20, from: position, to: end) }
    case .ascii(let byte):
      let folded = (style == .key ? FoldingTable.asciiKey : FoldingTable.asciiReadable)[Int(byte)]
      if folded > 0x20 { write(folded, from: position, to: end) }
    case .letters(let letters):
      letters.withUTF8Buffer { for letter in $0 { write(letter, from: position, to: end) } }
    case .thai(let letter):
      writeThai(letter, role: ThaiLetter.roles[Int(letter)], from: position, to: end)
    }
    return end
  }

  /// The code point of two to four bytes at a position of well-formed UTF-8.
  private func decode(_ input: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(input[position])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(input[position + index] & 0x3F) }
    return (value, length)
  }

  private mutating func copy(_ input: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    for index in start..<end { write(input[index], from: start, to: end) }
  }

  // MARK: Bytes

  /// Writes a byte that ends the open group.
  @inline(__always)
  private mutating func write(_ byte: UInt8, from start: Int, to end: Int) {
    group = 0
    vowel = 0
    append(byte, from: start, to: end)
  }

  /// Writes the separator, or white space of which a run leaves one byte: a line break if it holds one.
  private mutating func writeSpace(_ byte: UInt8, from start: Int, to end: Int) {
    let last = count > 0 ? output[count - 1] : 0
    guard byte != FoldingTable.separator, last == 0x20 || last == 0x0A else {
      return write(byte, from: start, to: end)
    }
    if byte == 0x0A { output[count - 1] = byte }
    spans?[count - 1].end = UInt32(truncatingIfNeeded: end)
  }

  @inline(__always)
  private mutating func appendThai(_ letter: UInt8, from start: Int, to end: Int) {
    append(0xE0, from: start, to: end)
    append(0xB8 | letter >> 6, from: start, to: end)
    append(0x80 | letter & 0x3F, from: start, to: end)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, from start: Int, to end: Int) {
    output[count] = byte
    spans?[count] = SourceSpan(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    count += 1
  }
}
