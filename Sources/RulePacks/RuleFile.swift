import Foundation

/// One file of a rules folder as it lies on disk: what is parsed, and what the digest of a rule pack covers.
package struct RuleFile: Sendable, Hashable {
  /// Path inside the rules folder with forward slashes, such as `oit/2566.yml`.
  package var name: String
  package var bytes: Data

  package init(name: String, bytes: Data) {
    self.name = name
    self.bytes = bytes
  }
}
