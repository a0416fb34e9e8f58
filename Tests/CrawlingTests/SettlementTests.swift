import AuditCore
import Crawling
import Testing

@Suite("When a crawl may end before everything was read")
struct SettlementTests {
  /// A town with one page for each of two things, and a long archive beside them.
  private static func town(with links: [(String, String)]) throws -> CrawlStage {
    var stage = try CrawlStage { path in
      let number = path.split { !$0.isNumber }.last.flatMap { Int($0) } ?? 0
      switch path {
      case "/": return .page("home", links: links + [("/news?page=1", "news of the town")])
      case _ where path.hasPrefix("/news?page="):
        let entries = (0..<10).map { ("/news/\(number * 10 + $0)", "a day in the town \(number)-\($0)") }
        let text =
          "what happened in the town in the \(number)th week of its long and quiet year, day by day and in order"
        return .page(text, links: entries + (number < 30 ? [("/news?page=\(number + 1)", "\(number + 1)")] : []))
      default: return path.hasSuffix("txt") || path.hasSuffix("xml") ? nil : .page("all about \(path)", links: [])
      }
    }
    stage.words = ["Plan": "plan", "Gift": "no_gift"]
    stage.plan.focusYear = 2566
    return stage
  }

  private static let both = [("/plan", "Plan 2566"), ("/gift", "No Gift Policy 2566")]

  @Test("Once everything sought is found the archive is sampled, not read, and the manifest can say so")
  func settled() async throws {
    let stage = try Self.town(with: Self.both)
    let outcome = try await stage.run()
    #expect(outcome.stop == .settled)
    #expect(stage.site.pages.count < 100, "of more than 300")
    #expect(outcome.coverage.known > outcome.coverage.fetched)
    let guess = outcome.coverage.known + outcome.coverage.estimatedUnseen
    #expect((200...500).contains(guess), "\(guess) guessed of 333")
    #expect(Set(outcome.found) == ["plan", "no_gift"])
    #expect(await stage.sink.outcomes.values.contains { $0.hasPrefix("left out: nothing depended on it") })
  }

  @Test("As long as something is not found everything that may hold it is read")
  func missing() async throws {
    let stage = try Self.town(with: [("/plan", "Plan 2566")])
    let outcome = try await stage.run()
    #expect(outcome.stop == .finished)
    #expect(stage.site.pages.count > 300)
  }

  @Test("A thing found only of another year is not found")
  func otherYear() async throws {
    let stage = try Self.town(with: [("/plan", "Plan 2566"), ("/gift", "No Gift Policy 2564")])
    #expect(try await stage.run().stop == .finished)
    #expect(stage.site.pages.count > 300)
  }

  @Test("--exhaustive reads everything although everything sought is found")
  func exhaustive() async throws {
    var stage = try Self.town(with: Self.both)
    stage.plan.isExhaustive = true
    #expect(try await stage.run().stop == .finished)
    #expect(stage.site.pages.count > 300)
  }

  @Test("All months of a series are fetched before the crawl may end, also those before New Year")
  func series() async throws {
    let months = ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
    let older = (1...12).map { ("/old/\($0)", "Plan \($0) ปี 2563") }
    let series = months.enumerated().map { ("/month/\($0.offset)", "Plan เดือน " + $0.element) }
    let stage = try Self.town(with: older + series + [("/gift", "No Gift Policy 2566")])
    #expect(try await stage.run().stop == .settled)
    #expect(Set(stage.site.pages).isSuperset(of: series.map(\.0)))
    #expect(stage.site.pages.count { $0.hasPrefix("/old/") } <= 4)
  }
}
