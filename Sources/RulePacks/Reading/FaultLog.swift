import AuditCore

/// Collects the faults of one file while it is read, so that its author sees all of them at once.
final class FaultLog {
  let file: String
  /// More than anybody mends at once; a hostile file has millions.
  static let mostFaults = 1_000
  private(set) var faults: [RulePackFault] = []

  var isFull: Bool { faults.count >= Self.mostFaults }

  init(file: String) { self.file = file }

  func report(_ kind: RulePackFault.Kind, line: Int, key: String, th: String, en: String) {
    guard !isFull else { return }
    faults.append(
      RulePackFault(kind: kind, file: file, line: line, key: key, message: Bilingual(th: th, en: en)))
  }
}
