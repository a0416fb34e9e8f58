import AuditCore
import RulePacks
import TestSupport
import Testing

/// What the `rules` commands print.
struct ListingTests {
  private func rules() throws -> LoadedRules {
    try RulePackLoader.load(folder: Folders.package.appending(path: "Rules"))
  }

  @Test("The list of an edition shows every item under its sub-indicator with its points")
  func edition() throws {
    let edition = try #require(try rules().editions.first { $0.year == 2566 })
    let text = EditionListing.text(of: edition, in: .th)
    #expect(text.contains("  10.1 การดำเนินการเพื่อป้องกันการทุจริต\n    O31  3.125  ประกาศเจตนารมณ์นโยบาย No Gift Policy"))
    #expect(text.contains("    O39  5      ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ\n"))
    #expect(edition.items.allSatisfy { text.contains($0.title.th) })
    #expect(!text.contains("ความมั่นใจ"))
  }

  @Test("A draft says that it is one")
  func draft() throws {
    let edition = try #require(try rules().editions.first { $0.year == 2567 })
    #expect(EditionListing.text(of: edition, in: .en).contains("Confidence in this list: draft"))
  }

  @Test("The list of editions has a line for each")
  func editions() throws {
    let text = EditionListing.text(of: try rules().editions, in: .en)
    #expect(text.split(separator: "\n").count == 6)
    #expect(text.hasPrefix("2564  43 items  high"))
  }

  @Test("The card of an item shows what is asked for, by whom signed, and what is sought", arguments: Language.allCases)
  func card(language: Language) throws {
    let rules = try rules()
    let edition = try #require(rules.editions.first { $0.year == 2566 })
    let item = try #require(edition.item(numbered: "O31"))
    let text = ItemCard.text(of: item, in: edition, vocabulary: rules.vocabulary, language: language)
    #expect(text.hasPrefix("O31 \(item.title.text(in: language))\n"))
    #expect(text.contains(item.remedy.text(in: language)))
    #expect(item.elements.allSatisfy { text.contains($0.name.text(in: language)) })
    #expect(text.contains("O2"))
    #expect(text.contains("30/4 (inferred)"))
  }

  @Test("Checked rules are summed up, faults are listed and counted")
  func check() throws {
    #expect(CheckListing.text(of: try rules(), in: .en).contains("2566: 43"))
    let faults = RuleFixture.faults(in: "oit/2566.yml", replacing: "04-30", with: "99-99")
    let text = CheckListing.text(of: faults, in: .th)
    #expect(text.hasPrefix("oit/2566.yml:6: due.day: "))
    #expect(text.hasSuffix("พบข้อผิด 1 แห่ง\n"))
  }
}
