import AuditCore
import Foundation

/// A rules folder that was read without a fault, with the files that its digest covers.
package struct LoadedRules: Sendable {
  package var vocabulary: Vocabulary
  /// By year, ascending.
  package var editions: [Edition]
  /// In the order of their names.
  package var files: [RuleFile]

  package init(vocabulary: Vocabulary, editions: [Edition], files: [RuleFile]) {
    self.vocabulary = vocabulary
    self.editions = editions
    self.files = files
  }

  /// The rule pack, once the caller has computed the digest of the files.
  package func pack(digest: String) -> RulePack {
    RulePack(vocabulary: vocabulary, editions: editions, digest: digest)
  }
}

/// Reads `vocabulary.yml` and `oit/*.yml` strictly: every fault of every file is told, and rules with a fault
/// are not judged by.
package enum RulePackLoader {
  package static let vocabularyName = "vocabulary.yml"

  /// The rules of a folder, or all that is wrong with them.
  package static func load(folder: URL) throws(RulePackError) -> LoadedRules {
    let (files, unreadable) = RulesFolder.files(in: folder)
    let (rules, faults) = read(files)
    guard let rules, unreadable.isEmpty, faults.isEmpty else { throw .faults((unreadable + faults).sorted()) }
    return rules
  }

  /// The rules in files that were read already; nil where there is a fault.
  package static func read(_ files: [RuleFile]) -> (rules: LoadedRules?, faults: [RulePackFault]) {
    let files = files.sorted { $0.name < $1.name }
    let logs = files.map { FaultLog(file: $0.name) }
    let roots = zip(files, logs).compactMap { file, log in RuleDocument.root(of: file, log: log) }

    // A file that does not parse leaves gaps in those that take over from it: only the cause is told.
    guard roots.count == files.count else { return (nil, (absent(files) + logs.flatMap(\.faults)).sorted()) }

    let vocabularyRoot = roots.first { $0.log.file == vocabularyName }
    let vocabulary = vocabularyRoot.flatMap(VocabularyReader.vocabulary)
    let drafts = roots.filter { $0.log.file.hasPrefix("oit/") }.compactMap(EditionReader.edition)
    let assembly = EditionAssembly(drafts)
    let editions = drafts.map(assembly.edition).sorted { $0.year < $1.year }

    if let vocabulary, let vocabularyRoot {
      let lint = NameLint(genericWords: vocabulary.genericWords)
      WordLint.checkVocabulary(vocabularyRoot, with: lint)
      for draft in drafts {
        WordLint.checkEdition(draft.node, with: lint)
        EditionLint(draft: draft, vocabulary: vocabulary).run()
      }
    }
    let faults = (absent(files) + logs.flatMap(\.faults)).sorted()
    guard let vocabulary, faults.isEmpty else { return (nil, faults) }
    return (LoadedRules(vocabulary: vocabulary, editions: editions, files: files), [])
  }

  private static func absent(_ files: [RuleFile]) -> [RulePackFault] {
    var faults: [RulePackFault] = []
    if !files.contains(where: { $0.name == vocabularyName }) {
      faults.append(
        RulePackFault(
          kind: .unreadable, file: vocabularyName, line: 1, key: "",
          message: Bilingual(th: "ไม่มีไฟล์นี้", en: "the file is missing")))
    }
    if !files.contains(where: { $0.name.hasPrefix("oit/") }) {
      faults.append(
        RulePackFault(
          kind: .unreadable, file: "oit", line: 1, key: "",
          message: Bilingual(th: "ไม่มีรุ่นปีใดในโฟลเดอร์นี้", en: "the folder holds no edition")))
    }
    return faults
  }
}
