import AuditCore

/// One thing that is wrong in a rule file, told so that its author finds the spot: file, line and key.
package struct RulePackFault: Sendable, Hashable, Comparable {
  /// What sort of mistake it is; tests and tools tell faults apart by it, people read the message.
  package enum Kind: String, Sendable, CaseIterable {
    /// The file is not YAML.
    case syntax
    /// The file cannot be read, or is larger than a rule file may be.
    case unreadable
    case unknownKey
    case wrongType
    case missing
    /// A value outside the closed vocabulary of its key.
    case badValue
    case duplicate
    /// Sub-indicators that do not add up to the list of items.
    case count
    /// A name of which folding leaves nothing.
    case neverMatches
    /// A generic word as a strong name without the surroundings it needs.
    case genericName
    case unknownConcept
    case unknownItem
    /// A configuration holds a secret itself instead of the place where it is found.
    case secretInClear
  }

  package var kind: Kind
  /// As in `RuleFile.name`.
  package var file: String
  /// Counted from 1; 1 for a fault of the file as a whole.
  package var line: Int
  /// The way to the value, such as `items[11].period.covers`; empty for the file as a whole.
  package var key: String
  package var message: Bilingual

  package init(kind: Kind, file: String, line: Int, key: String, message: Bilingual) {
    self.kind = kind
    self.file = file
    self.line = line
    self.key = key
    self.message = message
  }

  package static func < (a: RulePackFault, b: RulePackFault) -> Bool {
    (a.file, a.line, a.key, a.kind.rawValue) < (b.file, b.line, b.key, b.kind.rawValue)
  }

  /// One line for a terminal: `oit/2566.yml:120: items[3].title: …`.
  package func line(in language: Language) -> String {
    let place = key.isEmpty ? "" : " \(key):"
    return "\(file):\(line):\(place) \(message.text(in: language))"
  }
}
