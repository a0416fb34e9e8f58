import AuditCore
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What the engines' own error codes mean in our words.
enum FailureReading {
  /// FoundationNetworking hands on curl's English text and, for TLS, nothing else.
  static func failure(of error: any Error) -> (FetchFailure, detail: String) {
    let text = (error as NSError).localizedDescription
    let detail = String(text.unicodeScalars.prefix(300).map { $0.value < 0x20 ? " " : Character($0) })
    guard let code = (error as? URLError)?.code else { return (reading(text), detail) }
    switch code {
    case .cannotFindHost, .dnsLookupFailed: return (.nameNotResolved, detail)
    case .cannotConnectToHost: return (.connectionRefused, detail)
    case .networkConnectionLost: return (.connectionReset, detail)
    case .timedOut: return (.timedOut, detail)
    case .cancelled: return (.cancelled, detail)
    case .badServerResponse, .cannotParseResponse, .cannotDecodeContentData, .cannotDecodeRawData, .zeroByteResource:
      return (.malformedResponse, detail)
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      return (.tls, detail)
    default: return (reading(text), detail)
    }
  }

  /// Codes of libcurl ("libcurl-errors").
  static func failure(ofCurl code: Int32, saying words: String) -> FetchFailure {
    switch code {
    // A handshake that breaks off says nothing of the certificate.
    case 35 where isReset(words.lowercased()): .connectionReset
    case 5, 6: .nameNotResolved
    case 7: .connectionRefused
    case 28: .timedOut
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: .tls
    case 52, 55, 56, 92: .connectionReset
    case 1, 8, 16, 18, 61: .malformedResponse
    default: .other
    }
  }

  private static func reading(_ text: String) -> FetchFailure {
    let text = text.lowercased()
    if isReset(text) { return .connectionReset }
    if ["ssl", "tls", "certificate"].contains(where: text.contains) { return .tls }
    if text.contains("timed out") { return .timedOut }
    if text.contains("could not resolve") { return .nameNotResolved }
    return .other
  }

  private static func isReset(_ text: String) -> Bool {
    ["reset", "recv failure", "empty reply", "ssl_error_syscall", "unexpected eof"].contains(where: text.contains)
  }
}
