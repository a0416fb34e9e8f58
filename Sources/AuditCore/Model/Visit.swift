import WebURL

/// What happened when the recording asked for one address, or decided not to ask.
/// Every address that the crawl came to know leaves exactly one visit in the snapshot.
package struct Visit: Sendable {
  package var url: WebURL
  package var at: Timestamp
  package var outcome: Outcome
  /// The page on which the address was first seen, nil for seeds.
  package var via: WebURL?
  /// Why the crawl asked: an ordinary page, or a control request for an address that cannot exist.
  package var purpose: Purpose
  /// Sought concepts that links to the address named; only the crawl knows them, no archive keeps them.
  package var concepts: [ConceptID]
  /// A fault of the site that did not keep the answer from coming, such as a certificate that is not accepted.
  package var remark: String?

  package enum Purpose: String, Sendable, Codable {
    case page, robots, sitemap
    case soft404Control = "soft-404-control"
  }

  package enum Outcome: Sendable {
    /// 2xx with a body.
    case delivered(Delivery)
    /// 3xx; the target is nil where it could not be parsed. Redirect loops end here too.
    case redirected(status: Int, to: WebURL?)
    /// 4xx or 5xx, after the retries.
    case refused(status: Int)
    /// robots.txt forbids it: never asked for.
    case forbiddenByRobots
    /// Never answered, after the retries.
    case failed(FetchFailure, detail: String)
    /// Known, but left unasked because a named budget was used up or nothing depended on it any more.
    case leftOut(reason: String)
  }

  package init(
    url: WebURL, at: Timestamp, outcome: Outcome, via: WebURL? = nil, purpose: Purpose = .page,
    concepts: [ConceptID] = [], remark: String? = nil
  ) {
    self.url = url
    self.at = at
    self.outcome = outcome
    self.via = via
    self.purpose = purpose
    self.concepts = concepts
    self.remark = remark
  }
}

/// A body as delivered.
package struct Delivery: Sendable {
  package var status: Int
  package var fields: [HTTPField]
  package var body: [UInt8]
  package var digest: ContentDigest
  /// Why the body ends early, where it does.
  package var truncated: String?
  /// What converters made of it at record or import time.
  package var conversions: [Conversion]
  /// Where an earlier snapshot holds the very same body; nil for one that this recording holds itself.
  package var earlier: EarlierRecord?

  package init(
    status: Int, fields: [HTTPField], body: [UInt8], digest: ContentDigest, truncated: String? = nil,
    conversions: [Conversion] = [], earlier: EarlierRecord? = nil
  ) {
    self.status = status
    self.fields = fields
    self.body = body
    self.digest = digest
    self.truncated = truncated
    self.conversions = conversions
    self.earlier = earlier
  }
}
