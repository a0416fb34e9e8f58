import AuditCore

/// What a link says about where it leads, read once from its words.
struct LinkPromise: Sendable {
  /// A sought concept (its place in the plan's list) and how sure the words are of it.
  struct Topic: Sendable {
    var concept: Int
    var confidence: Float
  }

  /// Best first, at most two.
  var topics: [Topic] = []
  /// A file on a page about the first topic ("เอกสารแนบ"): page and file are one disclosure.
  var isAttachment = false
  /// The town's own ITA/OIT list, or the way to it.
  var isIndex = false
  /// The words are the link's own and name something, whether sought or not: such a link hides little.
  var isTelling = false
  /// The year the words name: the focus year (+1), the one before (−½), another one (−1), none (0).
  var year: Float = 0

  /// Nothing is known, as with an address of a sitemap.
  static let none = LinkPromise()

  /// Above this the words are taken to name a concept.
  static let naming: Float = 0.35

  var names: Bool { (topics.first?.confidence ?? 0) >= Self.naming }
}
