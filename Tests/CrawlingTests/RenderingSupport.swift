import AuditCore
import Crawling
import Foundation
import Synchronization
import WebURL

/// Parts of a page that exist only in a test: answers by address, and remembers what was asked for.
final class ScriptedParts: PageParts {
  private let answers: @Sendable (String) -> PartAnswer
  private let log = Mutex<[String]>([])

  init(_ answers: @escaping @Sendable (String) -> PartAnswer) { self.answers = answers }

  var asked: [String] { log.withLock { $0 } }

  func part(at url: WebURL, maxBytes: Int, deadline: Duration) async -> PartAnswer {
    log.withLock { $0.append(url.href) }
    return answers(url.href)
  }

  static func text(_ body: String, type: String = "text/javascript", truncated: String? = nil) -> PartAnswer {
    .response(
      FetchResponse(
        status: 200, fields: [HTTPField(name: "Content-Type", value: type)], body: Array(body.utf8),
        truncated: truncated, startedAt: Timestamp(secondsSinceEpoch: 0)))
  }
}

/// A browser that only asks for the parts it is told to, one after the other, and writes down what it got.
struct PartsBrowser: PageRenderer {
  let wishes: [String]

  func render(_ page: ShellPage, asking parts: any PageParts) async -> Conversion {
    var lines: [String] = []
    for wish in wishes {
      guard let url = WebURL(parsing: wish) else { continue }
      switch await parts.part(at: url, maxBytes: 1_000, deadline: .seconds(5)) {
      case .refused(let why): lines.append("\(wish) \(why)")
      case .failed(let why): lines.append("\(wish) failed \(why)")
      case .response(let response): lines.append("\(wish) \(response.status)")
      }
    }
    lines.append("<a href=\"/seen-by-script\">seen</a>")
    return Conversion(
      method: .rendered, outcome: .text, tool: "test", pages: [lines.joined(separator: "\n")])
  }
}

/// Takes a page that says "shell" for one that only script fills, and a rendered page for what it shows.
struct ShellExtractor: Extractor {
  func document(from delivery: Delivery, at url: WebURL) -> Document {
    var delivery = delivery
    let isRendered = delivery.renderedPage != nil
    if let page = delivery.renderedPage { delivery.body = Array(page.utf8) }
    var document = LinkLineExtractor().document(from: delivery, at: url)
    document.isScriptShell = !isRendered && String(decoding: delivery.body, as: UTF8.self).hasPrefix("shell")
    return document
  }
}

extension ShellPage {
  /// A page of `www.town.example` that asks for `/app.js`.
  static func town(
    _ href: String, body: String = "<div id=app></div><script src=/app.js></script>"
  ) throws -> ShellPage {
    guard let url = WebURL(parsing: href) else { throw CocoaError(.formatting) }
    return ShellPage(
      url: url,
      delivery: Delivery(
        status: 200, fields: [HTTPField(name: "Content-Type", value: "text/html; charset=utf-8")],
        body: Array(body.utf8), digest: ContentDigest("x")),
      siteHosts: ["town.example", "www.town.example"])
  }
}

/// A program that stands in for the browser: a few lines of shell, written for one test and gone afterwards.
final class StandInBrowser: Sendable {
  let path: String

  /// - Parameter work: What it does when asked for a page; `$address` is the page, `$proxy` the address of the proxy.
  init(_ work: String) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "oitcheck-test-\(UUID().uuidString)").path
    let script = """
      #!/bin/sh
      for word; do
        case "$word" in
          --version) echo "Standin 1.2.3 built on nothing"; exit 0;;
          --proxy-server=*) proxy=${word#--proxy-server=};;
          --user-data-dir=*) profile=${word#--user-data-dir=};;
        esac
        address=$word
      done
      \(work)
      """
    try Data(script.utf8).write(to: URL(filePath: path))
    chmod(path, 0o700)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
