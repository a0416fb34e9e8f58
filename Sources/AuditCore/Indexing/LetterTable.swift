/// Which characters are letters or digits (Unicode `Alphabetic`, or with a numeric value). Those of Thai and Latin text
/// are asked of Unicode once: it is a long question for something that is asked of every character of a site.
enum LetterTable {
  private static let first: [Bool] = (0..<0x0E80).map { Unicode.Scalar(UInt16($0)).map(ask) ?? false }

  static func holds(_ scalar: Unicode.Scalar) -> Bool {
    let value = Int(scalar.value)
    return value < first.count ? first[value] : ask(scalar)
  }

  private static func ask(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
