import AuditCore
import Foundation
import WebURL

/// The one request that URLSession cannot do, done by the `curl` program: header bytes that are no UTF-8, certificate
/// chains that do not verify. A broken chain is passed over only after it was seen to fail, and is then reported.
package struct CurlFetcher: Fetcher {
  private let program: String?
  private let options: HTTPClientOptions
  private let resolver: any AddressResolver
  private let clock: any CrawlClock

  /// - Parameter program: Path of curl, nil where it is not installed.
  package init(
    program: String? = CurlFetcher.installed(), options: HTTPClientOptions, resolver: any AddressResolver,
    clock: any CrawlClock
  ) {
    self.program = program
    self.options = options
    self.resolver = resolver
    self.clock = clock
  }

  /// The path of the installed program.
  package static func installed() -> String? {
    ["/usr/bin/curl", "/usr/local/bin/curl", "/bin/curl"].first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  package var isAvailable: Bool { program != nil }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    await fetch(request, checkingCertificates: true)
  }

  private func fetch(_ request: FetchRequest, checkingCertificates: Bool) async -> FetchResult {
    let startedAt = clock.wall
    guard let program else {
      return .failure(.other, detail: "the program curl is not installed (apt install curl)", at: startedAt)
    }
    guard let machine = await resolver.addresses(of: request.url.host ?? "").first else {
      return .failure(.nameNotResolved, detail: "the name does not resolve", at: startedAt)
    }
    var process = BoundedProcess(
      executable: program, arguments: arguments(for: request, at: machine, checking: checkingCertificates),
      maxOutputBytes: request.maxBytes + Self.roomForHead, deadline: request.deadline)
    process.isWanted = { output in
      RawResponse(output).map { BodyInterest.refusal(of: $0.fields, by: request) == nil }
        ?? (output.count > Self.roomForHead ? true : nil)
    }
    guard let outcome = await process.run() else {
      return .failure(.other, detail: "the program curl could not be started", at: startedAt)
    }
    if outcome.stoppedBy == "cancelled" {
      return .failure(.cancelled, detail: "the crawl was stopped", at: startedAt)
    }
    let said = String(decoding: outcome.messages.prefix(300), as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    let failure = FailureReading.failure(ofCurlExit: outcome.status)
    if outcome.stoppedBy == nil, outcome.status != 0, failure == .tls, checkingCertificates {
      return await fetchUnchecked(request, because: said)
    }
    guard let message = RawResponse(outcome.output) else {
      let cause = outcome.stoppedBy == "time" ? .timedOut : outcome.status == 0 ? .malformedResponse : failure
      return .failure(cause, detail: said.isEmpty ? "no answer" : said, at: startedAt)
    }
    let body = outcome.stoppedBy == "unwanted" ? [] : Array(message.body.prefix(request.maxBytes))
    let refusal = outcome.stoppedBy == "unwanted" ? BodyInterest.refusal(of: message.fields, by: request) : nil
    let isCut = message.body.count > request.maxBytes || outcome.stoppedBy == "length"
    let truncated = refusal ?? (isCut ? "length" : outcome.stoppedBy ?? (outcome.status == 0 ? nil : "disconnect"))
    return .response(
      FetchResponse(
        status: message.status, fields: message.fields, body: body,
        receivedBytes: BodyInterest.receivedBytes(message.fields, decoded: body.count), truncated: truncated,
        startedAt: startedAt, serverAddress: machine.description,
        requestFields: [HTTPField(name: "Host", value: URLSessionFetcher.authority(of: request.url))]
          + options.fields(for: request)))
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
