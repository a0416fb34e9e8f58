import ThaiText

/// Marks of people, money and ways of contact in folded text, where white space and most punctuation are gone.
enum TextSigns {
  private static let personTitles = [
    "นาย", "นาง", "นางสาว", "น.ส.", "ว่าที่ร้อย", "ว่าที่ พ.ต.", "ดร.", "พ.จ.อ.", "จ.ส.อ.", "จ.อ.", "พันจ่า", "ร.ต.", "พ.ต.",
    "ส.ต.",
    "สิบเอก", "สิบตำรวจ", "ดาบตำรวจ",
  ].map { ThaiFolding.fold($0) }
  /// "นาย" also begins offices. "นายก" alone would take "นายกัลยา" for one, so what follows it is needed.
  private static let offices = [
    "นายกเทศ", "นายกองค์", "นายกอบ", "นายกอ.บ", "นายกเมือง", "นายกรัฐมนตรี", "นายกสมาคม", "นายกสภา", "นายกเหล่า", "นายกพัทยา",
    "นายทะเบียน", "นายอำเภอ", "นายช่าง", "นายแพทย์", "นายตรวจ", "นายจ้าง", "นายหน้า", "นายทหาร", "นายตำรวจ",
  ].map { ThaiFolding.fold($0) }
  private static let president = ThaiFolding.fold("นายก")
  private static let baht = ThaiFolding.fold("บาท")

  /// The first place where a person's title stands before a name.
  static func firstPerson(in text: [UInt8], from: Int = 0) -> Int? {
    var best: Int?
    for title in personTitles {
      var at = from
      while let range = ByteSearch.firstRange(of: title, in: text, from: at) {
        let rest = text[range.lowerBound...]
        if !offices.contains(where: { rest.starts(with: $0) }), !rest.elementsEqual(president) {
          best = min(best ?? .max, range.lowerBound)
          break
        }
        at = range.upperBound
      }
    }
    return best
  }

  /// The block with an amount of money: digits before บาท, a number with its thousands set off by commas, or a cell
  /// of digits alone. Folding takes spaces and commas away, so that many digits in a row prove nothing there.
  static func firstAmount(in text: JudgedText) -> Int? {
    var at = 0
    while let range = text.firstRange(of: baht, from: at) {
      if range.lowerBound > 0, isDigit(text.folded[range.lowerBound - 1]) { return text.block(at: range.lowerBound) }
      at = range.upperBound
    }
    return text.blocks.firstIndex { hasThousands($0.text) || $0.cells.contains(where: isPlainSum) }
  }

  /// `480,000`, in Arabic or Thai digits.
  private static func hasThousands(_ text: String) -> Bool {
    var before = 0
    var after = -1
    for scalar in text.unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
      if isDigit {
        if after >= 0 { after += 1 } else { before += 1 }
        if after == 3 { return true }
      } else {
        after = scalar == "," && (1...3).contains(before) ? 0 : -1
        before = 0
      }
    }
    return false
  }

  /// A cell of a table that is nothing but a number as spreadsheets write sums: `480000`, `18200.50`, not `2566`.
  static func isPlainSum(_ cell: String) -> Bool {
    let folded = ThaiFolding.fold(cell)
    let whole = folded.prefix(while: isDigit)
    guard folded.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
      let value = Int(String(decoding: whole, as: UTF8.self))
    else { return false }
    return whole.count >= 4 && whole.count < 13 && !(2_400...2_699).contains(value)
  }

  /// A Thai telephone number: 0 and at least seven more digits, hyphens apart.
  static func firstPhone(in text: [UInt8]) -> Int? {
    var digits = 0
    var start = 0
    for (offset, byte) in text.enumerated() {
      if isDigit(byte) {
        if digits == 0 { start = offset }
        digits += 1
        if digits >= 9, text[start] == UInt8(ascii: "0") { return start }
      } else if digits > 0, byte != UInt8(ascii: "-") {
        digits = 0
      }
    }
    return nil
  }

  static func firstMailAddress(in text: [UInt8]) -> Int? {
    var at = 1
    while at + 1 < text.count {
      if text[at] == UInt8(ascii: "@"), isLatin(text[at - 1]) || isDigit(text[at - 1]), isLatin(text[at + 1]) {
        return at
      }
      at += 1
    }
    return nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLatin(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
