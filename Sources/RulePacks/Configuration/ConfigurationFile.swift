import AuditCore
import Foundation

/// `oitcheck.yml`: read strictly, with every fault told at once by file, line and key.
package enum ConfigurationFile {
  /// The configuration at a path, for the items and body types of a rule pack.
  package static func read(path: String, rules: RulePack) throws(RulePackError) -> Configuration {
    let bytes = try bytes(at: path)
    let (configuration, faults) = read(RuleFile(name: path, bytes: bytes), rules: rules)
    guard let configuration else { throw .configuration(faults) }
    return configuration
  }

  /// The configuration in a file that was read already; nil where there is a fault.
  package static func read(
    _ file: RuleFile, rules: RulePack
  ) -> (configuration: Configuration?, faults: [RulePackFault]) {
    let log = FaultLog(file: file.name)
    let configuration = RuleDocument.root(of: file, log: log).flatMap { root in
      isBounded(root, bytes: file.bytes.count) ? ConfigurationReader(rules: rules).configuration(root) : nil
    }
    return (log.faults.isEmpty ? configuration : nil, log.faults.sorted())
  }

  /// One byte more than allowed is enough to tell that a file is too large; a pipe or a folder is not waited for.
  private static func bytes(at path: String) throws(RulePackError) -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noConfiguration(path: path)
    }
    do {
      let kind =
        try FileManager.default.attributesOfItem(
          atPath: URL(filePath: path).resolvingSymlinksInPath().path)[.type] as? FileAttributeType
      guard kind == .typeRegular else { throw CocoaError(.fileReadUnknown) }
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      return try handle.read(upToCount: RuleDocument.largestFile + 1) ?? Data()
    } catch {
      let log = FaultLog(file: path)
      log.report(
        .unreadable, line: 1, key: "", th: "อ่านไฟล์ไม่ได้ ต้องเป็นไฟล์ธรรมดาที่ผู้ใช้นี้อ่านได้",
        en: "cannot be read: it must be a plain file that this user may read")
      throw .configuration(log.faults)
    }
  }

  /// Whether aliases unfold a small file into a large one. Without that, no value takes less than a byte of the file
  /// and no key without a value less than two, so the walk ends early where there are more values than bytes.
  private static func isBounded(_ root: RuleNode, bytes: Int) -> Bool {
    var open = [root.node]
    var seen = 1
    while let node = open.popLast(), seen <= 2 * bytes {
      if let mapping = node.mapping {
        seen += 2 * mapping.count
        if seen <= 2 * bytes { open += mapping.flatMap { [$0.key, $0.value] } }
      } else if let sequence = node.sequence {
        seen += sequence.count
        if seen <= 2 * bytes { open += sequence }
      }
    }
    guard seen > 2 * bytes else { return true }
    root.report(
      .syntax, th: "anchor และ alias (& และ *) ขยายไฟล์เกินขนาด ให้เขียนค่าซ้ำแทน",
      en: "anchors and aliases (& and *) unfold beyond all bounds: write the values again instead")
    return false
  }
}
