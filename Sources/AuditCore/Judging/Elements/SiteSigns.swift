import ThaiText
import WebURL

/// What judging knows of the site as a whole and of the hosts that town halls link to.
struct SiteSigns: Sendable {
  /// Titles of the chief executive, folded ("นายกเทศมนตรี").
  let chiefTitles: [[UInt8]]
  let siteHosts: Set<String>

  private static let socialHosts = [
    "facebook.com", "fb.com", "fb.me", "line.me", "lin.ee", "twitter.com", "x.com", "instagram.com", "youtube.com",
    "youtu.be", "tiktok.com",
  ]
  private static let chatHosts = ["m.me", "messenger.com", "tawk.to", "zendesk.com"]
  private static let serviceHosts = [
    "forms.gle", "docs.google.com", "forms.office.com", "eservice", "e-service", "dla.go.th", "moi.go.th",
  ]

  func isSocial(_ link: Link) -> Bool { host(of: link, isIn: Self.socialHosts) }
  static func isSocial(host: String) -> Bool { socialHosts.contains { host == $0 || host.hasSuffix("." + $0) } }
  func isChat(_ link: Link) -> Bool {
    host(of: link, isIn: Self.chatHosts) || (host(of: link, isIn: ["line.me", "lin.ee"]))
  }

  func isMap(_ link: Link) -> Bool {
    guard let target = link.target, let host = target.host else { return false }
    if host.hasSuffix("google.com") || host.hasSuffix("google.co.th") || host == "maps.app.goo.gl" || host == "goo.gl" {
      return host.hasPrefix("maps") || target.path.hasPrefix("/maps") || host.contains("goo.gl")
    }
    return link.kind == .frame && target.path.hasPrefix("/map") || host.hasSuffix("openstreetmap.org")
  }

  /// A link that opens a form or service elsewhere, not a document to print.
  func leadsToService(_ link: Link) -> Bool {
    guard let target = link.target, let host = target.host else { return false }
    if host == "docs.google.com" { return target.path.hasPrefix("/forms") }
    return !siteHosts.contains(host)
      && Self.serviceHosts.contains { host == $0 || host.hasSuffix("." + $0) || host.hasPrefix($0 + ".") }
  }

  private func host(of link: Link, isIn list: [String]) -> Bool {
    guard let host = link.target?.host else { return false }
    return list.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
