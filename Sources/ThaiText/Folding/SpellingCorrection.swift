/// Replaces the known misspellings in a folded text.
///
/// The automaton reads what has been *written*: after a replacement it reads the new letters too, so that the result
/// holds no misspelling and correcting it again changes nothing.
struct SpellingCorrection: Sendable {
  private struct Replacement: Sendable {
    let written: Int
    let meant: [UInt8]
    let notBefore: [[UInt8]]
  }

  private let automaton: PhraseAutomaton
  private let replacements: [Replacement]
  private let longest: Int

  /// For the exact key.
  static let exact = SpellingCorrection(variants: SpellingVariant.known) { $0 }
  /// For the loose key: the variants as they look without marks; those that differ only in marks are no longer needed.
  static let loose = SpellingCorrection(variants: SpellingVariant.known, as: LooseKey.letters(of:))

  /// - Parameter form: what becomes of the folded bytes of a variant before it is used.
  private init(variants: [SpellingVariant], as form: ([UInt8]) -> [UInt8]) {
    func fold(_ text: String) -> [UInt8] {
      form(FoldingPass.fold(text, style: .key, keepingOffsets: false).bytes)
    }
    var phrases: [[UInt8]] = []
    var replacements: [Replacement] = []
    for variant in variants {
      let written = fold(variant.written)
      let meant = fold(variant.meant)
      guard written != meant, !phrases.contains(written) else { continue }
      phrases.append(written)
      let excluded = variant.notBefore.unicodeScalars.map { fold(String($0)) }.filter { !$0.isEmpty }
      replacements.append(Replacement(written: written.count, meant: meant, notBefore: excluded))
    }
    automaton = PhraseAutomaton(phrases: phrases)
    self.replacements = replacements
    longest = phrases.map(\.count).max() ?? 0
  }

  /// The text with its misspellings corrected; every byte of a correction has the whole misspelling as its origin.
  func corrected(_ text: FoldedBytes) -> FoldedBytes {
    guard holdsVariant(text.bytes) else { return text }
    var result = FoldedBytes(bytes: [], spans: [])
    result.bytes.reserveCapacity(text.bytes.count + 64)
    result.spans.reserveCapacity(text.spans.count)
    var state = PhraseAutomaton.State()
    for offset in text.bytes.indices {
      result.bytes.append(text.bytes[offset])
      if !text.spans.isEmpty { result.spans.append(text.spans[offset]) }
      guard automaton.advance(&state, over: text.bytes[offset]) else { continue }
      while let replacement = replacement(at: state, before: text.bytes[(offset + 1)...]) {
        apply(replacement, to: &result)
        state = stateAfter(result.bytes.suffix(longest))
      }
    }
    return result
  }

  private func holdsVariant(_ bytes: [UInt8]) -> Bool {
    var found = false
    automaton.forEachMatch(in: bytes) { index, end in
      if !found { found = applies(replacements[index], before: bytes[end...]) }
    }
    return found
  }

  private func replacement(at state: PhraseAutomaton.State, before rest: ArraySlice<UInt8>) -> Replacement? {
    var found: Replacement?
    automaton.forEachPhrase(endingAt: state) { index in
      if found == nil, applies(replacements[index], before: rest) { found = replacements[index] }
    }
    return found
  }

  private func applies(_ replacement: Replacement, before rest: ArraySlice<UInt8>) -> Bool {
    !replacement.notBefore.contains { rest.starts(with: $0) }
  }

  private func apply(_ replacement: Replacement, to text: inout FoldedBytes) {
    let start = text.bytes.count - replacement.written
    text.bytes.replaceSubrange(start..., with: replacement.meant)
    guard !text.spans.isEmpty else { return }
    let origin = SourceSpan(start: text.spans[start].start, end: text.spans[text.spans.count - 1].end)
    text.spans.replaceSubrange(start..., with: repeatElement(origin, count: replacement.meant.count))
  }

  private func stateAfter(_ bytes: ArraySlice<UInt8>) -> PhraseAutomaton.State {
    var state = PhraseAutomaton.State()
    for byte in bytes { _ = automaton.advance(&state, over: byte) }
    return state
  }
}
