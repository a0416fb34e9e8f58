import ThaiText

/// Numbers and addresses by which a town is reached, as pages write them: with the word โทรศัพท์ before them or without.
enum ContactSigns {
  private static let fax = ["โทรสาร", "แฟกซ์", "แฟ็กซ์", "แฟกส์", "fax"].map { ThaiFolding.fold($0) }
  private static let phone = ["โทรศัพท์", "โทร", "เบอร์", "tel", "phone", "มือถือ", "mobile"].map { ThaiFolding.fold($0) }
  /// Letters before a number among which its name stands.
  private static let reach = 24

  /// Whether a text holds a telephone number that is not only that of a fax machine.
  static func holdsTelephone(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return numbers(in: scalars).contains { !isFax(scalars, before: $0) }
  }

  /// What stands last before the number names it: "โทรศัพท์ 0-2000-0001 โทรสาร 0-2000-0002"; one number may be both
  /// ("โทรศัพท์/โทรสาร").
  private static func isFax(_ scalars: [Unicode.Scalar], before start: Int) -> Bool {
    let head = ThaiFolding.fold(String(String.UnicodeScalarView(scalars[max(0, start - reach)..<start])))
    func places(_ words: [[UInt8]]) -> [Range<Int>] {
      words.flatMap { word in
        head.indices.filter { head[$0...].starts(with: word) }.map { $0..<($0 + word.count) }
      }
    }
    let faxes = places(fax)
    guard let named = faxes.max(by: { $0.lowerBound < $1.lowerBound }) else { return false }
    let phones = places(phone).filter { place in !faxes.contains { $0.lowerBound == place.lowerBound } }
    guard let other = phones.max(by: { $0.lowerBound < $1.lowerBound }) else { return true }
    return other.upperBound < named.lowerBound
  }

  /// Where numbers begin that are dialled: 0 or +66 and eight or nine digits, in groups set apart by a hyphen, point,
  /// bracket or space. A day of the calendar (05-01-2566) has too few.
  private static func numbers(in scalars: [Unicode.Scalar]) -> [Int] {
    scalars.indices.filter { at in
      guard at == 0 || digit(scalars[at - 1]) == nil else { return false }
      let isForeign = scalars[at...].starts(with: Array("+66".unicodeScalars))
      guard isForeign || digit(scalars[at]) == 0 else { return false }
      let groups = groups(in: scalars[(isForeign ? at + 3 : at)...])
      let count = groups.reduce(0, +)
      let isDay = groups.count > 2 && groups[0] == 2 && groups[1] == 2 && groups[2] == 4
      return !isDay && (isForeign ? 8...10 : 9...10).contains(count)
    }
  }

  /// How many digits stand in each group, up to ten in all; what goes on behind them is an extension or another number.
  private static func groups(in scalars: ArraySlice<Unicode.Scalar>) -> [Int] {
    var groups = [0]
    var gap = 0
    for scalar in scalars {
      if digit(scalar) != nil {
        if gap > 0, groups != [0] { groups.append(0) }
        gap = 0
        groups[groups.count - 1] += 1
        if groups.reduce(0, +) > 10 { break }
      } else if " -–.()\u{A0}".unicodeScalars.contains(scalar), gap < 2 {
        gap += 1
        if groups.reduce(0, +) >= 9 { break }
      } else {
        break
      }
    }
    return groups
  }

  /// Whether a text holds a mail address, or one written so that machines do not read it: `saraban[at]town.go.th`.
  static func holdsMail(_ text: String) -> Bool {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    let scalars = Array(plain.replacing("[at]", with: "@").replacing("(at)", with: "@").unicodeScalars)
    return scalars.indices.contains { at in
      guard scalars[at] == "@", at > 0, isLatin(scalars[at - 1]) else { return false }
      let host = scalars[(at + 1)...].prefix { isLatin($0) || $0 == "." || $0 == "-" }
      return host.split(separator: ".").count > 1
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || digit(scalar) != nil || "._-".unicodeScalars.contains(scalar))
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    case 0x0E50...0x0E59: scalar.value - 0x0E50
    default: nil
    }
  }
}
