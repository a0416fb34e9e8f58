import RulePacks
import Testing

/// Every kind of mistake in a rule file, told with its file, line and key.
struct FaultTests {
  struct Mistake: CustomTestStringConvertible {
    var name: String
    var file = "oit/2566.yml"
    var old: String
    var new: String
    var kind: RulePackFault.Kind
    var line: Int
    var key: String
    var testDescription: String { name }
  }

  static let inEditions: [Mistake] = [
    Mistake(
      name: "an unknown key", old: "sub: \"9.1\"\n    kind: page", new: "sub: \"9.1\"\n    kinds: page",
      kind: .unknownKey, line: 24, key: "items[0].kinds"),
    Mistake(
      name: "a text where a number belongs", old: "2566", new: "\"2566\"", kind: .wrongType, line: 1, key: "edition"),
    Mistake(
      name: "a number where a text belongs", old: "sub: \"9.1\"", new: "sub: 9.1", kind: .wrongType, line: 23,
      key: "items[0].sub"),
    Mistake(
      name: "no value at all", old: "responsible: สำนักปลัด", new: "responsible:", kind: .wrongType, line: 29,
      key: "items[0].responsible"),
    Mistake(
      name: "a text where true or false belongs", old: "from: 85", new: "from: 85, confirmed: yes", kind: .wrongType,
      line: 11, key: "scoring.bands[0].confirmed"),
    Mistake(
      name: "a number that is none", old: "from: 85", new: "from: .nan", kind: .wrongType, line: 11,
      key: "scoring.bands[0].from"),
    Mistake(
      name: "a missing title", old: "title: {th: ข่าว, en: News}\n", new: "\n", kind: .missing, line: 31,
      key: "items[1].title"),
    Mistake(
      name: "a title in one language only", old: "{th: ข่าว, en: News}\n    sub", new: "{th: ข่าว}\n    sub",
      kind: .missing, line: 34, key: "items[1].title.en"),
    Mistake(
      name: "an empty title", old: "{th: โครงสร้าง, en: Structure}", new: "{th: \" \", en: Structure}", kind: .missing,
      line: 22, key: "items[0].title.th"),
    Mistake(
      name: "a number given twice", old: "number: O2", new: "number: O1", kind: .duplicate, line: 31,
      key: "items[1].number"),
    Mistake(name: "a gap in the numbers", old: "number: O2", new: "number: O3", kind: .count, line: 1, key: "items"),
    Mistake(
      name: "a number of another shape", old: "number: O2", new: "number: O02", kind: .badValue, line: 31,
      key: "items[1].number"),
    Mistake(
      name: "a key given twice", old: "key: news", new: "key: structure", kind: .duplicate, line: 32,
      key: "items[1].key"),
    Mistake(
      name: "a key with blanks", old: "key: news", new: "key: the news", kind: .badValue, line: 32, key: "items[1].key"),
    Mistake(
      name: "counts that do not add up", old: "items: 2}", new: "items: 3}", kind: .count, line: 14, key: "indicators"),
    Mistake(
      name: "a sub-indicator that is not there", old: "sub: \"9.1\"", new: "sub: \"9.7\"", kind: .badValue, line: 23,
      key: "items[0].sub"),
    Mistake(
      name: "an unknown concept", old: "concepts: [news]", new: "concepts: [newz]", kind: .unknownConcept, line: 33,
      key: "items[1].concepts"),
    Mistake(
      name: "an item without a concept", old: "concepts: [news]", new: "concepts: []", kind: .badValue, line: 33,
      key: "items[1].concepts"),
    Mistake(
      name: "an element given twice", old: "- {id: news, need: must, type: date, th: ข่าว, en: News}",
      new: "[{id: a, need: must, type: date, th: ก, en: A}, {id: a, need: must, type: date, th: ก, en: A}]",
      kind: .duplicate, line: 39, key: "items[1].elements[1]"),
    Mistake(
      name: "an unknown need", old: "need: must, type: date", new: "need: shall, type: date", kind: .badValue, line: 39,
      key: "items[1].elements[0].need"),
    Mistake(
      name: "an unknown matcher", old: "type: date", new: "type: dates", kind: .badValue, line: 39,
      key: "items[1].elements[0].type"),
    Mistake(
      name: "an element of words without words", old: "type: date", new: "type: words", kind: .missing, line: 39,
      key: "items[1].elements[0].words"),
    Mistake(
      name: "more words asked for than given", old: "{any: [แผนผัง]}", new: "{any: [แผนผัง], atLeast: 2}",
      kind: .badValue, line: 27, key: "items[0].elements[0].words.atLeast"),
    Mistake(
      name: "a word that folding swallows", old: "{any: [แผนผัง]}", new: "{any: [แผนผัง, \"–\"]}", kind: .neverMatches,
      line: 27, key: "items[0].elements[0].words.any[1]"),
    Mistake(
      name: "a word that stands everywhere", old: "{any: [แผนผัง]}", new: "{any: [แผนผัง, ต.]}", kind: .genericName,
      line: 27, key: "items[0].elements[0].words.any[1]"),
    Mistake(
      name: "agreement with an item that does not exist", old: "{item: O1", new: "{item: O9", kind: .unknownItem,
      line: 41, key: "items[1].agreesWith"),
    Mistake(
      name: "agreement with itself", old: "{item: O1", new: "{item: O2", kind: .unknownItem, line: 41,
      key: "items[1].agreesWith"),
    Mistake(
      name: "a share above one", old: "minShare: 0.5", new: "minShare: 50", kind: .badValue, line: 41,
      key: "items[1].agreesWith[0].minShare"),
    Mistake(name: "a due day that is no date", old: "04-30", new: "04-31", kind: .badValue, line: 6, key: "due.day"),
    Mistake(name: "a due day with a year", old: "04-30", new: "2023-04-30", kind: .badValue, line: 6, key: "due.day"),
    Mistake(
      name: "weights that are not a hundred", old: "IIT: 60", new: "IIT: 50", kind: .count, line: 9,
      key: "scoring.weights"),
    Mistake(
      name: "a year that the file name does not say", old: "edition: 2566", new: "edition: 2567", kind: .badValue,
      line: 1, key: "edition"),
    Mistake(
      name: "elements taken over from nowhere",
      old: "    elements:\n      - {id: news, need: must, type: date, th: ข่าว, en: News}\n", new: "", kind: .missing,
      line: 31, key: "items[1].elements"),
    Mistake(
      name: "an edition to take over from that is not there", old: "confidence: high\n",
      new: "confidence: high\nlike: [2570]\n", kind: .badValue, line: 1, key: "like"),
    Mistake(
      name: "a key twice in a mapping", old: "instrument: OIT", new: "edition: 2566", kind: .duplicate, line: 1,
      key: "edition"),
    Mistake(name: "broken YAML", old: "confidence: high", new: "confidence: [high", kind: .syntax, line: 5, key: ""),
  ]

  static let inVocabulary: [Mistake] = [
    Mistake(
      name: "a generic word as a strong name", file: "vocabulary.yml",
      old: "{text: โครงสร้าง, context: [menu], whole: true}", new: "{text: โครงสร้าง, whole: true}", kind: .genericName,
      line: 11, key: "concepts.structure.strong[1].text"),
    Mistake(
      name: "a generic word written with other signs", file: "vocabulary.yml", old: "[ข่าวประชาสัมพันธ์]",
      new: "[\"ราย งาน:\"]", kind: .genericName, line: 17, key: "concepts.news.strong[0]"),
    Mistake(
      name: "a name that folding swallows", file: "vocabulary.yml", old: "[ข่าวประชาสัมพันธ์]", new: "[\"--\"]",
      kind: .neverMatches, line: 17, key: "concepts.news.strong[0]"),
    Mistake(
      name: "a name of which one part is swallowed", file: "vocabulary.yml", old: "[ข่าวประชาสัมพันธ์]",
      new: "[ข่าว…-…ประชาสัมพันธ์]", kind: .neverMatches, line: 17, key: "concepts.news.strong[0]"),
    Mistake(
      name: "a slug that folding swallows", file: "vocabulary.yml", old: "[orgchart]", new: "[\"/\"]",
      kind: .neverMatches, line: 14, key: "concepts.structure.slugs[0]"),
    Mistake(
      name: "an unknown context", file: "vocabulary.yml", old: "[menu]", new: "[footer]", kind: .badValue, line: 11,
      key: "concepts.structure.strong[1].context[0]"),
    Mistake(
      name: "an unknown key of a name", file: "vocabulary.yml", old: "whole: true", new: "hole: true",
      kind: .unknownKey, line: 11, key: "concepts.structure.strong[1].hole"),
    Mistake(
      name: "a text for a list", file: "vocabulary.yml", old: "weak: [ผังองค์กร]", new: "weak: ผังองค์กร", kind: .wrongType,
      line: 12, key: "concepts.structure.weak"),
    Mistake(
      name: "a concept without a title", file: "vocabulary.yml", old: "    title: {th: ข่าว, en: News}\n", new: "",
      kind: .missing, line: 16, key: "concepts.news.title"),
  ]

  @Test("A mistake is told with its file, line and key", arguments: inEditions + inVocabulary)
  func mistake(_ mistake: Mistake) {
    let faults = RuleFixture.faults(in: mistake.file, replacing: mistake.old, with: mistake.new)
    let told = faults.map { "\($0.kind) \($0.line(in: .en))" }.joined(separator: "\n")
    #expect(
      faults.contains {
        $0.kind == mistake.kind && $0.file == mistake.file && $0.line == mistake.line && $0.key == mistake.key
      }, "\(told)")
    #expect(faults.allSatisfy { !$0.message.th.isEmpty && !$0.message.en.isEmpty })
  }

  /// A secret in the clear is a fault of configurations: see `ConfigurationSecretTests`.
  @Test("Every kind of fault is tried")
  func everyKind() {
    let tried = Set((Self.inEditions + Self.inVocabulary).map(\.kind)).union([.unreadable, .secretInClear])
    #expect(tried == Set(RulePackFault.Kind.allCases))
  }

  @Test("All faults of a file are told at once, in the order of its lines")
  func allAtOnce() {
    let spoilt = RuleFixture.edition.replacing("kind: page", with: "kind: site").replacing("04-30", with: "13-01")
    let faults = RulePackLoader.read(RuleFixture.files(editions: ["2566": spoilt])).faults
    #expect(faults.map(\.line) == [6, 24, 36])
  }
}
