import WebURL

/// In what state one address was found: whether there is something to judge, and if not, why not.
/// "Not found" and "could not look" are kept apart here, once, for all that follows.
package enum PageCondition: Sendable, Hashable {
  /// Delivered, with content that can be read.
  case readable
  /// Delivered with a heading, or nothing at all, and no content under it.
  case placeholder
  /// Delivered with status 200 and the words of an error page.
  case softNotFound
  case loginWall
  /// A firewall, captcha or maintenance page stood in its place.
  case blocked(String)
  case scriptOnly
  /// Delivered, but nothing in it can be read.
  case unreadable(UnknownCause, detail: String)
  /// The file does not open.
  case unopenable(String)
  case refused(status: Int)
  case unreachable(FetchFailure, detail: String)
  case forbiddenByRobots
  /// Known and never asked for.
  case leftOut(String)
  case redirect(to: WebURL?)

  package var isReadable: Bool { self == .readable }

  /// Whether the address was asked for at all; what never was has no time of fetching.
  package var wasAsked: Bool {
    switch self {
    case .forbiddenByRobots, .leftOut: false
    default: true
    }
  }

  /// The cause with which an item becomes `unknown` when this is all there is; nil where the condition is the
  /// site's failure to deliver, or content that can be judged.
  package var unknownCause: UnknownCause? {
    switch self {
    case .loginWall: .login
    case .blocked: .blocked
    case .scriptOnly: .script
    case .unreadable(let cause, _): cause
    case .unreachable: .unreachable
    case .forbiddenByRobots: .robots
    case .leftOut: .coverage
    case .refused(let status) where status == 401 || status == 407: .login
    case .refused(let status) where status == 403 || status == 429 || status == 451: .blocked
    case .readable, .placeholder, .softNotFound, .unopenable, .refused, .redirect: nil
    }
  }

  /// Whether the site promises something here and does not deliver it.
  package var isBroken: Bool {
    switch self {
    case .placeholder, .softNotFound, .unopenable, .redirect: true
    case .refused: unknownCause == nil
    default: false
    }
  }

  /// Whether it may hide any page of a site in the same words, so that two addresses showing the same says nothing.
  var hidesPages: Bool {
    switch self {
    case .loginWall, .blocked, .scriptOnly: true
    default: false
    }
  }
}
