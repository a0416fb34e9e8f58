import AuditCore
import Programs
import WebURL

/// The one request that URLSession cannot do, done by the `curl` program: header bytes that are no UTF-8, certificate
/// chains that do not verify. A broken chain is passed over only after it was seen to fail, and is then reported.
package struct CurlFetcher: Fetcher {
  private let options: HTTPClientOptions
  private let resolver: any AddressResolver
  private let clock: any CrawlClock
  private let tools: Toolbox

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
    await fetch(request, checkingCertificates: true)
  }

  private func fetch(_ request: FetchRequest, checkingCertificates: Bool) async -> FetchResult {
    let startedAt = clock.wall
    guard let machine = await resolver.addresses(of: request.url.host ?? "").first else {
      return .failure(.nameNotResolved, detail: "the name does not resolve", at: startedAt)
    }
    let outcome = await program(for: request).outcome(
      of: arguments(for: request, at: machine, checking: checkingCertificates), in: nil)
    let said = String(decoding: outcome.messages.prefix(300), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let ending = CurlEnding(outcome.end)
    if let obstacle = ending.obstacle { return .failure(ending.failure, detail: obstacle, at: startedAt) }
    if ending.failure == .tls, checkingCertificates { return await fetchUnchecked(request, because: said) }
    guard let message = RawResponse(outcome.output) else {
      return .failure(ending.failure, detail: said.isEmpty ? "no answer" : said, at: startedAt)
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

  private func fetchUnchecked(_ request: FetchRequest, because fault: String) async -> FetchResult {
    let result = await fetch(request, checkingCertificates: false)
    guard case .response(var response) = result else { return result }
    response.remark = "certificate not accepted: \(fault)"
    return .response(response)
  }

  /// Nothing of a site is ever more than the value of an option.
  private func arguments(for request: FetchRequest, at machine: IPAddress, checking: Bool) -> [String] {
    let host = request.url.host ?? ""
    let port = request.url.effectivePort ?? 80
    let number: String = if case .v6 = machine { "[\(machine)]" } else { machine.description }
    let other = options.ports[host] ?? port
    var list = [
      "--disable", "--silent", "--show-error", "--globoff", "--include", "--compressed", "--http1.1",
      "--proto", "=http,https", "--max-time", String(request.deadline.inSeconds),
      "--connect-to", "\(host):\(port):\(number):\(other)", "--user-agent", options.userAgent,
    ]
    for field in options.fields(for: request) where field.name != "User-Agent" {
      list += ["--header", "\(field.name): \(field.value)"]
    }
    if !checking { list.append("--insecure") }
    return list + ["--url", request.url.withoutFragment.href]
  }

  private static let roomForHead = 262_144
}
