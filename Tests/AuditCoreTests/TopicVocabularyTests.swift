import AuditCore
import Testing
import ThaiText

/// The vocabulary of this checkout.
@Suite("Vocabulary")
struct TopicVocabularyTests {
  private let vocabulary = TopicRules.pack.vocabulary

  @Test("Every concept of every edition has strong names")
  func everyConceptIsNamed() {
    for edition in TopicRules.pack.editions {
      for concept in edition.items.flatMap(\.concepts) {
        #expect(vocabulary.names(of: concept)?.strong.isEmpty == false, "\(edition.year) \(concept)")
      }
    }
  }

  @Test("What stands beside the items is no concept of an edition")
  func neighboursAreNoDuties() {
    let duties = Set(TopicRules.pack.editions.flatMap(\.items).flatMap(\.concepts))
    #expect(duties.allSatisfy { !$0.description.hasPrefix("beside_") })
  }

  @Test("The official title of every item of every edition is recognised as that item")
  func officialTitles() throws {
    for edition in TopicRules.pack.editions {
      let matcher = try #require(TopicRules.line(edition.year))
      for item in edition.items {
        let answer = matcher.answer(text: item.title.th)
        #expect(answer.item == item.number, "\(edition.year) \(item.number) \(item.title.th): \(answer.why)")
      }
    }
  }

  @Test("Names are terms of the field: short, without years and names of places")
  func namesAreTerms() {
    for concept in vocabulary.concepts {
      for name in concept.strong + concept.weak {
        #expect(ThaiFolding.fold(name.text).count <= 210, "\(concept.id) \(name.text)")
        #expect(PeriodReader.covered(in: name.text)?.fiscalYears.isEmpty ?? true, "\(concept.id) \(name.text)")
      }
    }
  }
}
