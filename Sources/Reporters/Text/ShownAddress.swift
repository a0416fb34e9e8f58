import AuditCore
import WebURL

/// An address of the audited site, to be read by people and, where it is safe, to be followed.
struct ShownAddress {
  /// Thai letters as letters, harmless, with the scheme and host.
  let full: String
  /// Without scheme and host where these are the site's own.
  let short: String
  /// The address as a link target: only `http` and `https` without a password; nil otherwise.
  let link: String?
  /// The whole address to be copied into a form: percent-encoded where it is a web address.
  let copied: String

  /// Addresses longer than this are shown as text only; real ones are a tenth of it.
  private static let longestRead = 4_000

  init(_ address: String, site: String, longest: Int = 160) {
    let isReadable = address.utf8.count <= Self.longestRead
    guard isReadable, let url = WebURL(parsing: address), url.isHTTP else {
      let text = SiteText.line(address, limit: longest)
      full = isReadable ? SiteText.line(decodedForDisplay(text, longest: longest), limit: longest) : text
      short = full
      link = nil
      copied = SiteText.line(address, limit: 2_000)
      return
    }
    full = decodedForDisplay(url, longest: longest)
    link =
      url.username.isEmpty && url.password.isEmpty && url.href.utf8.count <= 2_000
      ? url.href : nil
    copied = link ?? SiteText.line(url.href, limit: 2_000)
    let isOwn = WebURL(parsing: site)?.host.map(Self.bareHost) == url.host.map(Self.bareHost)
    short =
      isOwn
      ? decodedForDisplay(url.requestTarget, longest: longest)
      : decodedForDisplay(String(url.href.dropFirst(url.scheme.count + 3)), longest: longest)
  }

  /// `www.` makes no other site.
  private static func bareHost(_ host: String) -> Substring {
    host.hasPrefix("www.") ? host.dropFirst(4) : host[...]
  }
}
