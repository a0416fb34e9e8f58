import AuditCore

/// What must hold within an edition beyond the shape of each value: numbers, keys, counts and references.
struct EditionLint {
  let draft: EditionDraft
  let vocabulary: Vocabulary

  func run() {
    checkFileName()
    checkNumbersAndKeys()
    checkSubIndicators()
    checkConcepts()
    checkAgreements()
    checkBodyTypes()
  }

  private var log: FaultLog { draft.node.log }

  private func checkFileName() {
    let expected = "oit/\(draft.year).yml"
    guard log.file != expected else { return }
    log.report(
      .badValue, line: draft.node.line, key: "edition", th: "ไฟล์ของปี \(draft.year) ต้องชื่อ \(expected)",
      en: "the file of edition \(draft.year) must be \(expected)")
  }

  private func checkNumbersAndKeys() {
    var numbers: Set<String> = []
    var keys: Set<String> = []
    for item in draft.items {
      if !numbers.insert(item.number).inserted {
        item.map["number"]?.report(
          .duplicate, th: "เลขข้อ \(item.number) มีแล้ว", en: "number \(item.number) is there already")
      }
      if !item.key.isEmpty, !keys.insert(item.key).inserted {
        item.map["key"]?.report(
          .duplicate, th: "คีย์ “\(item.key)” มีแล้ว", en: "key “\(item.key)” is there already")
      }
    }
    for ordinal in 1...max(draft.items.count, 1) where !numbers.contains("O\(ordinal)") {
      log.report(
        .count, line: draft.node.line, key: "items", th: "ขาดข้อ O\(ordinal) ในรายการ \(draft.items.count) ข้อ",
        en: "O\(ordinal) is missing from the list of \(draft.items.count)")
    }
  }

  private func checkSubIndicators() {
    let subs = draft.indicators.flatMap(\.subIndicators)
    for (index, sub) in subs.enumerated() where subs[..<index].contains(where: { $0.id == sub.id }) {
      draft.indicatorsNode.report(
        .duplicate, th: "ตัวชี้วัดย่อย \(sub.id) มีแล้ว", en: "sub-indicator \(sub.id) is there already")
    }
    for sub in subs {
      let found = draft.items.filter { $0.sub == sub.id }.count
      guard found != sub.itemCount else { continue }
      draft.indicatorsNode.report(
        .count, th: "ตัวชี้วัดย่อย \(sub.id) บอก \(sub.itemCount) ข้อ แต่มี \(found) ข้อ",
        en: "sub-indicator \(sub.id) says \(sub.itemCount) items and holds \(found)")
    }
    for item in draft.items where !item.sub.isEmpty && !subs.contains(where: { $0.id == item.sub }) {
      item.map["sub"]?.report(
        .badValue, th: "ไม่มีตัวชี้วัดย่อย \(item.sub)", en: "there is no sub-indicator \(item.sub)")
    }
  }

  private func checkConcepts() {
    let known = Set(vocabulary.concepts.map(\.id))
    for item in draft.items {
      for concept in item.concepts where !known.contains(concept) {
        reportUnknown(concept, at: item.map["concepts"])
      }
      if case .some(.some(let concept)) = item.separateFrom, !known.contains(concept) {
        reportUnknown(concept, at: item.map["separateFrom"])
      }
    }
  }

  private func reportUnknown(_ concept: ConceptID, at node: RuleNode?) {
    node?.report(
      .unknownConcept, th: "ไม่มีแนวคิด “\(concept)” ใน vocabulary.yml",
      en: "there is no concept “\(concept)” in vocabulary.yml")
  }

  private func checkAgreements() {
    let numbers = Set(draft.items.map(\.number))
    for item in draft.items {
      for rule in item.agreesWith where !numbers.contains(rule.item) || rule.item == item.number {
        item.map["agreesWith"]?.report(
          .unknownItem, th: "ไม่มีข้อ “\(rule.item)” ให้เทียบ", en: "there is no item “\(rule.item)” to agree with")
      }
    }
  }

  private func checkBodyTypes() {
    let known = Set(vocabulary.bodyTypes.map(\.key))
    for item in draft.items {
      for key in item.titleByBodyType.keys.sorted() where !known.contains(key) {
        item.map["titleByBodyType"]?.report(
          .badValue, th: "ไม่รู้จักรูปแบบ อปท. “\(key)”", en: "unknown body type “\(key)”")
      }
    }
  }
}
