import AuditCore
import Testing

/// What tests of fetching over real sockets write as answers, and ask of results.
protocol RealAnswers {}

extension RealAnswers {
  static func head(_ fields: String, status: String = "200 OK") -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(fields)Connection: close\r\n\r\n".utf8)
  }

  func response(_ result: FetchResult) throws -> FetchResponse {
    guard case .response(let response) = result else {
      Issue.record("no answer: \(result)")
      throw CancellationError()
    }
    return response
  }

  func failure(_ result: FetchResult) -> FetchFailure? {
    if case .failure(let failure, _, _) = result { failure } else { nil }
  }
}
