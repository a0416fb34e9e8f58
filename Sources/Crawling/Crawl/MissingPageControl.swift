import WebURL

/// The control request that shows what a missing page of a site looks like, where the site says 200 for all of them.
package enum MissingPageControl {
  /// A name that no site has a page of.
  private static let path = "/oitcheck-control-7f3a91c2e5"

  /// The address to ask for on the site's own host.
  package static func address(on site: WebURL) -> WebURL? { WebURL(parsing: path, relativeTo: site) }
}
