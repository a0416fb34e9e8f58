/// A text beside its loose key, with the way back. See `ThaiFolding.looseKey(_:)`.
package struct LooseText: Sendable {
  package let original: String
  /// The loose key, as UTF-8.
  package let bytes: [UInt8]
  private let kept: Origins?

  package init(_ original: String) {
    self.init(original, keepingOffsets: true)
  }

  package init(_ original: String, keepingOffsets: Bool) {
    let folded = ThaiFolding.loose(original, keepingOffsets: keepingOffsets)
    self.original = original
    bytes = folded.bytes
    kept = keepingOffsets ? Origins(spans: folded.spans) : nil
  }

  /// The loose key as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Where a range of the key came from, in UTF-8 offsets into the original. The marks that the key leaves out belong
  /// to the letter before them.
  package func originalRange(of folded: Range<Int>) -> Range<Int> {
    let origins = kept ?? Origins(spans: ThaiFolding.loose(original, keepingOffsets: true).spans)
    return origins.range(of: folded, originalCount: original.utf8.count)
  }

  /// The original text around a range of the key. See `FoldedText.quotation(around:context:limit:)`.
  package func quotation(around folded: Range<Int>, context: Int, limit: Int) -> String {
    Quotation(of: original, around: originalRange(of: folded), context: context, limit: limit).text
  }

  /// Whether a match begins and ends where a Latin word or a number does.
  package func isWholeWord(_ folded: Range<Int>) -> Bool {
    WordEdges(of: original).isWhole(originalRange(of: folded))
  }
}
