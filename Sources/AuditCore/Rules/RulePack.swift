/// Everything that judging reads from `Rules/`: the vocabulary and the editions, with the digest of the files.
package struct RulePack: Sendable {
  package var vocabulary: Vocabulary
  /// By year, ascending.
  package var editions: [Edition]
  /// `sha256:` over the rule files in the order of their names.
  package var digest: String

  package init(vocabulary: Vocabulary, editions: [Edition], digest: String) {
    self.vocabulary = vocabulary
    self.editions = editions
    self.digest = digest
  }

  package func edition(_ year: Int) -> Edition? {
    editions.first { $0.year == year }
  }
}
