import Crawling

/// Which ends of a recording leave items unsettled.
enum StopReasons {
  static let endedEarly: Set<String> = Set(
    [StopReason.maxPages, .maxTime, .maxBytes, .interrupted].map(\.rawValue))
}
