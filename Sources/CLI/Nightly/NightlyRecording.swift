import AuditCore
import Crawling
import Logging
import Pipeline
import ThaiText
import WebURL

/// How a configured town is recorded.
struct NightlyRecording: Sendable {
  let pack: RulePack
  let recognizer: any TopicRecognizer
  /// The judged day; its fiscal year's disclosures are fetched first.
  let day: CivilDate

  func recording(of town: Town) throws -> SiteRecording {
    let site = try SiteAddress.parse(town.url)
    var plan = CrawlPlan(site: site, sought: Recognition.concepts(of: pack))
    plan.focusYear = FiscalYear(containing: day).year
    let budget = town.crawl
    plan.maxPages = budget.maxPages ?? plan.maxPages
    plan.maxDuration = budget.maxSeconds.map { .seconds($0) } ?? plan.maxDuration
    plan.maxFileBytes = budget.maxFileBytes ?? plan.maxFileBytes
    plan.delay = budget.delay.map { .seconds($0) } ?? plan.delay
    plan.isOwnSite = budget.isOwnSite
    let resolver = SystemResolver()
    let clock = SystemClock()
    let userAgent = UserAgent.text(version: ToolVersion.current, contact: budget.contact)
    return SiteRecording(
      plan: plan, extraHosts: town.extraHosts, siteName: town.name, userAgent: userAgent,
      fetcher: LiveFetcher(options: HTTPClientOptions(userAgent: userAgent), resolver: resolver, clock: clock),
      resolver: resolver, clock: clock, recognizer: recognizer, conversion: Documents.conversion(),
      log: Logger(label: "oitcheck") { label in
        var handler = StreamLogHandler.standardError(label: label)
        handler.logLevel = .error
        return handler
      })
  }
}
