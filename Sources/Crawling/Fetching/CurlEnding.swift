import AuditCore
import Foundation
import Programs

/// What the end of a run of curl means for the answer it was to fetch.
struct CurlEnding {
  /// Where no answer has begun.
  var failure: FetchFailure
  /// Where one has, why it is not whole, in the words of WARC; nil where it is.
  var truncation: String?
  /// Why it was not the site's to answer.
  var obstacle: String?
  /// The first line of what curl says, its own name and code taken off.
  let said: String

  init(_ end: ProgramOutcome.End, saying messages: [UInt8]) {
    said = Self.firstLine(messages)
    failure = .other
    switch end {
    case .exited(code: 0): failure = .malformedResponse
    case .exited(code: 28), .tooLong: (failure, truncation) = (.timedOut, "time")
    case .exited(let code):
      (failure, truncation) = (FailureReading.failure(ofCurlExit: code, saying: said), "disconnect")
    case .signalled: truncation = "disconnect"
    case .tooMuchOutput: truncation = "length"
    case .unwanted, .tooMuchWritten: truncation = "unspecified"
    case .stopped: (failure, obstacle) = (.cancelled, "the crawl was stopped")
    case .notInstalled(let tool):
      obstacle = "the program \(tool.rawValue) is not installed (apt install \(tool.debianPackage))"
    case .notStarted: obstacle = "the program curl could not be started"
    }
  }

  /// `curl: (60) SSL certificate problem: …` without its beginning.
  private static func firstLine(_ messages: [UInt8]) -> String {
    let line = String(decoding: messages.prefix(300).prefix { $0 != 0x0A }, as: UTF8.self)
    let words = line.hasPrefix("curl: (") ? line.drop { $0 != ")" }.dropFirst() : line[...]
    return words.trimmingCharacters(in: .whitespaces)
  }
}
