import AuditCore

/// Collects the faults of one file while it is read, so that its author sees all of them at once.
final class FaultLog {
  let file: String
  private(set) var faults: [RulePackFault] = []

  init(file: String) { self.file = file }

  func report(_ kind: RulePackFault.Kind, line: Int, key: String, th: String, en: String) {
    faults.append(
      RulePackFault(kind: kind, file: file, line: line, key: key, message: Bilingual(th: th, en: en)))
  }
}
