import AuditCore
import Programs

/// What the end of a run of curl means for the answer it was to fetch.
struct CurlEnding {
  /// Where no answer has begun.
  var failure: FetchFailure
  /// Where one has, why it is not whole, in the words of WARC; nil where it is.
  var truncation: String?
  /// Why it was not the site's to answer.
  var obstacle: String?

  init(_ end: ProgramOutcome.End) {
    failure = .other
    switch end {
    case .exited(code: 0): failure = .malformedResponse
    case .exited(code: 28), .tooLong: (failure, truncation) = (.timedOut, "time")
    case .exited(let code): (failure, truncation) = (FailureReading.failure(ofCurlExit: code), "disconnect")
    case .signalled: truncation = "disconnect"
    case .tooMuchOutput: truncation = "length"
    case .unwanted, .tooMuchWritten: truncation = "unspecified"
    case .stopped: (failure, obstacle) = (.cancelled, "the crawl was stopped")
    case .notInstalled(let tool):
      obstacle = "the program \(tool.rawValue) is not installed (apt install \(tool.debianPackage))"
    case .notStarted: obstacle = "the program curl could not be started"
    }
  }
}
