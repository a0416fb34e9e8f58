import AuditCore

extension Verdict {
  /// The verdict as the officer reads it; the Thai words are those of the contract.
  package func name(_ language: Language) -> String {
    let name: Bilingual =
      switch self {
      case .met: Bilingual(th: "ครบถ้วน", en: "met")
      case .partial: Bilingual(th: "ไม่ครบองค์ประกอบ", en: "incomplete")
      case .outdated: Bilingual(th: "ไม่เป็นปัจจุบัน", en: "outdated")
      case .broken: Bilingual(th: "ลิงก์เสีย", en: "broken link")
      case .missing: Bilingual(th: "ไม่พบ", en: "not found")
      case .unknown: Bilingual(th: "ตรวจไม่ได้", en: "could not check")
      case .notDue: Bilingual(th: "ยังไม่ถึงกำหนด", en: "not due yet")
      case .waived: Bilingual(th: "ยกเว้น", en: "waived")
      }
    return name.text(in: language)
  }

  /// One column wide, told apart without colour.
  package var symbol: String {
    switch self {
    case .met: "✓"
    case .partial: "~"
    case .outdated: "<"
    case .broken: "!"
    case .missing: "✗"
    case .unknown: "?"
    case .notDue: "·"
    case .waived: "="
    }
  }
}
