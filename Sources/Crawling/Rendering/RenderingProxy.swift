import AuditCore
import Synchronization
import WebURL

/// The only way of a browser to the network while it renders one page: GET requests in plain HTTP, asked for by the
/// crawl itself. The page is served as it was delivered, without asking again.
///
/// CONNECT is refused always, as nobody can apply robots.txt inside a tunnel; an https site is shown as http instead
/// (see `SchemeDisguise`). Parts of other hosts are refused like everything else out of scope: libraries from a public
/// server do not load, and the page's conversion names their hosts.
final class RenderingProxy: Sendable {
  private struct Ledger {
    var requests = 0
    var bytes = 0
    var refusals: [String] = []
  }

  private let page: ShellPage
  private let parts: any PageParts
  private let limits: RenderingLimits
  private let disguise: SchemeDisguise
  private let ledger = Mutex(Ledger())

  init(of page: ShellPage, asking parts: any PageParts, limits: RenderingLimits) {
    self.page = page
    self.parts = parts
    self.limits = limits
    disguise = SchemeDisguise(of: page.url, hosts: page.siteHosts)
  }

  /// The address to open in the browser.
  var start: String { disguise.shown(page.url) }

  /// The page as the browser made it, its addresses as they really are.
  func finished(_ html: [UInt8]) -> [UInt8] { disguise.takenOff(html) }

  /// What the rendering asked for and was not given, for the record.
  var summary: String {
    let state = ledger.withLock { $0 }
    let asked = "\(state.requests) parts, \(state.bytes) bytes"
    return state.refusals.isEmpty ? asked : asked + "; refused: " + state.refusals.joined(separator: ", ")
  }

  /// Answers one request, given its head.
  func answer(to head: [UInt8]) async -> ProxyAnswer {
    guard let request = ProxyRequest(head) else { return .refusal(400, "not an HTTP request") }
    guard request.method != "CONNECT" else {
      return refuse(String(request.target.prefix(100)), 403, "https of a host that is not the site's")
    }
    guard let asked = WebURL(parsing: request.target), asked.scheme == "http", let url = disguise.real(asked) else {
      return refuse(String(request.target.prefix(100)), 403, "not a web address")
    }
    let name = String((url.host ?? "").prefix(100))
    guard request.method == "GET" else { return refuse(name, 405, "\(request.method.prefix(10)): we only read") }
    if url.withoutFragment == page.url.withoutFragment { return delivered }
    // The browser stays where it is; frames are links, and the crawl follows them.
    if request.isNavigation { return ProxyAnswer(status: 204) }
    if request.isDecoration { return .refusal(403, "pictures and styles are not needed") }
    guard let room = takeRoom() else { return refuse(name, 403, "the page asks for too much") }
    switch await parts.part(at: url.withoutFragment, maxBytes: room, deadline: limits.partDeadline) {
    case .refused(let reason):
      // The site has not seen it.
      ledger.withLock { $0.requests -= 1 }
      return refuse(name, 403, reason)
    case .failed(let reason): return refuse(name, 502, reason)
    case .response(let response):
      ledger.withLock { $0.bytes += response.receivedBytes }
      if response.truncated == "length" { return refuse(name, 502, "a part is too large") }
      return ProxyAnswer(response, disguise: disguise)
    }
  }

  private var delivered: ProxyAnswer {
    let delivery = page.delivery
    return ProxyAnswer(
      FetchResponse(
        status: 200, fields: delivery.fields, body: delivery.body, startedAt: Timestamp(secondsSinceEpoch: 0)),
      disguise: disguise)
  }

  /// Counts a request; the bytes it may bring, nil where the page has had its share.
  private func takeRoom() -> Int? {
    ledger.withLock { ledger in
      guard ledger.requests < limits.requests, ledger.bytes < limits.bytes else { return nil }
      ledger.requests += 1
      return min(limits.partBytes, limits.bytes - ledger.bytes)
    }
  }

  /// Hosts that Chromium itself would like to talk to, whatever page it shows: refused, and not told of the page.
  private static let habits = [
    "update.googleapis.com", "clients2.google.com", "accounts.google.com", "optimizationguide-pa.googleapis.com",
  ]

  private func refuse(_ what: String, _ status: Int, _ reason: String) -> ProxyAnswer {
    let told = "\(what) (\(reason))"
    guard !Self.habits.contains(where: what.hasPrefix) else { return .refusal(status, reason) }
    ledger.withLock { if $0.refusals.count < 8, !$0.refusals.contains(told) { $0.refusals.append(told) } }
    return .refusal(status, reason)
  }
}
