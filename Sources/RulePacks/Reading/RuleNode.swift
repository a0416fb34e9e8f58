import AuditCore
import Yams

/// A value of a rule file with its place, read by what it should be. Whatever is something else is reported
/// and read as nil: reading goes on, the file as a whole is refused.
struct RuleNode {
  let node: Node
  /// The way to it, such as `items[11].period`.
  let path: String
  let log: FaultLog

  var line: Int { node.mark?.line ?? 1 }

  func report(_ kind: RulePackFault.Kind, th: String, en: String) {
    log.report(kind, line: line, key: path, th: th, en: en)
  }

  private func wrongType(th: String, en: String) {
    report(.wrongType, th: "ต้องเป็น\(th)", en: "must be \(en)")
  }

  /// A text that is not blank. Digits need quotes, so that "010" and "9.10" stay what they are.
  func text() -> String? {
    guard case .text(let text)? = scalar else {
      wrongType(th: "ข้อความ (ตัวเลขให้ใส่เครื่องหมายคำพูด)", en: "a text (put quotes around digits)")
      return nil
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      report(.missing, th: "ข้อความว่าง", en: "the text is empty")
      return nil
    }
    return text
  }

  func integer() -> Int? {
    if case .integer(let value)? = scalar { return value }
    wrongType(th: "จำนวนเต็ม", en: "a whole number")
    return nil
  }

  func number() -> Double? {
    switch scalar {
    case .integer(let value): return Double(value)
    case .number(let value): return value
    default:
      wrongType(th: "ตัวเลข", en: "a number")
      return nil
    }
  }

  func flag() -> Bool? {
    if case .flag(let value)? = scalar { return value }
    wrongType(th: " true หรือ false", en: "true or false")
    return nil
  }

  private var scalar: RuleScalar? { node.scalar.map(RuleScalar.init) }

  func list() -> [RuleNode]? {
    guard let sequence = node.sequence else {
      wrongType(th: "รายการ [ ]", en: "a list")
      return nil
    }
    return sequence.enumerated().map { RuleNode(node: $1, path: "\(path)[\($0)]", log: log) }
  }

  func texts() -> [String] { (list() ?? []).compactMap { $0.text() } }

  /// One word of a closed set.
  func choice<Word: RawRepresentable & CaseIterable>(of: Word.Type) -> Word? where Word.RawValue == String {
    choice(of: Word.allCases.map(\.rawValue)).flatMap(Word.init(rawValue:))
  }

  func choice(of words: [String]) -> String? {
    guard let text = text() else { return nil }
    guard words.contains(text) else {
      let known = words.joined(separator: ", ")
      let near = NearestWord.remark(on: text, in: words)
      report(
        .badValue, th: "ไม่รู้จักค่า “\(Self.shown(text))”\(near.th) ใช้ได้: \(known)",
        en: "unknown value “\(Self.shown(text))”\(near.en); one of: \(known)")
      return nil
    }
    return text
  }

  /// A text in both languages; both must be there.
  func bilingual() -> Bilingual? {
    guard let map = mapping(of: ["th", "en"]) else { return nil }
    let th = map.required("th")?.text()
    let en = map.required("en")?.text()
    guard let th, let en else { return nil }
    return Bilingual(th: th, en: en)
  }

  /// A word of the file as a message may repeat it: of bounded length, without control characters.
  static func shown(_ word: String) -> String {
    let scalars = word.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? "?" : $0 }
    return String(String.UnicodeScalarView(scalars)) + (word.unicodeScalars.count > 60 ? "…" : "")
  }

  /// A mapping with a closed set of keys; every other key is reported.
  func mapping(of keys: [String]) -> RuleMapping? {
    guard let entries = entries() else { return nil }
    for (key, value) in entries where !keys.contains(key.name) && !log.isFull {
      let near = NearestWord.remark(on: key.name, in: keys)
      log.report(
        .unknownKey, line: key.line, key: value.path,
        th: "ไม่รู้จักคีย์ “\(Self.shown(key.name))”\(near.th) ใช้ได้: \(keys.joined(separator: ", "))",
        en: "unknown key “\(Self.shown(key.name))”\(near.en); one of: \(keys.joined(separator: ", "))")
    }
    let values = Dictionary(entries.map { ($0.0.name, $0.1) }, uniquingKeysWith: { first, _ in first })
    return RuleMapping(owner: self, values: values)
  }

  /// A mapping whose keys are names, in the order of the file.
  func entries() -> [(key: (name: String, line: Int), value: RuleNode)]? {
    guard let mapping = node.mapping else {
      wrongType(th: "กลุ่มคีย์และค่า", en: "a mapping of keys to values")
      return nil
    }
    return mapping.map { key, value in
      let name = key.scalar?.string ?? ""
      let way = path.isEmpty ? Self.shown(name) : "\(path).\(Self.shown(name))"
      return ((name, key.mark?.line ?? line), RuleNode(node: value, path: way, log: log))
    }
  }
}

/// A mapping of which the keys are known.
struct RuleMapping {
  let owner: RuleNode
  let values: [String: RuleNode]

  subscript(key: String) -> RuleNode? { values[key] }

  func required(_ key: String) -> RuleNode? {
    if let value = values[key] { return value }
    owner.log.report(
      .missing, line: owner.line, key: owner.path.isEmpty ? key : "\(owner.path).\(key)",
      th: "ขาด “\(key)”", en: "“\(key)” is missing")
    return nil
  }
}
