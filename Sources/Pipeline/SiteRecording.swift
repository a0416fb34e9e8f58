import Archive
import AuditCore
import Crawling
import Extraction
import Logging
import WebURL

/// The first half of an audit: crawl one site and end at a snapshot on disk.
package struct SiteRecording: Sendable {
  package var plan: CrawlPlan
  package var extraHosts: [String]
  package var siteName: String?
  package var userAgent: String
  package var fetcher: any Fetcher
  /// Nil in a replay, where there are no machines.
  package var resolver: (any AddressResolver)?
  package var clock: any CrawlClock
  package var recognizer: any TopicRecognizer
  package var conversion: DocumentConversion
  package var judgeAs: SnapshotManifest.JudgeAs?
  package var log: Logger

  package init(
    plan: CrawlPlan, extraHosts: [String], siteName: String?, userAgent: String, fetcher: any Fetcher,
    resolver: (any AddressResolver)?, clock: any CrawlClock, recognizer: any TopicRecognizer,
    conversion: DocumentConversion, judgeAs: SnapshotManifest.JudgeAs? = nil, log: Logger
  ) {
    self.plan = plan
    self.extraHosts = extraHosts
    self.siteName = siteName
    self.userAgent = userAgent
    self.fetcher = fetcher
    self.resolver = resolver
    self.clock = clock
    self.recognizer = recognizer
    self.conversion = conversion
    self.judgeAs = judgeAs
    self.log = log
  }

  /// Crawls into the folder and writes the manifest last. Cancelling the task ends the crawl with what there is.
  package func record(
    into folder: SnapshotFolder, progress: AsyncStream<CrawlProgress>.Continuation?
  ) async throws -> SnapshotManifest {
    let writer = try WARCWriter(path: folder.archivePath)
    try writer.append(
      SnapshotFolder.opening(
        siteURL: plan.site.href, software: "oitcheck \(ToolVersion.current)", userAgent: userAgent, at: clock.wall))
    try writer.flush()
    let sink = SnapshotSink(writer: writer, conversion: conversion)
    let services = CrawlServices(
      fetcher: fetcher, resolver: resolver, extractor: DocumentExtractor(), sitemaps: SitemapReader(),
      recognizer: recognizer, digest: { WARCDigest(of: $0).evidence }, clock: clock, sink: sink, log: log)
    let crawler = Crawler(plan: plan, extraHosts: extraHosts, services: services, progress: progress)
    let outcome = try await crawler.run()
    return try folder.finish(manifest(of: outcome))
  }

  private func manifest(of outcome: CrawlOutcome) -> SnapshotManifest {
    SnapshotManifest(
      toolVersion: ToolVersion.current, siteName: siteName, siteURL: plan.site.href,
      recordedAt: outcome.startedAt, finishedAt: outcome.finishedAt, userAgent: userAgent, extraHosts: extraHosts,
      bodyType: nil, sought: plan.sought.map(\.description),
      budgets: .init(
        maxPages: plan.maxPages, maxSeconds: Int(plan.maxDuration.components.seconds),
        maxFileBytes: plan.maxFileBytes, maxTotalBytes: plan.maxTotalBytes),
      stopReason: outcome.stop.rawValue, coverage: outcome.coverage, delaySeconds: outcome.delaySeconds,
      ownSite: plan.isOwnSite, findings: outcome.findings,
      archive: .init(name: SnapshotFolder.archiveName, bytes: 0, digest: ContentDigest("")), judgeAs: judgeAs)
  }
}
