import AuditCore
import Testing

/// Every edition judged on towns made from its own words.
@Suite("Six editions")
struct EditionTests {
  struct Year: Sendable, CustomTestStringConvertible {
    let year: Int
    let items: Int
    /// Items that join several duties, all of which are asked for.
    let joined: [String]
    var testDescription: String { "\(year)" }
  }

  static let years = [
    Year(year: 2564, items: 43, joined: []), Year(year: 2565, items: 43, joined: []),
    Year(year: 2566, items: 43, joined: []), Year(year: 2567, items: 35, joined: ["O8"]),
    Year(year: 2568, items: 28, joined: ["O1", "O3", "O6", "O16", "O21"]),
    Year(year: 2569, items: 26, joined: ["O1", "O3", "O6", "O13", "O15"]),
  ]

  private func town(_ year: Year) throws -> ModelTown {
    ModelTown(try #require(TopicRules.pack.edition(year.year)), vocabulary: TopicRules.pack.vocabulary)
  }

  private func report(_ site: SiteSketch, _ year: Year) throws -> AuditReport {
    try #require(site.report(year: year.year, asOf: "\(year.year - 543)-06-15"))
  }

  @Test("A town that shows what the edition asks for has every item and all points", arguments: years)
  func complete(_ year: Year) throws {
    let report = try report(town(year).site, year)
    #expect(report.items.count == year.items)
    for item in report.items { #expect(item.verdict == .met, "\(item.number) \(item.verdict): \(item.summary)") }
    #expect(abs(report.items.reduce(0) { $0 + $1.points } - 100) < 0.1)
    #expect(report.score.oit == 100)
    #expect(report.official)
  }

  @Test("An empty town has nothing, and every item is told missing", arguments: years)
  func empty(_ year: Year) throws {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"])
    let report = try report(site, year)
    #expect(report.items.count == year.items)
    #expect(report.items.allSatisfy { $0.verdict == .missing && $0.evidence.isEmpty })
    #expect(report.score.oit == 0)
  }

  @Test("An item of several duties is met only with each, and names the one that lacks", arguments: years)
  func joinedItems(_ year: Year) throws {
    let whole = try town(year)
    let joined = whole.edition.items.filter { $0.concepts.count > 1 && $0.joins == .all }
    #expect(joined.map(\.number) == year.joined)
    for item in joined {
      for concept in item.concepts {
        var town = whole
        town.without = [concept]
        let found = try #require(try report(town.site, year).items.first { $0.number == item.number })
        #expect(found.verdict == .partial, "\(item.number) without \(concept): \(found.verdict)")
        #expect(found.missingElements.map(\.id).contains("duty-\(concept)"), "\(item.number)")
      }
    }
  }

  @Test("Of the three duties that O20 of 2569 may mean any discloses it: which are asked for was not seen")
  func uncertainItem() throws {
    let year = try #require(Self.years.last)
    let whole = try town(year)
    let item = try #require(whole.edition.item(numbered: "O20"))
    #expect(item.joins == .any && item.source.note != nil)
    for concept in item.concepts {
      var town = whole
      town.without = Set(item.concepts.filter { $0 != concept })
      #expect(try report(town.site, year).items.first { $0.number == "O20" }?.verdict == .met, "\(concept)")
    }
  }

  @Test("Papers of the year before are outdated under the next edition, not met", arguments: years.dropLast())
  func nextYear(_ year: Year) throws {
    let next = try #require(Self.years.first { $0.year == year.year + 1 })
    let report = try report(town(year).site, next)
    #expect(report.items.count == next.items)
    let dated = try #require(TopicRules.pack.edition(next.year)).items.filter {
      $0.period.covers == .inYear && $0.period.orElse == nil
    }
    for item in dated where item.concepts.count == 1 {
      let found = report.items.first { $0.number == item.number }
      #expect(found.map { $0.verdict == .met } == false, "\(item.number) \(found?.summary ?? "")")
    }
  }
}
