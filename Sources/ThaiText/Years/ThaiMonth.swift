/// The months as Thai documents write them, January first.
package enum ThaiMonth {
  static let names = [
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
    "ธันวาคม",
  ]
  static let abbreviations = [
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
  ]

  /// The full name of a month 1–12; other numbers are taken round the year.
  package static func name(_ month: Int) -> String { names[place(month)] }

  /// The abbreviation of a month 1–12, with its dots.
  package static func abbreviation(_ month: Int) -> String { abbreviations[place(month)] }

  private static func place(_ month: Int) -> Int { ((month - 1) % 12 + 12) % 12 }
}
