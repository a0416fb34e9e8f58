/// Thai and Arabic digits, changed into each other; everything else stays.
package enum ThaiDigits {
  /// "2566" → "๒๕๖๖".
  package static func thai(_ text: String) -> String {
    shifted(text, from: 0x30, to: 0xE50)
  }

  /// "๒๕๖๖" → "2566".
  package static func arabic(_ text: String) -> String {
    shifted(text, from: 0xE50, to: 0x30)
  }

  private static func shifted(_ text: String, from zero: UInt32, to other: UInt32) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = (zero...zero + 9).contains(scalar.value)
      result.append(isDigit ? Unicode.Scalar(scalar.value - zero + other) ?? scalar : scalar)
    }
    return String(result)
  }
}
