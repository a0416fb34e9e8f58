import AuditCore
import WebURL

/// The role of a browser that shows what a page is once its scripts have run.
package protocol PageRenderer: Sendable {
  /// The page after its scripts: a conversion of method `rendered` whose one page is HTML in UTF-8, or why there is
  /// none. Never throws: a page that hangs or floods costs this one page.
  /// - Parameter parts: Whom to ask for the scripts and data of the page; nothing may reach the network otherwise.
  func render(_ page: ShellPage, asking parts: any PageParts) async -> Conversion
}

/// A page that only script fills, as it was delivered.
package struct ShellPage: Sendable {
  package var url: WebURL
  package var delivery: Delivery
  /// Host names of the audited site, in lower case.
  package var siteHosts: Set<String>

  package init(url: WebURL, delivery: Delivery, siteHosts: Set<String>) {
    self.url = url
    self.delivery = delivery
    self.siteHosts = siteHosts
  }
}

/// The role of whoever fetches the parts of a page in the making, under the scope, robots.txt and pace of the crawl.
package protocol PageParts: Sendable {
  func part(at url: WebURL, maxBytes: Int, deadline: Duration) async -> PartAnswer
}

/// What became of the wish for one part.
package enum PartAnswer: Sendable {
  case response(FetchResponse)
  /// Not asked for, and why not.
  case refused(String)
  /// Asked for in vain.
  case failed(String)
}
