import AuditCore
import Crawling
import Foundation
import Programs
import Testing
import WebURL

/// Real processes and sockets on loopback, each under limits of its own.
@Suite("Rendering in a browser", .serialized, .timeLimit(.minutes(20)))
struct RenderingBrowserTests {
  private static let hasCurl = Toolbox.installed.has(.curl)

  private func render(
    with work: String, _ href: String = "http://www.town.example/page", limits: RenderingLimits = RenderingLimits(),
    parts: ScriptedParts = ScriptedParts { _ in ScriptedParts.text("x") }
  ) async throws -> Conversion {
    let browser = try StandInBrowser(work)
    let renderer = ChromiumRenderer(program: browser.path, isSandboxed: true, limits: limits)
    return await renderer.render(try .town(href), asking: parts)
  }

  private static let get = "curl --silent --noproxy '' --proxy \"$proxy\""

  @Test("What the browser prints is the page, with the program that made it")
  func page() async throws {
    let conversion = try await render(with: "echo \"<p>$address</p>\"")
    #expect(conversion.method == .rendered && conversion.outcome == .text)
    #expect(conversion.tool == "chromium 1.2.3")
    #expect(conversion.pages == ["<p>http://www.town.example/page</p>\n"])
  }

  @Test("The page itself is served as it was delivered; other parts are asked for", .enabled(if: hasCurl))
  func delivered() async throws {
    let parts = ScriptedParts { _ in ScriptedParts.text("answer of the site") }
    let conversion = try await render(
      with: "\(Self.get) \"$address\"; \(Self.get) http://www.town.example/app.js", parts: parts)
    let page = try #require(conversion.pages.first)
    #expect(page.contains("<div id=app>") && page.contains("answer of the site"))
    #expect(parts.asked == ["http://www.town.example/app.js"])
  }

  @Test("An https site is shown as http, asked by https, and given its addresses back", .enabled(if: hasCurl))
  func disguise() async throws {
    let parts = ScriptedParts { _ in
      ScriptedParts.text("a='https://town.example/x';b=\"https:\\/\\/www.town.example/y\";c='https://other.example/z'")
    }
    let conversion = try await render(
      with: "echo \"$address\" >&2; \(Self.get) http://www.town.example/app.js | tee \"$profile.seen\"; grep -c "
        + "'https://other' \"$profile.seen\"; grep -c 'https://town' \"$profile.seen\"; true",
      "https://www.town.example/page", parts: parts)
    #expect(parts.asked == ["https://www.town.example/app.js"])
    let page = try #require(conversion.pages.first)
    #expect(page.contains("a='https://town.example/x'") && page.contains("https:\\/\\/www.town.example/y"))
    #expect(page.hasSuffix("\n1\n0\n") || page.hasSuffix("1\n0\n"), "the browser saw http for the site alone")
  }

  @Test("Tunnels, writing and leaving the page are refused, and the refusals recorded", .enabled(if: hasCurl))
  func refusals() async throws {
    let parts = ScriptedParts { _ in ScriptedParts.text("x") }
    let conversion = try await render(
      with: """
        \(Self.get) -o /dev/null -w '%{http_connect} ' https://www.town.example/
        \(Self.get) -o /dev/null -w '%{http_code} ' --data a=b http://www.town.example/api
        \(Self.get) -o /dev/null -w '%{http_code} ' -H 'Upgrade-Insecure-Requests: 1' http://www.town.example/login
        \(Self.get) -o /dev/null -w '%{http_code} ' -H 'Accept: image/png' http://www.town.example/logo
        \(Self.get) -o /dev/null -w '%{http_code} ' -H 'Accept: text/css,*/*' http://www.town.example/style
        """, parts: parts)
    #expect(conversion.pages == ["403 405 204 403 403 "])
    #expect(parts.asked.isEmpty)
    #expect(conversion.detail?.contains("www.town.example:443") == true)
  }

  @Test("A page gets so many parts and bytes and no more, however many it asks for", .enabled(if: hasCurl))
  func budget() async throws {
    var limits = RenderingLimits()
    limits.requests = 5
    limits.partBytes = 1_000
    let parts = ScriptedParts {
      $0.hasSuffix("big") ? ScriptedParts.text("x", truncated: "length") : ScriptedParts.text("x")
    }
    let conversion = try await render(
      with: """
        \(Self.get) -o /dev/null -w '%{http_code} ' http://www.town.example/big
        \(Self.get) -Z --parallel-max 60 -o /dev/null "http://www.town.example/part[1-80]"
        """, limits: limits, parts: parts)
    #expect(conversion.pages == ["502 "])
    #expect(parts.asked.count == 5)
    #expect(conversion.detail?.contains("asks for too much") == true)
  }

  @Test("A browser that hangs is ended with all that it started")
  func hang() async throws {
    var limits = RenderingLimits()
    // By itself it would hang for an hour.
    let mark = "3600.\(UInt32.random(in: 1...UInt32.max))"
    let begun = FileManager.default.temporaryDirectory.appending(path: "oitcheck-test-\(mark)").path
    defer { try? FileManager.default.removeItem(atPath: begun) }
    let work = "sleep \(mark) & setsid sleep \(mark) & touch '\(begun)'; exec sleep \(mark)"
    // On a busy machine it may not get as far as that within a short time.
    for seconds in [2, 8, 32] where !FileManager.default.fileExists(atPath: begun) {
      limits.wall = .seconds(seconds)
      let conversion = try await render(with: work, limits: limits)
      #expect(conversion.outcome == .limit)
      #expect(conversion.detail?.contains("longer than") == true)
    }
    #expect(FileManager.default.fileExists(atPath: begun))
    // What is killed may take a moment to die.
    for _ in 0..<6_000 where try !Self.running(mark).isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(try Self.running(mark).isEmpty)
  }

  /// Numbers of processes among whose arguments something stands.
  private static func running(_ mark: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
      guard Int($0) != nil, let line = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") else { return false }
      return String(decoding: line, as: UTF8.self).contains(mark)
    }
  }

  @Test("A browser that floods is ended")
  func flood() async throws {
    var limits = RenderingLimits()
    limits.htmlBytes = 100_000
    let conversion = try await render(with: "exec yes", limits: limits)
    #expect(conversion.outcome == .limit)
  }

  @Test("A browser that eats memory is ended")
  func memory() async throws {
    var limits = RenderingLimits()
    limits.memoryBytes = 40 << 20
    limits.wall = .seconds(3_600)
    // It keeps what it has eaten.
    let conversion = try await render(with: "{ head -c 400M /dev/zero; exec sleep 3600; } | tail", limits: limits)
    #expect(conversion.outcome == .limit)
    #expect(conversion.detail?.contains("memory") == true)
  }

  @Test("A browser that crashes or says nothing is a reason", arguments: ["kill -SEGV $$", "exit 3", "true"])
  func crash(_ work: String) async throws {
    let conversion = try await render(with: work)
    #expect(conversion.outcome == .notTried)
    #expect(conversion.pages.isEmpty && conversion.detail != nil)
  }

  @Test("A missing sandbox is named with the option that goes without")
  func sandbox() async throws {
    let conversion = try await render(with: "echo 'No usable sandbox! Update your kernel' >&2; exit 1")
    #expect(conversion.detail?.contains("--render-without-sandbox") == true)
  }

  @Test("Cancelling the crawl ends the browser")
  func cancelled() async throws {
    let task = Task { try await render(with: "exec sleep 3600") }
    task.cancel()
    let conversion = try await task.value
    #expect(conversion.outcome == .notTried)
  }

  @Test("The profile is gone afterwards")
  func profile() async throws {
    let conversion = try await render(with: "mkdir -p \"$profile\"; printf '%s' \"$HOME\"")
    let folder = try #require(conversion.pages.first)
    #expect(folder.contains("oitcheck-browser-"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  private static let installed = ChromiumRenderer.installed()

  @Test(
    "An installed Chromium fills a page by script, through the proxy alone, http and https",
    .enabled(if: installed != nil, "Chromium is not installed"), arguments: ["http", "https"])
  func chromium(_ scheme: String) async throws {
    let program = try #require(Self.installed)
    let parts = ScriptedParts { href in
      switch href {
      case let script where script.hasSuffix("/app.js"):
        ScriptedParts.text(
          """
          for (let i = 0; i < 200; i++) fetch('http://127.0.0.1:9/' + i).catch(() => 0);
          fetch('http://169.254.169.254/latest/').catch(() => 0);
          fetch('/api/list').then(r => r.json()).then(list => { document.getElementById('app').innerHTML =
            '<h1>แผนดำเนินงาน ๒๕๖๖</h1>' + list.map(x => `<a href="${x}">แผน</a>`).join('') +
            `<p>${location.href}</p>`; });
          """)
      case let data where data.hasSuffix("/api/list"):
        ScriptedParts.text("[\"\(scheme)://www.town.example/plan.pdf\",\"/report\"]", type: "application/json")
      default: .refused("not the site's")
      }
    }
    var limits = RenderingLimits()
    limits.wall = .seconds(600)
    let renderer = ChromiumRenderer(program: program, isSandboxed: geteuid() != 0, limits: limits)
    let conversion = await renderer.render(
      try .town(
        "\(scheme)://www.town.example/page",
        body: "<!DOCTYPE html><meta charset=utf-8><div id=app></div><script src=/app.js></script>"), asking: parts)
    let detail = conversion.detail ?? ""
    if detail.contains("sandbox") { return }  // This machine gives an ordinary user no namespaces.
    #expect(conversion.outcome == .text, "\(detail)")
    let page = conversion.pages.first ?? ""
    #expect(page.contains("<h1>แผนดำเนินงาน ๒๕๖๖</h1>"))
    #expect(page.contains("href=\"\(scheme)://www.town.example/plan.pdf\""))
    #expect(page.contains("<p>\(scheme)://www.town.example/page</p>"))
    #expect(parts.asked.contains("\(scheme)://www.town.example/app.js"))
    #expect(parts.asked.count <= limits.requests)
    #expect(conversion.tool.hasPrefix("chromium 1"))
  }
}
