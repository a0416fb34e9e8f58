/// The names by which each concept is recognised, for all editions: `Rules/vocabulary.yml`.
package struct Vocabulary: Sendable {
  package var concepts: [ConceptNames]
  /// Words too general to name anything alone ("รายงาน", "เปิด", "ดาวน์โหลด").
  package var genericWords: [String]
  /// Words that mark a list or page of another kind of body (college, hospital, police), never an อปท.
  package var otherBodies: [String]
  package var bodyTypes: [BodyType]

  package init(
    concepts: [ConceptNames], genericWords: [String], otherBodies: [String], bodyTypes: [BodyType]
  ) {
    self.concepts = concepts
    self.genericWords = genericWords
    self.otherBodies = otherBodies
    self.bodyTypes = bodyTypes
  }

  package func names(of concept: ConceptID) -> ConceptNames? {
    concepts.first { $0.id == concept }
  }
}

/// The names of one concept.
package struct ConceptNames: Sendable {
  package var id: ConceptID
  package var title: Bilingual
  /// A name that says it by itself.
  package var strong: [Name]
  /// A name of a part or a kin of the duty ("แผนพัฒนาบุคลากร" for the personnel plan): it says what the text is about,
  /// but proves the duty only together with what the item asks for.
  package var narrow: [Name]
  /// A name that says it only with something else: a context, a number, a page of the same topic.
  package var weak: [Name]
  /// Where one of these stands in the same text, it is another thing.
  package var never: [Name]
  /// Words in an address that point to it (`plan_poa`, `webboard`).
  package var slugs: [String]

  package init(
    id: ConceptID, title: Bilingual, strong: [Name], narrow: [Name] = [], weak: [Name], never: [Name], slugs: [String]
  ) {
    self.id = id
    self.title = title
    self.strong = strong
    self.narrow = narrow
    self.weak = weak
    self.never = never
    self.slugs = slugs
  }
}

/// One name, with the surroundings it needs.
package struct Name: Sendable, Hashable {
  /// Where a generic name must stand to count.
  package enum Context: String, Sendable, CaseIterable {
    case menu, heading, index, row
  }

  package var text: String
  /// Empty: anywhere.
  package var context: [Context]
  /// Words of which one must stand in the same text.
  package var with: [String]
  /// Words none of which may stand in the same text.
  package var without: [String]
  /// The text must be this name and next to nothing else (official titles such as โครงสร้าง).
  package var whole: Bool

  package init(
    _ text: String, context: [Context] = [], with: [String] = [], without: [String] = [], whole: Bool = false
  ) {
    self.text = text
    self.context = context
    self.with = with
    self.without = without
    self.whole = whole
  }
}

/// A form of local body: เทศบาลนคร, เทศบาลเมือง, เทศบาลตำบล, อบต., อบจ. Titles and words differ.
package struct BodyType: Sendable, Hashable {
  package var key: String
  package var name: Bilingual
  /// How its name begins ("เทศบาลตำบล", "ทต.").
  package var prefixes: [String]
  /// The chief executive's title ("นายกเทศมนตรี").
  package var chief: [String]
  package var deputies: [String]
  /// The head of the permanent officials ("ปลัดเทศบาล").
  package var clerk: [String]
  package var council: [String]

  package init(
    key: String, name: Bilingual, prefixes: [String], chief: [String], deputies: [String], clerk: [String],
    council: [String]
  ) {
    self.key = key
    self.name = name
    self.prefixes = prefixes
    self.chief = chief
    self.deputies = deputies
    self.clerk = clerk
    self.council = council
  }
}
