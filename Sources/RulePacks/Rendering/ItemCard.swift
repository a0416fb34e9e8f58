import AuditCore

/// What `rules show O31` prints: one item with all that is asked for it and where that was seen.
package enum ItemCard {
  package static func text(
    of item: ItemRule, in edition: Edition, vocabulary: Vocabulary, language: Language
  ) -> String {
    var card = Card(language: language)
    card.line("\(item.number) \(item.title.text(in: language))")
    card.field("รุ่นปี", "edition", "\(edition.year) (\(edition.confidence))")
    card.field("ตัวชี้วัดย่อย", "sub-indicator", item.sub)
    card.field("คะแนนจาก 100", "points of 100", Points.text(edition.points(of: item)))
    card.field("ประเภท", "kind", RuleWords.kind(item.kind).text(in: language))
    card.field("ช่วงเวลา", "period", RuleWords.period(item.period, in: language))
    if let due = item.due {
      card.field("กำหนด", "due", "\(due.day)/\(due.month) (\(due.confidence))")
    }
    card.field("หน่วยที่รับผิดชอบ", "responsible", item.responsible)
    card.field("แนวคิด", "concepts", item.concepts.map(\.description).joined(separator: ", "))
    addElements(of: item, to: &card)
    addConditions(of: item, to: &card)
    addNames(of: item, from: vocabulary, to: &card)
    card.field("วิธีแก้", "remedy", item.remedy.text(in: language))
    card.field("แหล่ง", "source", describe(item.source))
    return card.text
  }

  private static func addElements(of item: ItemRule, to card: inout Card) {
    card.heading("องค์ประกอบ", "elements")
    for element in item.elements {
      let need = RuleWords.need(element.need).text(in: card.language)
      let source = element.source.map { " (\(describe($0)))" } ?? ""
      card.line("  - [\(need)] \(element.name.text(in: card.language))\(source)")
    }
  }

  private static func addConditions(of item: ItemRule, to card: inout Card) {
    for rule in item.agreesWith {
      let need = RuleWords.need(rule.need).text(in: card.language)
      let share = "[\(need)] \(rule.item): \(rule.name.text(in: card.language)) ≥ \(Points.text(rule.minShare * 100))%"
      card.field("สอดคล้องกับ", "agrees with", share)
    }
    if item.signedBy != nil { card.field("ลงนามโดย", "signed by", card.said("ผู้บริหารสูงสุด", "the chief executive")) }
    if item.issuedBySite { card.field("ผู้ออก", "issuer", card.said("หน่วยงานเอง", "the body itself")) }
    if item.ownPage { card.field("หลักฐาน", "evidence", card.said("หน้าเว็บของหน่วยงาน", "the body's own page")) }
    if let concept = item.separateFrom { card.field("แยกจาก", "apart from", concept.description) }
    if !item.emptyStatement.isEmpty {
      card.field("ข้อความว่าไม่มี", "statement of none", item.emptyStatement.joined(separator: " | "))
    }
  }

  private static func addNames(of item: ItemRule, from vocabulary: Vocabulary, to card: inout Card) {
    for concept in item.concepts {
      guard let names = vocabulary.names(of: concept) else { continue }
      card.field("ชื่อที่ค้น (\(concept))", "names sought (\(concept))", names.strong.map(\.text).joined(separator: " | "))
    }
  }

  private static func describe(_ source: RuleSource) -> String {
    let text = "\(source.seen.joined(separator: ", ")); \(source.confidence)"
    return source.note.map { "\(text); \($0)" } ?? text
  }

  /// The lines of a card in one language.
  private struct Card {
    let language: Language
    var text = ""

    init(language: Language) { self.language = language }

    func said(_ th: String, _ en: String) -> String { language == .th ? th : en }
    mutating func line(_ line: String) { text += line + "\n" }
    mutating func heading(_ th: String, _ en: String) { line("\(said(th, en)):") }
    mutating func field(_ th: String, _ en: String, _ value: String) { line("\(said(th, en)): \(value)") }
  }
}
