import AuditCore
import Crawling
import Synchronization
import WebURL

/// A web site that exists only in a test: answers by address, and remembers when it was asked what.
final class ScriptedSite: Fetcher {
  struct Asked: Sendable, Equatable {
    var url: String
    var at: Duration
    /// Whether the connection is to be closed behind it.
    var isAlone = false
  }

  enum Answer: Sendable {
    /// A page with a title, text, and links as (address, words).
    case page(String, links: [(String, String)])
    case text(String)
    case redirect(String)
    case status(Int, [HTTPField])
    case failure(FetchFailure)
    /// The answers of one try after the other; the last one stays.
    case inTurn([Answer])
    /// Does not answer before so many requests were sent in all.
    indirect case held(untilRequests: Int, Answer)
  }

  private struct State {
    var log: [Asked] = []
    var tries: [String: Int] = [:]
    /// Answers that are held back until so many requests were sent.
    var held: [(requests: Int, arrival: AsyncStream<Never>.Continuation)] = []
  }

  private let answers: @Sendable (String) -> Answer?
  private let clock: VirtualClock
  private let state = Mutex(State())

  /// - Parameter answers: By address without `http://town.example`; nil is a 404.
  init(clock: VirtualClock, _ answers: @escaping @Sendable (String) -> Answer?) {
    self.clock = clock
    self.answers = answers
  }

  convenience init(clock: VirtualClock, _ answers: [String: Answer]) {
    self.init(clock: clock) { answers[$0] }
  }

  var asked: [Asked] { state.withLock { $0.log } }
  /// What was asked for, without robots.txt and the control request.
  var pages: [String] { asked.map(\.url).filter { $0 != "/robots.txt" && !$0.contains("oitcheck-control") } }

  func fetch(_ request: FetchRequest) async -> FetchResult {
    let home = "http://town.example"
    let href = request.url.href
    let path = href.hasPrefix(home + "/") ? String(href.dropFirst(home.count)) : href
    let now = clock.uptime
    let turn = state.withLock { state in
      state.log.append(Asked(url: path, at: now, isAlone: request.isAlone))
      state.tries[path, default: 0] += 1
      for answer in state.held where answer.requests <= state.log.count { answer.arrival.finish() }
      return state.tries[path, default: 1] - 1
    }
    return await result(of: answers(path) ?? .status(404, []), turn: turn)
  }

  private func result(of answer: Answer, turn: Int) async -> FetchResult {
    let at = clock.wall
    func response(_ status: Int, _ fields: [HTTPField], _ body: String) -> FetchResult {
      .response(FetchResponse(status: status, fields: fields, body: Array(body.utf8), startedAt: at))
    }
    let html = HTTPField(name: "Content-Type", value: "text/html")
    switch answer {
    case .page(let title, let links):
      let list = links.map { "<a href=\"\($0.0)\">\($0.1)</a>" }.joined(separator: "\n")
      return response(200, [html], "<title>\(title)</title>\n<p>\(title)</p>\n\(list)")
    case .text(let body): return response(200, [HTTPField(name: "Content-Type", value: "text/plain")], body)
    case .redirect(let target): return response(302, [HTTPField(name: "Location", value: target)], "")
    case .status(let status, let fields): return response(status, fields, "")
    case .failure(let failure): return .failure(failure, detail: "as scripted", at: at)
    case .inTurn(let answers):
      guard let last = answers.last else { return response(404, [], "") }
      return await result(of: answers.indices.contains(turn) ? answers[turn] : last, turn: turn)
    case .held(let count, let answer):
      let (requests, arrival) = AsyncStream<Never>.makeStream()
      let isHeld = state.withLock { state in
        state.held.append((count, arrival))
        return state.log.count < count
      }
      if isHeld { for await _ in requests {} }
      if Task.isCancelled { return .failure(.cancelled, detail: "stopped", at: at) }
      return await result(of: answer, turn: turn)
    }
  }
}
