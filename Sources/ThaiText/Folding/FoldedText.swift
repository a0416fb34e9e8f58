/// A text beside its exact key, with the way back: what matched in the key is quoted from the original.
package struct FoldedText: Sendable {
  package let original: String
  /// The key, as UTF-8. See `ThaiFolding` for what it leaves out.
  package let bytes: [UInt8]
  private let kept: Origins?

  /// Folds a text and keeps the origin of every byte (eight bytes each).
  package init(_ original: String) {
    self.init(original, keepingOffsets: true)
  }

  /// Folds a text. Without offsets the questions below still have their answers, each at the price of another folding.
  package init(_ original: String, keepingOffsets: Bool) {
    let folded = ThaiFolding.exact(original, keepingOffsets: keepingOffsets)
    self.original = original
    bytes = folded.bytes
    kept = keepingOffsets ? Origins(spans: folded.spans) : nil
  }

  /// The key as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Where a range of the key came from, in UTF-8 offsets into the original; an empty range points before its letter.
  package func originalRange(of folded: Range<Int>) -> Range<Int> {
    origins.range(of: folded, originalCount: original.utf8.count)
  }

  /// The original text around a range of the key. See `Quotation`.
  ///
  /// - Parameters:
  ///   - context: letters to show on each side.
  ///   - limit: letters at most, the ellipses apart.
  package func quotation(around folded: Range<Int>, context: Int, limit: Int) -> String {
    Quotation(of: original, around: originalRange(of: folded), context: context, limit: limit).text
  }

  /// Whether a match begins and ends where a Latin word or a number does: "ita" is not found in "facilitate", nor
  /// "6เดือน" in "16 เดือน". Thai edges always count as whole, since Thai words have no visible ends.
  package func isWholeWord(_ folded: Range<Int>) -> Bool {
    WordEdges(of: original).isWhole(originalRange(of: folded))
  }

  private var origins: Origins {
    kept ?? Origins(spans: ThaiFolding.exact(original, keepingOffsets: true).spans)
  }
}
