/// The way back from a key to its original.
struct Origins: Sendable {
  let spans: [SourceSpan]

  /// The original range behind a range of the key. Bounds beyond the key are brought back into it.
  func range(of folded: Range<Int>, originalCount: Int) -> Range<Int> {
    let lower = min(max(folded.lowerBound, 0), spans.count)
    let upper = min(max(folded.upperBound, lower), spans.count)
    let start = lower < spans.count ? Int(spans[lower].start) : originalCount
    guard upper > lower else { return start..<start }
    return start..<max(start, Int(spans[upper - 1].end))
  }
}
