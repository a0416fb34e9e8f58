import AuditCore
import Foundation
import Synchronization
import WebURL

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The crawl's engine: FoundationNetworking, with the limits that it does not keep by itself.
///
/// Deadlines, silences and byte caps are our own; redirects are answers, not followed; the session keeps no cookies,
/// credentials or cache. Over plain http the connection goes to the very IP address that was checked, the host name
/// travels in the Host field; over https the certificate vouches for the machine.
package final class URLSessionFetcher: Fetcher {
  private let session: URLSession
  private let courier: TransferCourier
  private let options: HTTPClientOptions
  private let resolver: any AddressResolver
  private let clock: any CrawlClock

  package init(options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock) {
    let configuration = URLSessionConfiguration.default
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.httpMaximumConnectionsPerHost = 16
    configuration.timeoutIntervalForRequest = 3_600
    courier = TransferCourier()
    session = URLSession(configuration: configuration, delegate: courier, delegateQueue: PromptQueue())
    self.options = options
    self.resolver = resolver
    self.clock = clock
  }

  deinit { session.invalidateAndCancel() }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    let startedAt = clock.wall
    let host = request.url.host ?? ""
    guard let machine = await resolver.addresses(of: host).first else {
      return .failure(.nameNotResolved, detail: "the name \(host) does not resolve", at: startedAt)
    }
    guard let url = connectionURL(for: request.url, at: machine) else {
      return .failure(.other, detail: "the address is not one that URLSession takes", at: startedAt)
    }
    var message = URLRequest(url: url)
    let fields = options.fields(for: request)
    for field in fields { message.setValue(field.value, forHTTPHeaderField: field.name) }
    message.setValue(Self.authority(of: request.url), forHTTPHeaderField: "Host")
    let hostField = HTTPField(name: "Host", value: Self.authority(of: request.url))
    let transfer = Transfer(
      request, sentFields: [hostField] + fields, serverAddress: machine.description, startedAt: startedAt)
    let task = session.dataTask(with: message)
    courier.carry(transfer, for: task)
    let watchdog = watch(transfer, deadline: request.deadline, patience: request.patience)
    defer { watchdog.cancel() }
    return await withTaskCancellationHandler {
      task.resume()
      let result = await transfer.result()
      courier.drop(task, isHopeless: result.isTimeOut)
      return result
    } onCancel: {
      transfer.cancel()
    }
  }

  /// Keeps the deadline and the longest silence of one request.
  private func watch(_ transfer: Transfer, deadline: Duration, patience: Duration?) -> Task<Void, Never> {
    let longest = options.stallLimit
    return Task {
      let end = ContinuousClock.now + deadline
      while !Task.isCancelled {
        let now = ContinuousClock.now
        let silence = transfer.silence
        let stallLimit = transfer.hasBegun ? longest : min(patience ?? longest, longest)
        guard now < end, silence < stallLimit else { return transfer.timeOut() }
        try? await Task.sleep(for: min(now.duration(to: end), stallLimit - silence) + .milliseconds(1))
      }
    }
  }

  /// The address with the machine's number and, where told, another port in the place of its host.
  private func connectionURL(for url: WebURL, at machine: IPAddress) -> URL? {
    let otherPort = options.ports[url.host ?? ""]
    guard url.scheme == "http" || otherPort != nil else { return URL(string: url.withoutFragment.href) }
    let number: String = if case .v6 = machine { "[\(machine)]" } else { machine.description }
    let port = (otherPort ?? url.port).map { ":\($0)" } ?? ""
    return URL(string: "\(url.scheme)://\(number)\(port)\(url.requestTarget)")
  }

  /// The host as it stands in the Host field (RFC 9110 §7.2).
  static func authority(of url: WebURL) -> String {
    (url.host ?? "") + (url.port.map { ":\($0)" } ?? "")
  }
}

extension FetchResult {
  fileprivate var isTimeOut: Bool {
    if case .failure(.timedOut, _, _) = self { true } else { false }
  }
}

/// Takes URLSession's callbacks, made on its own thread (see `PromptQueue`), to the transfer that each belongs to.
private final class TransferCourier: NSObject, URLSessionDataDelegate, Sendable {
  private let transfers = Mutex<[Int: Transfer]>([:])

  func carry(_ transfer: Transfer, for task: URLSessionTask) {
    transfers.withLock { $0[task.taskIdentifier] = transfer }
  }

  /// Lets go of a task that was answered. Where it still runs, its next piece of data stops it; where none comes, this
  /// does a moment later.
  /// - Parameter isHopeless: Nothing more is expected of it.
  func drop(_ task: URLSessionTask, isHopeless: Bool) {
    guard task.state != .completed else {
      _ = transfers.withLock { $0.removeValue(forKey: task.taskIdentifier) }
      return
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + (isHopeless ? 0 : 1)) { [self] in
      if transfers.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) != nil { task.cancel() }
    }
  }

  /// Only `cancel`, and from another thread, because it waits for the session. `suspend` would stop a fast server
  /// sooner, but it does its work later on a queue of the session's, and where the transfer was cancelled or came to
  /// its end in between it ends the whole process (FoundationNetworking of Swift 6.3, seen on a loaded machine). What
  /// still arrives until `cancel` is heard, for half a second at worst, is let go.
  private static func stop(_ task: URLSessionTask) {
    DispatchQueue.global().async { task.cancel() }
  }

  private func transfer(of task: URLSessionTask) -> Transfer? {
    transfers.withLock { $0[task.taskIdentifier] }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    guard let response = response as? HTTPURLResponse, let transfer = transfer(of: dataTask) else {
      return completionHandler(.cancel)
    }
    transfer.receive(response)
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard let transfer = transfer(of: dataTask) else { return }
    if !transfer.receive(data) {
      _ = transfers.withLock { $0.removeValue(forKey: dataTask.taskIdentifier) }
      Self.stop(dataTask)
    }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    transfers.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.complete(error)
  }
}
