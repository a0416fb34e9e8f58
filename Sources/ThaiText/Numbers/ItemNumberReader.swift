/// Reads item numbers from labels and titles in the shapes real sites use.
///
/// An explicit letter counts wherever a word may begin ("แผน (O4)", "ita-o12.pdf"), a zero for the letter or a bare
/// number only at the beginning of the text, where item numbers stand. Not read are the site's own numbering ("4.2"),
/// dates, phone numbers, quantities ("5 ปี"), ranges of items ("O1–O43") and the lists of other bodies ("MOIT 2", "EB 18").
package struct ItemNumberReader: Sendable {
  private let numbers: ClosedRange<Int>

  /// - Parameter numbers: the numbers items may have; editions 2564–2569 have at most O43.
  package init(numbers: ClosedRange<Int> = 1...43) {
    self.numbers = numbers
  }

  /// All item numbers of a text, in its order.
  package func readings(in text: String) -> [ItemNumberReading] {
    let readable = ReadableText(text)
    var found: [(reading: ItemNumberReading, place: Range<Int>)] = []
    var place = 0
    while place < readable.symbols.count {
      guard let label = explicitLabel(in: readable, at: place) else {
        place += 1
        continue
      }
      found.append((reading(label, in: readable), label.place))
      place = label.place.upperBound
    }
    if found.first?.place.lowerBound != start(of: readable), let label = numericLabel(in: readable) {
      found.insert((reading(label, in: readable), label.place), at: 0)
    }
    return withoutRanges(found, in: readable)
  }

  /// The number the text is labelled with: the surest one, of equally sure ones the first.
  package func reading(in text: String) -> ItemNumberReading? {
    let all = readings(in: text)
    return all.first { candidate in !all.contains { $0.certainty > candidate.certainty } }
  }

  private struct Label {
    let number: Int
    let style: ItemNumberReading.Style
    let place: Range<Int>
  }

  private func reading(_ label: Label, in text: ReadableText) -> ItemNumberReading {
    ItemNumberReading(number: label.number, style: label.style, range: text.originalRange(of: label.place))
  }

  // MARK: With a letter

  private func explicitLabel(in text: ReadableText, at place: Int) -> Label? {
    let before = text[place - 1]
    if text[place] == UInt8(ascii: "o") {
      guard !before.isLatinLetter, !before.isDigit else { return nil }
      let isInstrument = text[place + 1] == UInt8(ascii: "i") && text[place + 2] == UInt8(ascii: "t")
      let style: ItemNumberReading.Style = isInstrument ? .instrument : .letter
      return explicitNumber(in: text, from: place, after: place + (isInstrument ? 3 : 1), style: style)
    }
    guard text[place] == 0x80 | 0x42, text[place + 1] == 0x80 | 0x2D, !before.isThaiLetter else { return nil }
    return explicitNumber(in: text, from: place, after: place + 2, style: .letter)
  }

  private func explicitNumber(
    in text: ReadableText, from start: Int, after letters: Int, style: ItemNumberReading.Style
  ) -> Label? {
    var place = letters
    while text[place] == 0x20 { place += 1 }
    if [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":")].contains(text[place]) {
      place += 1
    }
    while text[place] == 0x20 { place += 1 }
    guard let (number, end) = shortNumber(in: text, at: place), numbers.contains(number) else { return nil }
    return Label(number: number, style: style, place: start..<end)
  }

  // MARK: Without a letter

  private func numericLabel(in text: ReadableText) -> Label? {
    let start = start(of: text)
    var digits = start
    while text[digits].isDigit { digits += 1 }
    guard digits > start, digits - start <= 3, !continuesAsOtherNumber(text, at: digits) else { return nil }
    let hasZero = text[start] == 0x30
    guard let (number, end) = shortNumber(in: text, at: hasZero ? start + 1 : start), end == digits,
      numbers.contains(number), !hasZero || text[start + 1] != 0x30
    else { return nil }
    if !hasZero, CountedUnit.follows(in: text, at: digits) { return nil }
    return Label(number: number, style: hasZero ? .zero : .bare, place: start..<digits)
  }

  /// Whether digits go on as a decimal, a date, a time, a phone number, or a Latin code.
  private func continuesAsOtherNumber(_ text: ReadableText, at place: Int) -> Bool {
    var next = place
    while text[next] == 0x20 { next += 1 }
    let joins: [UInt8] = [".", "-", "/", ":", ",", "_"].map { UInt8(ascii: $0) }
    guard joins.contains(text[next]) else {
      return text[place].isLatinLetter || text[next].isDigit || text[next] == UInt8(ascii: "%")
    }
    next += 1
    while text[next] == 0x20 { next += 1 }
    return text[next].isDigit
  }

  /// Where the text begins, behind bullets, brackets and the word ข้อ.
  private func start(of text: ReadableText) -> Int {
    var place = 0
    while place < text.symbols.count, !text[place].isDigit, !text[place].isLatinLetter, !text[place].isThaiLetter {
      place += 1
    }
    let word: [UInt8] = [0x82, 0xC9, 0xAD]  // ข ้ อ
    guard text.symbols[place...].starts(with: word) else { return place }
    place += word.count
    while text[place] == 0x20 { place += 1 }
    return place
  }

  /// One or two digits that are all the digits there.
  private func shortNumber(in text: ReadableText, at place: Int) -> (number: Int, end: Int)? {
    var end = place
    var number = 0
    while text[end].isDigit, end - place < 3 {
      number = number * 10 + Int(text[end] - 0x30)
      end += 1
    }
    return (1...2).contains(end - place) ? (number, end) : nil
  }

  /// Leaves out the ends of ranges of items.
  private func withoutRanges(
    _ found: [(reading: ItemNumberReading, place: Range<Int>)], in text: ReadableText
  ) -> [ItemNumberReading] {
    let until: [UInt8] = [0x96, 0xB6, 0xC7]  // ถ ึ ง
    var isEnd = [Bool](repeating: false, count: found.count)
    for index in found.indices.dropLast() {
      let gap = text.symbols[found[index].place.upperBound..<found[index + 1].place.lowerBound].filter { $0 != 0x20 }
      guard gap == [UInt8(ascii: "-")] || gap == [UInt8(ascii: "~")] || gap == until else { continue }
      isEnd[index] = true
      isEnd[index + 1] = true
    }
    return found.indices.filter { !isEnd[$0] }.map { found[$0].reading }
  }
}
