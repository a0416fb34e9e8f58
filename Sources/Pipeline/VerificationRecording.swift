import Archive
import AuditCore
import Crawling
import WebURL

/// Looks at the addresses of an answer sheet, and at most one page around each, as politely as a crawl, and keeps what
/// comes in a small snapshot: the proof, from which the sheet can be judged again without the network.
package struct VerificationRecording: Sendable {
  /// The means and manners of a recording: fetcher, resolver, clock, delay, budgets.
  package var means: SiteRecording
  package var sheet: VerificationSheet
  package var declarations: [Declaration]
  /// What a recording of the whole site holds already: neither asked for nor kept again.
  package var held: HeldPages?
  /// The last look at the sheet: what did not change since is neither sent nor kept again.
  var earlier: EarlierSnapshot?

  package init(
    means: SiteRecording, sheet: VerificationSheet, declarations: [Declaration], held: HeldPages? = nil,
    earlier: EarlierSnapshot? = nil
  ) {
    self.means = means
    self.sheet = sheet
    self.declarations = declarations
    self.held = held
    self.earlier = earlier
  }

  /// Records into the folder and writes the manifest last. Cancelling the task ends it with what there is.
  /// - Parameter progress: told before each address: how many are settled, of how many, and which comes.
  package func record(
    into folder: SnapshotFolder, progress: @escaping @Sendable (Int, Int, WebURL) -> Void
  ) async throws -> SnapshotManifest {
    let clock = means.clock
    let began = clock.wall
    let writer = try WARCWriter(path: folder.archivePath)
    try writer.append(
      SnapshotFolder.opening(
        siteURL: means.plan.site.href, software: "oitcheck \(ToolVersion.current)", userAgent: means.userAgent,
        at: began))
    try writer.append(
      .resource(
        for: VerificationSheet.archiveName, at: began, contentType: "application/octet-stream", body: sheet.bytes))
    let scope = await CrawlScope(site: means.plan.site, extraHosts: means.extraHosts, resolver: means.resolver)
    var visits = VerificationVisits(
      means: means, scope: scope, recording: VisitRecording(writer: writer), held: held, earlier: earlier)
    try await visits.lookAround()
    let wanted = declarations.flatMap { declaration in declaration.addresses.map { ($0.url, declaration.item) } }
    let home = visits.document(at: means.plan.site)
    let reach = DeclaredReach(recognizer: means.recognizer, home: means.plan.site.withoutFragment, homePage: home)
    for (place, (address, item)) in wanted.enumerated() {
      progress(place, wanted.count, address)
      guard let end = try await visits.follow(address), let document = end.document else { continue }
      let url = end.visit.url.withoutFragment
      for link in reach.addresses(on: document, at: url, for: item) { _ = try await visits.follow(link, via: url) }
    }
    return try folder.finish(manifest(of: visits, began: began, in: folder))
  }

  private func manifest(
    of visits: VerificationVisits, began: Timestamp, in folder: SnapshotFolder
  ) -> SnapshotManifest {
    let plan = means.plan
    let parents = ParentArchives(earlier?.archives ?? []).used(visits.parents)
    return SnapshotManifest(
      toolVersion: ToolVersion.current, siteName: means.siteName, siteURL: plan.site.href, recordedAt: began,
      finishedAt: means.clock.wall, userAgent: means.userAgent, extraHosts: means.extraHosts, bodyType: nil,
      sought: Set(declarations.flatMap(\.item.concepts)).sorted().map(\.description),
      budgets: .init(
        maxPages: plan.maxPages, maxSeconds: Int(plan.maxDuration.components.seconds),
        maxFileBytes: plan.maxFileBytes, maxTotalBytes: plan.maxTotalBytes),
      stopReason: visits.stop.rawValue, coverage: visits.coverage, delaySeconds: visits.gap,
      ownSite: plan.isOwnSite, findings: visits.findings,
      archive: .init(name: SnapshotFolder.archiveName, bytes: 0, digest: ContentDigest("")),
      parents: parents.map(\.digest),
      parentFolders: parents.isEmpty ? nil : parents.map { ParentFolder.relativePath(from: folder, to: $0.folder) },
      judgeAs: means.judgeAs)
  }
}
