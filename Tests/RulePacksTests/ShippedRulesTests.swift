import AuditCore
import Foundation
import RulePacks
import TestSupport
import Testing

/// The rules that the program ships.
struct ShippedRulesTests {
  private static let folder = Folders.package.appending(path: "Rules")

  private func editions() throws -> [Edition] { try RulePackLoader.load(folder: Self.folder).editions }

  @Test("All shipped rule files load without a fault")
  func load() {
    let (files, unreadable) = RulesFolder.files(in: Self.folder)
    let faults = unreadable + RulePackLoader.read(files).faults
    #expect(faults.isEmpty, "\(faults.map { $0.line(in: .en) }.joined(separator: "\n"))")
  }

  @Test("The editions 2564 to 2569 are there, with as many items as their lists")
  func counts() throws {
    let editions = try editions()
    #expect(editions.map(\.year) == [2564, 2565, 2566, 2567, 2568, 2569])
    #expect(editions.map(\.items.count) == [43, 43, 43, 35, 28, 26])
    for edition in editions {
      let total = edition.items.reduce(0) { $0 + edition.points(of: $1) }
      #expect(abs(total - 100) < 0.000_001, "\(edition.year)")
    }
  }

  @Test("Every item of 2566 has elements with their source, and a remedy in both languages")
  func complete() throws {
    let edition = try #require(try editions().first { $0.year == 2566 })
    for item in edition.items {
      #expect(item.elements.contains { $0.need == .must }, "\(item.number)")
      #expect(item.elements.allSatisfy { $0.source != nil }, "\(item.number)")
      #expect(item.due == nil || item.period.covers != .undated, "\(item.number)")
    }
    let agreements = edition.items.flatMap { item in item.agreesWith.map { "\(item.number)→\($0.item)" } }
    #expect(agreements == ["O12→O11", "O24→O23", "O28→O27", "O31→O2", "O35→O34", "O37→O36", "O43→O42"])
    #expect(edition.items.filter { !$0.emptyStatement.isEmpty }.map(\.number) == ["O21", "O29", "O33"])
  }

  @Test("What a year was not seen to ask for decides nothing in it", arguments: [2564, 2567, 2568, 2569])
  func unseenElements(year: Int) throws {
    let edition = try #require(try editions().first { $0.year == year })
    let needed = edition.items.filter { item in item.elements.contains { $0.need == .must } }
    #expect(needed.count <= 4)
    #expect(edition.items.flatMap(\.agreesWith).allSatisfy { $0.need == .should })
  }

  private struct Facts: Decodable {
    struct Year: Decodable { var items: [Item]? }
    struct Item: Decodable {
      var no: String
      var title: String
      var sub: String
      var concept: String?
      var confidence: String?
    }
    struct Share: Decodable {
      var count: Int
      var points: Double
      enum CodingKeys: String, CodingKey {
        case count = "n"
        case points = "points_of_OIT_per_item"
      }
    }
    var years: [String: Year]
    var shares: [String: [String: Share]]
    enum CodingKeys: String, CodingKey {
      case years
      case shares = "points_per_item"
    }
  }

  @Test(
    "Numbers, sub-indicators, concepts, confidence and points agree with the fact sheet",
    .enabled(if: Folders.sharedMaterial != nil, "\(Folders.sharedMaterialIsAbsent)"))
  func facts() throws {
    let shared = try #require(Folders.sharedMaterial)
    let data = try Data(contentsOf: shared.appending(path: "reference/oit-items.json"))
    let facts = try JSONDecoder().decode(Facts.self, from: data)
    for edition in try editions() {
      let year = String(edition.year)
      let items = try #require(facts.years[year]?.items)
      #expect(edition.items.map(\.number) == items.map { $0.no.uppercased() }, "\(year)")
      #expect(edition.items.map(\.sub) == items.map(\.sub), "\(year)")
      #expect(edition.items.map(\.source.confidence) == items.map { $0.confidence ?? "" }, "\(year)")
      for (item, fact) in zip(edition.items, items) {
        let concepts = (fact.concept ?? "").split { "+()".contains($0) }.map { ConceptID(String($0)) }
        #expect(item.concepts == concepts, "\(year) \(item.number)")
        #expect(fact.title.hasPrefix(item.title.th), "\(year) \(item.number)")
      }
      for (sub, share) in facts.shares[year] ?? [:] {
        let siblings = edition.items.filter { $0.sub == sub }
        #expect(siblings.count == share.count, "\(year) \(sub)")
        for item in siblings {
          #expect(abs(edition.points(of: item) - share.points) < 0.001, "\(year) \(item.number)")
        }
      }
    }
  }
}
