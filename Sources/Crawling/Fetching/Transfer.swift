import AuditCore
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request of URLSession under way: collects the answer under its caps and ends it exactly once.
final class Transfer: Sendable {
  private struct State {
    var status: Int?
    var fields: [HTTPField] = []
    var body: [UInt8] = []
    var lastByte = ContinuousClock.now
    /// Nothing more is wanted.
    var isOver = false
  }

  private let request: FetchRequest
  private let startedAt: Timestamp
  private let sentFields: [HTTPField]
  private let serverAddress: String?
  private let state = Mutex(State())
  private let answer = OneAnswer<FetchResult>()

  init(_ request: FetchRequest, sentFields: [HTTPField], serverAddress: String?, startedAt: Timestamp) {
    self.request = request
    self.sentFields = sentFields
    self.serverAddress = serverAddress
    self.startedAt = startedAt
  }

  /// How long nothing has arrived.
  var silence: Duration { state.withLock { $0.lastByte.duration(to: .now) } }

  /// Whether the head of an answer is there.
  var hasBegun: Bool { state.withLock { $0.status != nil } }

  func result() async -> FetchResult {
    await withCheckedContinuation { answer.expect($0) }
  }

  /// Takes the head; an answer whose body is not wanted ends with it.
  func receive(_ response: HTTPURLResponse) {
    let fields = response.allHeaderFields.compactMap { entry -> HTTPField? in
      guard let name = entry.key as? String, let value = entry.value as? String else { return nil }
      return HTTPField(name: name, value: value)
    }.sorted { ($0.name.lowercased(), $0.value) < ($1.name.lowercased(), $1.value) }
    state.withLock {
      $0.status = response.statusCode
      $0.fields = fields
      $0.lastByte = .now
    }
    if let reason = BodyInterest.refusal(of: fields, by: request) {
      state.withLock { $0.isOver = true }
      finish(truncated: reason)
    }
  }

  /// Whether more is wanted.
  func receive(_ data: Data) -> Bool {
    let isFull = state.withLock { state in
      state.lastByte = .now
      guard !state.isOver else { return true }
      state.body.append(contentsOf: data.prefix(max(0, request.maxBytes - state.body.count)))
      state.isOver = state.body.count >= request.maxBytes
      return state.isOver
    }
    if isFull { finish(truncated: "length") }
    return !isFull
  }

  func complete(_ error: (any Error)?) {
    guard let error else { return finish(truncated: nil) }
    if state.withLock({ $0.status != nil && !$0.body.isEmpty }) { return finish(truncated: "disconnect") }
    let (failure, detail) = FailureReading.failure(of: error)
    answer.give(.failure(failure, detail: detail, at: startedAt))
  }

  /// The deadline, or a silence, is over: what has come counts, where anything has.
  func timeOut() {
    if state.withLock({ $0.status != nil && !$0.body.isEmpty }) { return finish(truncated: "time") }
    answer.give(.failure(.timedOut, detail: "no answer in time", at: startedAt))
  }

  func cancel() {
    answer.give(.failure(.cancelled, detail: "the crawl was stopped", at: startedAt))
  }

  private func finish(truncated: String?) {
    let (status, fields, body) = state.withLock { state in
      defer { state.body = [] }
      return (state.status, state.fields, state.body)
    }
    guard let status else {
      answer.give(.failure(.malformedResponse, detail: "an answer without a status", at: startedAt))
      return
    }
    answer.give(
      .response(
        FetchResponse(
          status: status, fields: fields, body: body,
          receivedBytes: BodyInterest.receivedBytes(fields, decoded: body.count), truncated: truncated,
          startedAt: startedAt, serverAddress: serverAddress, requestFields: sentFields)))
  }
}
