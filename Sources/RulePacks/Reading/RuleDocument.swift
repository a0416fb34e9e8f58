import Foundation
import Yams

/// The YAML of one rule file, parsed once.
enum RuleDocument {
  /// No rule file comes near it; a larger one is a mistake and is not parsed.
  static let largestFile = 2 << 20

  /// The root value, or nil with the fault in the log: too large, not UTF-8, not YAML, a key twice, empty.
  static func root(of file: RuleFile, log: FaultLog) -> RuleNode? {
    guard file.bytes.count <= largestFile else {
      log.report(
        .unreadable, line: 1, key: "", th: "ไฟล์ใหญ่เกิน \(largestFile >> 20) MB",
        en: "the file is larger than \(largestFile >> 20) MB")
      return nil
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      log.report(.syntax, line: 1, key: "", th: "ไฟล์ไม่ใช่ UTF-8", en: "the file is not UTF-8")
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        log.report(.syntax, line: 1, key: "", th: "ไฟล์ว่าง", en: "the file is empty")
        return nil
      }
      return RuleNode(node: node, path: "", log: log)
    } catch let error as YamlError {
      report(error, log: log)
    } catch {
      log.report(.syntax, line: 1, key: "", th: "อ่าน YAML ไม่ได้: \(error)", en: "not YAML: \(error)")
    }
    return nil
  }

  private static func report(_ error: YamlError, log: FaultLog) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      log.report(
        .syntax, line: mark.line, key: "", th: "YAML ผิดรูปแบบ: \(problem)", en: "YAML syntax: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().joined(separator: ", ")
      log.report(
        .duplicate, line: context.mark.line, key: keys, th: "คีย์ซ้ำ: \(keys)", en: "key given twice: \(keys)")
    case .reader(let problem, _, _, _):
      log.report(.syntax, line: 1, key: "", th: "YAML ผิดรูปแบบ: \(problem)", en: "YAML syntax: \(problem)")
    default:
      log.report(.syntax, line: 1, key: "", th: "อ่าน YAML ไม่ได้: \(error)", en: "not YAML: \(error)")
    }
  }
}
