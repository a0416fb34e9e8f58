import ThaiText

/// The vocabulary made ready for one pass over a text: every name, every word that forbids or explains, in one
/// automaton over folded bytes.
struct NameBook: Sendable {
  let concepts: [ConceptID]
  /// Whether a concept is no duty of any list (`beside_…`).
  let isBeside: [Bool]
  /// Phrases that forbid a concept, by concept.
  let never: [[Int]]
  let patterns: [NamePattern]
  /// Patterns by the phrase they begin with.
  let patternsByPhrase: [[Int]]
  let phrases: [[UInt8]]
  /// Whether a phrase is a generic word: it explains its letters away.
  let isGeneric: [Bool]
  /// Whether a generic word is the head of longer names ("รายงาน", "แผน"): before a name it makes another thing of it.
  let isHead: [Bool]
  /// Whether a phrase begins the name of a body: the letters behind it are its proper name.
  let isBodyPrefix: [Bool]
  /// Whether a phrase begins or ends with a Latin letter or digit, so that its edges must be looked at.
  let hasPlainEdge: [Bool]
  let automaton: PhraseAutomaton
  /// The concept whose strong names begin pasted criteria text.
  let criteriaConcept: Int?

  /// How concepts that are no duty are named.
  static let besidePrefix = "beside_"
  private static let criteriaKey = "beside_criteria"

  /// - Parameter fold: the key names are compared by: the exact one or the loose one.
  init(_ vocabulary: Vocabulary, fold: @escaping (String) -> [UInt8]) {
    var table = PhraseTable(fold: fold)
    var patterns: [NamePattern] = []
    var never: [[Int]] = []
    for (index, names) in vocabulary.concepts.enumerated() {
      for (list, strength) in [
        (names.strong, NamePattern.Strength.strong), (names.narrow, .narrow), (names.weak, .weak),
      ] {
        for name in list.flatMap({ [$0] + Self.shortened($0) }) {
          if let pattern = Self.pattern(name, strength, of: index, in: &table) { patterns.append(pattern) }
        }
      }
      never.append(names.never.map { table.phrase($0.text) })
    }
    let generic = Set(vocabulary.genericWords.map { table.phrase($0) })
    let otherBodies = vocabulary.otherBodies.filter { $0.utf8.first ?? 0 >= 0x80 }
    let prefixes = vocabulary.bodyTypes.flatMap(\.prefixes) + otherBodies
    let bodies = Set(prefixes.map { table.phrase($0) })

    concepts = vocabulary.concepts.map(\.id)
    isBeside = concepts.map { $0.description.hasPrefix(Self.besidePrefix) }
    criteriaConcept = concepts.firstIndex { $0.description == Self.criteriaKey }
    self.never = never
    self.patterns = patterns
    phrases = table.phrases
    var byPhrase = [[Int]](repeating: [], count: phrases.count)
    for (index, pattern) in patterns.enumerated() { byPhrase[pattern.parts[0]].append(index) }
    patternsByPhrase = byPhrase
    isGeneric = phrases.indices.map { generic.contains($0) }
    isHead = Self.heads(of: table.phrases, generic: generic, patterns: patterns)
    isBodyPrefix = phrases.indices.map { bodies.contains($0) }
    hasPlainEdge = phrases.map { ($0.first ?? 0x80) < 0x80 || ($0.last ?? 0x80) < 0x80 }
    automaton = PhraseAutomaton(phrases: phrases)
  }

  /// The name without the การ inside it, which writers leave out at will ("สรุปผลจัดซื้อจัดจ้าง").
  private static func shortened(_ name: Name) -> [Name] {
    let letters = Array(name.text.unicodeScalars)
    let nominal = Array("การ".unicodeScalars)
    guard letters.count >= shortestToShorten else { return [] }
    for place in 1..<(letters.count - nominal.count) where !wordsWithNominal.contains(letters[place - 1]) {
      let end = place + nominal.count
      guard letters[place..<end].elementsEqual(nominal) else { continue }
      var short = name
      short.text = String(String.UnicodeScalarView(letters[..<place] + letters[end...]))
      return [short]
    }
    return []
  }

  /// Shorter names would say too little without it.
  private static let shortestToShorten = 14
  /// Behind these การ belongs to the word (ราชการ) or begins a part of the name.
  private static let wordsWithNominal: Set<Unicode.Scalar> = ["ช", "…", " "]

  private static func heads(of phrases: [[UInt8]], generic: Set<Int>, patterns: [NamePattern]) -> [Bool] {
    let firsts = Set(patterns.filter { $0.strength == .strong }.map { $0.parts[0] })
    return phrases.indices.map { phrase in
      generic.contains(phrase)
        && firsts.contains { phrases[$0].count > phrases[phrase].count && phrases[$0].starts(with: phrases[phrase]) }
    }
  }

  private static func pattern(
    _ name: Name, _ strength: NamePattern.Strength, of concept: Int, in table: inout PhraseTable
  ) -> NamePattern? {
    let pieces = name.text.split(separator: "…", omittingEmptySubsequences: true)
    let parts = pieces.filter { piece in piece.contains { !$0.isWhitespace } }.map { table.phrase(String($0)) }
    guard !parts.isEmpty else { return nil }
    return NamePattern(
      concept: concept, strength: strength, name: name.text, parts: parts, isOpenBefore: name.text.hasPrefix("…"),
      isOpenBehind: name.text.hasSuffix("…"), context: name.context, with: name.with.map { table.phrase($0) },
      without: name.without.map { table.phrase($0) }, isWhole: name.whole,
      letters: parts.reduce(0) { $0 + table.phrases[$1].letterCount })
  }
}

/// Phrases while they are collected: the same letters get the same number.
private struct PhraseTable {
  let fold: (String) -> [UInt8]
  private(set) var phrases: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]

  init(fold: @escaping (String) -> [UInt8]) { self.fold = fold }

  mutating func phrase(_ text: String) -> Int {
    let bytes = fold(text)
    if let number = numbers[bytes] { return number }
    numbers[bytes] = phrases.count
    phrases.append(bytes)
    return phrases.count - 1
  }
}
