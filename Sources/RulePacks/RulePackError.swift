import AuditCore

/// Why there is no rule pack to judge by, or no configuration to work by: the one error of this module.
package enum RulePackError: Error, Sendable {
  /// None of the folders holds rules; they are named in the order in which they were looked at.
  case noRules(lookedIn: [String])
  /// The rules were found and are wrong; every fault is told, in the order of file and line.
  case faults([RulePackFault])
  /// There is no configuration file at this path.
  case noConfiguration(path: String)
  /// The configuration is wrong; every fault is told, in the order of the lines.
  case configuration([RulePackFault])

  package func message(in language: Language) -> String {
    switch self {
    case .noRules(let folders):
      let list = folders.joined(separator: ", ")
      return Bilingual(
        th: "ไม่พบโฟลเดอร์เกณฑ์ (Rules) ที่มี vocabulary.yml ใน: \(list)",
        en: "No rules folder with a vocabulary.yml in: \(list)"
      ).text(in: language)
    case .noConfiguration(let path):
      return Bilingual(
        th: "ไม่พบไฟล์ตั้งค่า \(path) สร้างได้ด้วย: oitcheck init ที่อยู่เว็บไซต์",
        en: "There is no configuration \(path); make one with: oitcheck init URL"
      ).text(in: language)
    case .faults(let faults), .configuration(let faults):
      return faults.map { $0.line(in: language) }.joined(separator: "\n")
    }
  }
}
