import WebURL

/// What looking at one address came to, kept for judging: the visit without its body, and what was read from it.
package struct SeenPage: Sendable {
  package let visit: Visit
  package var document: Document?

  package init(_ visit: Visit, document: Document?) {
    var visit = visit
    if case .delivered(var delivery) = visit.outcome {
      delivery.body = []
      delivery.conversions = []
      visit.outcome = .delivered(delivery)
    }
    self.visit = visit
    self.document = document
  }

  func readdressed(to url: WebURL) -> SeenPage {
    var visit = visit
    visit.url = url
    return SeenPage(visit, document: document)
  }

  /// Where the address redirects to, nil where it does not.
  package var redirect: WebURL? {
    if case .redirected(_, let target) = visit.outcome { target?.withoutFragment } else { nil }
  }
}
