/// A reproducible source of numbers (SplitMix64), so that property tests always try the same texts.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts that nobody would write: what a broken or hostile page may hold.
struct WildTexts {
  private var numbers: SeededNumbers
  private static let pieces: [String] =
    (0x0E00...0x0E7F).compactMap { Unicode.Scalar($0).map { String($0) } }
    + (0xF6FE...0xF71C).compactMap { Unicode.Scalar($0).map { String($0) } }
    + [
      "\u{0E4D}", "า", "ำ", "เ", "แ", "ะ", "่", "้", "ิ", "ี", " ", "\n", "\u{200B}", "\u{00A0}", "\u{00AD}",
      "\u{202E}",
    ]
    + ["a", "Z", "É", "e\u{301}", "ß", "ﬃ", "Ｏ", "１", "０", "๐", "0", "-", "–", "“", "…", "\u{FFFD}", "\u{1F}", "\0"]
    + ["漢", "👨‍👩‍👧", "🇹🇭", "ﷺ", "𝒜", "Ω", "กฏหมาย", "บุคล", "ปฎิ", "มาตราฐาน", "นโบาย", "กฏห", "โปรงใส", "เจตจำนงค์"]

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  /// A text of up to so many pieces.
  mutating func text(pieces limit: Int) -> String {
    (0..<Int.random(in: 0...limit, using: &numbers)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)]
    }.joined()
  }

  /// Bytes that need not be UTF-8, decoded with replacement.
  mutating func decodedBytes(_ limit: Int) -> String {
    let bytes = (0..<Int.random(in: 0...limit, using: &numbers)).map { _ in
      Bool.random(using: &numbers)
        ? UInt8.random(in: 0...255, using: &numbers)
        : [0xE0, 0xB8, 0xB9, 0xEF, 0x9C].randomElement(using: &numbers) ?? 0
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &numbers)
  }
}
