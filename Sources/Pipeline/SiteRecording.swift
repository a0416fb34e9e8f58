import Archive
import AuditCore
import Crawling
import Extraction
import Foundation
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
  /// Shows pages that only script fills; nil where nobody asked for it.
  package var renderer: (any PageRenderer)?
  package var judgeAs: SnapshotManifest.JudgeAs?
  /// The night before: what did not change since is neither sent nor kept again.
  package var earlier: EarlierSnapshot?
  /// Reads pages for the crawl; a night gives one that remembers.
  package var extractor: any Extractor = DocumentExtractor()
  package var log: Logger

  package init(
    plan: CrawlPlan, extraHosts: [String], siteName: String?, userAgent: String, fetcher: any Fetcher,
    resolver: (any AddressResolver)?, clock: any CrawlClock, recognizer: any TopicRecognizer,
    conversion: DocumentConversion, judgeAs: SnapshotManifest.JudgeAs? = nil,
    earlier: EarlierSnapshot? = nil, log: Logger = Logger(label: "record")
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
    self.earlier = earlier
    self.log = log
  }

  /// Crawls into the folder and writes the manifest last. Cancelling the task ends the crawl with what there is.
  /// With `resuming`, an interrupted recording in the folder goes on; its journal stays until the site is done.
  package func record(
    into folder: SnapshotFolder, resuming: Bool = false, progress: AsyncStream<CrawlProgress>.Continuation?
  ) async throws -> SnapshotManifest {
    let start =
      resuming
      ? try RecordingStart.resumed(in: folder, site: plan.site.href, hosts: extraHosts)
      : try RecordingStart.new(
        in: folder, site: plan.site.href, hosts: extraHosts, userAgent: userAgent, at: clock.wall,
        earlier: earlier.map { RecordingStart.Earlier($0, seenFrom: folder) })
    let earlier = try start.earlierSnapshot(given: earlier, in: folder)
    if let earlier { fetcher.expectSilence(at: earlier.silentAddresses) }
    if start.didBreakOff { fetcher.takeNoRisk() }
    let stopwatch = Stopwatch(clock, alreadySpent: start.spent)
    let sink = SnapshotSink(
      writer: try WARCWriter(path: folder.archivePath), journal: start.journal, stopwatch: stopwatch,
      conversion: conversion)
    let archives = ParentArchives(earlier?.archives ?? [])
    let outcome = try await crawl(
      after: start, comparedWith: earlier, into: sink, reporting: progress
    ) { crawler in
      if start.resumedVisits != nil { try await replay(folder, with: archives, into: crawler, sink) }
    }
    try await sink.close()
    let parents = await archives.used(sink.parents)
    let manifest = try folder.finish(manifest(of: outcome, startedAt: start.startedAt, parents: parents, in: folder))
    if outcome.stop.isComplete {
      try? FileManager.default.removeItem(atPath: folder.file(RecordingStart.journalName))
    }
    return manifest
  }

  /// The crawl itself. What it knew of the site is let go when it ends: the index of the archive is made in the memory
  /// that becomes free.
  private func crawl(
    after start: RecordingStart, comparedWith earlier: EarlierSnapshot?, into sink: SnapshotSink,
    reporting progress: AsyncStream<CrawlProgress>.Continuation?, once prepared: (Crawler) async throws -> Void
  ) async throws -> CrawlOutcome {
    let services = CrawlServices(
      fetcher: fetcher, resolver: resolver, extractor: extractor, sitemaps: SitemapReader(),
      recognizer: recognizer, digest: { WARCDigest(of: $0).evidence }, renderer: renderer, clock: clock, sink: sink,
      earlier: earlier, log: log)
    var plan = plan
    plan.spent = start.spent
    let crawler = Crawler(plan: plan, extraHosts: extraHosts, services: services, progress: progress)
    try await prepared(crawler)
    return try await crawler.run()
  }

  /// Tells the crawl again what the interrupted recording had seen; nothing of it is asked for or recorded anew.
  private func replay(
    _ folder: SnapshotFolder, with archives: ParentArchives, into crawler: Crawler, _ sink: SnapshotSink
  ) async throws {
    let reader = try VisitReader(path: folder.archivePath, parents: archives)
    while let visit = try reader.next() {
      await sink.note(visit)
      await crawler.replay(visit)
    }
  }

  private func manifest(
    of outcome: CrawlOutcome, startedAt: Timestamp, parents: [SnapshotArchive], in folder: SnapshotFolder
  ) -> SnapshotManifest {
    SnapshotManifest(
      toolVersion: ToolVersion.current, siteName: siteName, siteURL: plan.site.href,
      recordedAt: startedAt, finishedAt: outcome.finishedAt, userAgent: userAgent, extraHosts: extraHosts,
      bodyType: nil, sought: plan.sought.map(\.description),
      budgets: .init(
        maxPages: plan.maxPages, maxSeconds: Int(plan.maxDuration.components.seconds),
        maxFileBytes: plan.maxFileBytes, maxTotalBytes: plan.maxTotalBytes),
      stopReason: outcome.stop.rawValue, coverage: outcome.coverage, delaySeconds: outcome.delaySeconds,
      ownSite: plan.isOwnSite, findings: outcome.findings,
      archive: .init(name: SnapshotFolder.archiveName, bytes: 0, digest: ContentDigest("")),
      parents: parents.map(\.digest),
      parentFolders: parents.isEmpty ? nil : parents.map { ParentFolder.relativePath(from: folder, to: $0.folder) },
      traffic: .init(
        requests: outcome.requests, bodyBytes: outcome.receivedBytes, notModified: outcome.notModified,
        sameBytes: outcome.sameBytes),
      judgeAs: judgeAs)
  }
}
