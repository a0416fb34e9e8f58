import Foundation

/// The relative luminance of a colour (WCAG 2.2, definitions) and the contrast of two.
struct Contrast {
  let luminance: Double

  /// Six hexadecimal digits.
  init?(_ hex: String) {
    guard hex.utf8.count == 6, let value = Int(hex, radix: 16) else { return nil }
    let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  static func ratio(_ one: Contrast, _ other: Contrast) -> Double {
    (max(one.luminance, other.luminance) + 0.05) / (min(one.luminance, other.luminance) + 0.05)
  }
}
