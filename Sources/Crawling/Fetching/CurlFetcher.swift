import AuditCore
import Dispatch
import Synchronization
import WebURL

/// What URLSession cannot do, done by libcurl itself: header bytes that are no UTF-8, certificate chains that do not
/// verify, servers that know only the TLS of long ago, and waiting on a new connection without burning a processor. A
/// certificate is passed over only after it was seen to fail, and the fault is told with every answer that came so.
package final class CurlFetcher: Fetcher {
  private let options: HTTPClientOptions
  private let resolver: any AddressResolver
  private let clock: any CrawlClock
  private let handles = CurlHandles()
  /// Each request holds a thread of its own for as long as it takes.
  private let threads = DispatchQueue(label: "libcurl", attributes: .concurrent)
  /// What is wrong with the TLS of an origin, as libcurl puts it.
  private let distrusted = Mutex<[String: String]>([:])

  package init(options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock) {
    self.options = options
    self.resolver = resolver
    self.clock = clock
  }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    if let fault = distrusted.withLock({ $0[request.url.origin] }) { return await fetch(request, despite: fault) }
    let result = await fetch(request, trust: .checked)
    // The connection ended before anything was asked: this is no second request.
    guard case .failure(.tls, let fault, _) = result, !Task.isCancelled else { return result }
    return await fetch(request, despite: fault)
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

  private func fetch(_ request: FetchRequest, trust: CurlOrder.Trust) async -> FetchResult {
    let startedAt = clock.wall
    guard let machine = await resolver.addresses(of: request.url.host ?? "").first else {
      return .failure(.nameNotResolved, detail: "the name does not resolve", at: startedAt)
    }
    let order = CurlOrder(for: request, at: machine, options: options, trust: trust)
    let server = "\(request.url.origin) \(order.route)"
    let stopping = StopSign()
    let answer = OneAnswer<FetchResult>()
    return await withTaskCancellationHandler {
      threads.async { [handles] in
        guard let handle = handles.take(for: server) else {
          answer.give(.failure(.other, detail: "no memory for a request", at: startedAt))
          return
        }
        let reception = CurlReception(request, stopping: stopping)
        let (code, words) = handle.ask(order, into: reception)
        handles.putBack(handle, for: server)
        var result = reception.result(endedBy: code, saying: words, startedAt: startedAt)
        if case .response(var response) = result {
          response.serverAddress = machine.description
          response.requestFields =
            [HTTPField(name: "Host", value: URLSessionFetcher.authority(of: request.url))] + order.fields
          result = .response(response)
        }
        answer.give(result)
      }
      return await withCheckedContinuation { answer.expect($0) }
    } onCancel: {
      stopping.raise()
      answer.give(.failure(.cancelled, detail: "the crawl was stopped", at: startedAt))
    }
  }
}

extension CurlReception {
  /// What the end of a transfer means for the answer it was to fetch.
  /// - Parameter code: 0, or one of "libcurl-errors".
  fileprivate func result(endedBy code: Int32, saying words: String, startedAt: Timestamp) -> FetchResult {
    let failure = FailureReading.failure(ofCurl: code, saying: words)
    guard let message else {
      return .failure(code == 0 ? .malformedResponse : failure, detail: words, at: startedAt)
    }
    let fault = code == 0 ? nil : failure == .timedOut ? "time" : "disconnect"
    return .response(
      FetchResponse(
        status: message.status, fields: message.fields, body: body,
        receivedBytes: BodyInterest.receivedBytes(message.fields, decoded: body.count), truncated: truncation ?? fault,
        startedAt: startedAt))
  }
}
