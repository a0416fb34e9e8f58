import Foundation

/// The folder with `vocabulary.yml` and `oit/*.yml`.
package enum RulesFolder {
  /// The first of `--rules`, `./Rules` and `<executable>/../share/oitcheck/Rules` that holds a vocabulary.
  /// A folder that was asked for is the only one looked at.
  package static func locate(
    explicit: String?, currentDirectory: URL, executable: URL?
  ) throws(RulePackError) -> URL {
    var candidates: [URL] = []
    if let explicit {
      let isAbsolute = explicit.utf8.first == UInt8(ascii: "/")
      candidates = [isAbsolute ? URL(filePath: explicit) : currentDirectory.appending(path: explicit)]
    } else {
      candidates.append(currentDirectory.appending(path: "Rules", directoryHint: .isDirectory))
      if let executable {
        let prefix = executable.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        candidates.append(prefix.appending(path: "share/oitcheck/Rules", directoryHint: .isDirectory))
      }
    }
    if let folder = candidates.first(where: hasVocabulary) { return folder.standardizedFileURL }
    throw .noRules(lookedIn: candidates.map { $0.standardizedFileURL.path(percentEncoded: false) })
  }

  /// The rule files of a folder in the order of their names; what cannot be read is a fault, and so is a file
  /// that is larger than a rule file may be (it is not read into memory).
  package static func files(in folder: URL) -> (files: [RuleFile], faults: [RulePackFault]) {
    var files: [RuleFile] = []
    var faults: [RulePackFault] = []
    for name in names(in: folder) {
      let log = FaultLog(file: name)
      if let bytes = bytes(of: folder.appending(path: name), log: log) {
        files.append(RuleFile(name: name, bytes: bytes))
      }
      faults += log.faults
    }
    return (files, faults)
  }

  private static func names(in folder: URL) -> [String] {
    let editions = folder.appending(path: "oit").path(percentEncoded: false)
    let found = (try? FileManager.default.contentsOfDirectory(atPath: editions)) ?? []
    let names = found.filter { $0.hasSuffix(".yml") && !$0.hasPrefix(".") }.map { "oit/\($0)" }
    return (names + (hasVocabulary(folder) ? [RulePackLoader.vocabularyName] : [])).sorted()
  }

  private static func hasVocabulary(_ folder: URL) -> Bool {
    let vocabulary = folder.appending(path: RulePackLoader.vocabularyName)
    return FileManager.default.fileExists(atPath: vocabulary.path(percentEncoded: false))
  }

  private static func bytes(of address: URL, log: FaultLog) -> Data? {
    do {
      let handle = try FileHandle(forReadingFrom: address)
      defer { try? handle.close() }
      // One byte more than allowed is enough to tell that it is too large.
      return try handle.read(upToCount: RuleDocument.largestFile + 1) ?? Data()
    } catch {
      log.report(
        .unreadable, line: 1, key: "", th: "อ่านไฟล์ไม่ได้: \(error.localizedDescription)",
        en: "cannot read the file: \(error.localizedDescription)")
      return nil
    }
  }
}
