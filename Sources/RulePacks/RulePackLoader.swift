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
    var faults: [RulePackFault] = []
    let vocabulary = files.first { $0.name == vocabularyName }.flatMap { file in
      let log = FaultLog(file: file.name)
      defer { faults += log.faults }
      return RuleDocument.root(of: file, log: log).flatMap(VocabularyReader.vocabulary)
    }
    guard let vocabulary, faults.isEmpty else { return (nil, faults.sorted()) }
    return (LoadedRules(vocabulary: vocabulary, editions: [], files: files), [])
  }
}
