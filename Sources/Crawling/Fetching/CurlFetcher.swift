import AuditCore
import Programs
import Synchronization
import WebURL

/// The one request that URLSession cannot do, done by the `curl` program: header bytes that are no UTF-8, certificate
/// chains that do not verify, servers that know only the TLS of long ago. A certificate is passed over only after it
/// was seen to fail, and the fault is told with every answer that came so.
package final class CurlFetcher: Fetcher {
  private let options: HTTPClientOptions
  private let resolver: any AddressResolver
  private let clock: any CrawlClock
  private let tools: Toolbox
  /// What is wrong with the TLS of an origin, as curl puts it.
  private let distrusted = Mutex<[String: String]>([:])

  package init(
    options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock, tools: Toolbox = .installed
  ) {
    self.options = options
    self.resolver = resolver
    self.clock = clock
    self.tools = tools
  }

  package var isAvailable: Bool { tools.has(.curl) }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    if let fault = distrusted.withLock({ $0[request.url.origin] }) { return await fetch(request, despite: fault) }
    let result = await fetch(request, trust: .checked)
    // The connection ended before anything was asked: this is no second request.
    guard case .failure(.tls, let fault, _) = result, !Task.isCancelled else { return result }
    return await fetch(request, despite: fault)
  }

  /// How much of a server's TLS has to be in order.
  private enum Trust {
    case checked
    /// Any certificate, and the protocols and ciphers of 1999.
    case any
  }

  private func fetch(_ request: FetchRequest, despite fault: String) async -> FetchResult {
    switch await fetch(request, trust: .any) {
    case .failure(.tls, _, let at): return .failure(.tls, detail: fault, at: at)
    case .failure(let failure, let detail, let at): return .failure(failure, detail: detail, at: at)
    case .response(var response):
      distrusted.withLock { $0[request.url.origin] = fault }
      response.remark = fault
      return .response(response)
    }
  }

  private func fetch(_ request: FetchRequest, trust: Trust) async -> FetchResult {
    let startedAt = clock.wall
    guard let machine = await resolver.addresses(of: request.url.host ?? "").first else {
      return .failure(.nameNotResolved, detail: "the name does not resolve", at: startedAt)
    }
    let outcome = await program(for: request).outcome(
      of: arguments(for: request, at: machine, trust: trust), in: nil)
    let ending = CurlEnding(outcome.end, saying: outcome.messages)
    if let obstacle = ending.obstacle { return .failure(ending.failure, detail: obstacle, at: startedAt) }
    guard let message = RawResponse(outcome.output) else {
      return .failure(ending.failure, detail: ending.said.isEmpty ? "no answer" : ending.said, at: startedAt)
    }
    let refusal = outcome.end == .unwanted ? BodyInterest.refusal(of: message.fields, by: request) : nil
    let body = outcome.end == .unwanted ? [] : Array(message.body.prefix(request.maxBytes))
    let isCut = message.body.count > request.maxBytes
    return .response(
      FetchResponse(
        status: message.status, fields: message.fields, body: body,
        receivedBytes: BodyInterest.receivedBytes(message.fields, decoded: body.count),
        truncated: refusal ?? (isCut ? "length" : ending.truncation),
        startedAt: startedAt, serverAddress: machine.description,
        requestFields: [HTTPField(name: "Host", value: URLSessionFetcher.authority(of: request.url))]
          + options.fields(for: request)))
  }

  private func program(for request: FetchRequest) -> LimitedProgram {
    var limits = ProgramLimits()
    limits.wallSeconds = request.deadline / .seconds(1)
    limits.cpuSeconds = 60
    limits.outputBytes = request.maxBytes + Self.roomForHead
    limits.startedProcesses = nil
    var program = LimitedProgram(tool: .curl, limits: limits, tools: tools, messages: .kept)
    program.isWanted = { output in
      RawResponse(output).map { BodyInterest.refusal(of: $0.fields, by: request) == nil }
        ?? (output.count > Self.roomForHead ? true : nil)
    }
    return program
  }

  /// Nothing of a site is ever more than the value of an option.
  private func arguments(for request: FetchRequest, at machine: IPAddress, trust: Trust) -> [String] {
    let host = request.url.host ?? ""
    let port = request.url.effectivePort ?? 80
    let number: String = if case .v6 = machine { "[\(machine)]" } else { machine.description }
    let other = options.ports[host] ?? port
    var list = [
      "--disable", "--silent", "--show-error", "--globoff", "--include", "--compressed", "--http1.1",
      "--proto", "=http,https", "--max-time", String(request.deadline.inSeconds),
      "--speed-limit", "1", "--speed-time", String(max(1, Int(options.stallLimit.inSeconds.rounded(.up)))),
      "--connect-to", "\(host):\(port):\(number):\(other)", "--user-agent", options.userAgent,
    ]
    for field in options.fields(for: request) where field.name != "User-Agent" {
      list += ["--header", "\(field.name): \(field.value)"]
    }
    if trust == .any { list += ["--insecure", "--tlsv1.0", "--ciphers", "DEFAULT@SECLEVEL=0"] }
    return list + ["--url", request.url.withoutFragment.href]
  }

  private static let roomForHead = 262_144
}
