/// `manifest.json` of a snapshot: what was recorded, how far, and why it stopped.
package struct SnapshotManifest: Sendable, Codable {
  package static let currentSchema = "oitcheck.snapshot/1"

  package var schema: String
  package var toolVersion: String
  package var siteName: String?
  /// The address the recording started from.
  package var siteURL: String
  package var recordedAt: Timestamp
  package var finishedAt: Timestamp
  package var userAgent: String
  /// Hosts that count as the site beside its own.
  package var extraHosts: [String]
  /// The body type given or recognised (a key of the rule packs), nil where unknown.
  package var bodyType: String?
  /// Concepts that the recording looked for.
  package var sought: [String]
  package var budgets: Budgets
  /// Why recording stopped: `finished`, `settled`, or the name of the budget or signal.
  package var stopReason: String
  package var coverage: Coverage
  /// Delay actually kept, in seconds, and whether `--own-site` shortened the Crawl-delay of robots.txt.
  package var delaySeconds: Double
  package var ownSite: Bool
  /// Faults of the site as a whole (a broken certificate), each as it will stand in the report.
  package var findings: [Finding]
  package var archive: ArchiveFile
  /// Snapshots whose records this one revisits, by digest.
  package var parents: [ContentDigest]
  /// Where their folders were, seen from this one, in the same order; a hint, the digest decides.
  package var parentFolders: [String]?
  /// What the recording cost the site; nil in snapshots that do not say.
  package var traffic: Traffic?
  package var judgeAs: JudgeAs?

  package struct Budgets: Sendable, Codable {
    package var maxPages: Int
    package var maxSeconds: Int
    package var maxFileBytes: Int
    package var maxTotalBytes: Int

    package init(maxPages: Int, maxSeconds: Int, maxFileBytes: Int, maxTotalBytes: Int) {
      self.maxPages = maxPages
      self.maxSeconds = maxSeconds
      self.maxFileBytes = maxFileBytes
      self.maxTotalBytes = maxTotalBytes
    }
  }

  /// The WARC file beside the manifest.
  package struct ArchiveFile: Sendable, Codable {
    package var name: String
    package var bytes: Int
    package var digest: ContentDigest

    package init(name: String, bytes: Int, digest: ContentDigest) {
      self.name = name
      self.bytes = bytes
      self.digest = digest
    }
  }

  /// What `judge` takes as its default edition and day.
  package struct JudgeAs: Sendable, Codable {
    package var edition: Int
    package var asOf: String

    package init(edition: Int, asOf: String) {
      self.edition = edition
      self.asOf = asOf
    }
  }

  /// Requests and bytes of one recording.
  package struct Traffic: Sendable, Codable, Hashable {
    /// Requests sent, retries and robots.txt included.
    package var requests: Int
    /// Bytes of all bodies as received.
    package var bodyBytes: Int
    /// Answers without a body, because the server said that nothing changed (304).
    package var notModified: Int
    /// Bodies that came again and were the same bytes.
    package var sameBytes: Int

    package init(requests: Int, bodyBytes: Int, notModified: Int, sameBytes: Int) {
      self.requests = requests
      self.bodyBytes = bodyBytes
      self.notModified = notModified
      self.sameBytes = sameBytes
    }
  }

  package init(
    toolVersion: String, siteName: String?, siteURL: String, recordedAt: Timestamp, finishedAt: Timestamp,
    userAgent: String, extraHosts: [String], bodyType: String?, sought: [String], budgets: Budgets,
    stopReason: String, coverage: Coverage, delaySeconds: Double, ownSite: Bool, findings: [Finding],
    archive: ArchiveFile, parents: [ContentDigest] = [], parentFolders: [String]? = nil,
    traffic: Traffic? = nil, judgeAs: JudgeAs? = nil
  ) {
    schema = Self.currentSchema
    self.toolVersion = toolVersion
    self.siteName = siteName
    self.siteURL = siteURL
    self.recordedAt = recordedAt
    self.finishedAt = finishedAt
    self.userAgent = userAgent
    self.extraHosts = extraHosts
    self.bodyType = bodyType
    self.sought = sought
    self.budgets = budgets
    self.stopReason = stopReason
    self.coverage = coverage
    self.delaySeconds = delaySeconds
    self.ownSite = ownSite
    self.findings = findings
    self.archive = archive
    self.parents = parents
    self.parentFolders = parentFolders
    self.traffic = traffic
    self.judgeAs = judgeAs
  }
}

/// How much of the site was seen. `sufficient` decides between `missing` and `unknown` (cause coverage).
package struct Coverage: Sendable, Codable, Hashable {
  package var known: Int
  package var fetched: Int
  package var refusedByRobots: Int
  package var failed: Int
  package var overBudget: Int
  package var estimatedUnseen: Int
  package var sufficient: Bool

  package init(
    known: Int, fetched: Int, refusedByRobots: Int, failed: Int, overBudget: Int, estimatedUnseen: Int,
    sufficient: Bool
  ) {
    self.known = known
    self.fetched = fetched
    self.refusedByRobots = refusedByRobots
    self.failed = failed
    self.overBudget = overBudget
    self.estimatedUnseen = estimatedUnseen
    self.sufficient = sufficient
  }
}
