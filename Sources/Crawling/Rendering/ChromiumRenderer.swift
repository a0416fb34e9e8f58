import AuditCore
import Foundation
import Synchronization

/// Renders pages with an installed Chromium: a process of its own for every page, in an empty profile, under limits,
/// and without a way to the network but the proxy of this one page.
package final class ChromiumRenderer: PageRenderer {
  /// The Debian package that brings the program.
  package static let debianPackage = "chromium"

  private let program: String
  private let isSandboxed: Bool
  private let limits: RenderingLimits
  private let started = Mutex(0)
  private let version = Mutex<String?>(nil)

  /// - Parameters:
  ///   - program: Path of Chromium.
  ///   - isSandboxed: False only where the officer said so: the browser then has no sandbox of its own.
  package init(program: String, isSandboxed: Bool, limits: RenderingLimits = RenderingLimits()) {
    self.program = program
    self.isSandboxed = isSandboxed
    self.limits = limits
  }

  /// The path of the installed program, its launcher script last: that one adds options of its own.
  package static func installed() -> String? {
    ["/usr/lib/chromium/chromium", "/usr/bin/google-chrome-stable", "/usr/bin/chromium"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  package func render(_ page: ShellPage, asking parts: any PageParts) async -> Conversion {
    let count = started.withLock { count in
      count += 1
      return count
    }
    guard count <= limits.pages else {
      return failed(.notTried, "more than \(limits.pages) pages that only script fills")
    }
    guard let folder = ProfileFolder() else { return failed(.notTried, "no temporary folder") }
    defer { folder.remove() }
    await learnVersion(in: folder.path)
    let proxy = RenderingProxy(of: page, asking: parts, limits: limits)
    guard let listener = LoopbackListener({ await proxy.answer(to: $0) }) else {
      return failed(.notTried, "no loopback port for the proxy")
    }
    defer { listener.close() }
    let command = ChromiumCommand(
      program: program, profile: folder.path, proxyPort: listener.port, isSandboxed: isSandboxed, limits: limits)
    switch await BrowserRun(command: command.words(opening: proxy.start), folder: folder.path, limits: limits).run() {
    case .output(let html):
      let text = String(decoding: proxy.finished(html), as: UTF8.self)
      return Conversion(
        method: .rendered, outcome: .text, tool: tool, pages: [text], pageCount: 1, detail: proxy.summary)
    case .limit(let limit): return failed(.limit, "\(limit); \(proxy.summary)")
    case .failed(let reason): return failed(.notTried, reason)
    case .notStarted: return failed(.noTool, "could not be started")
    case .cancelled: return failed(.notTried, "was stopped")
    }
  }

  private func failed(_ outcome: Conversion.Outcome, _ detail: String) -> Conversion {
    Conversion(method: .rendered, outcome: outcome, tool: tool, detail: detail)
  }

  private var tool: String { "chromium" + (version.withLock { $0 }.map { " " + $0 } ?? "") }

  /// Asks the program once what it is; its answer is "Chromium 156.0.8078.79 built on …".
  private func learnVersion(in folder: String) async {
    guard version.withLock({ $0 }) == nil else { return }
    var limits = limits
    limits.wall = .seconds(10)
    let run = BrowserRun(command: [program, "--version"], folder: folder, limits: limits)
    guard case .output(let said) = await run.run() else { return }
    let number = String(decoding: said.prefix(200), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .first { $0.utf8.first.map { $0 &- 0x30 < 10 } ?? false }
    version.withLock { $0 = number.map(String.init) }
  }
}
