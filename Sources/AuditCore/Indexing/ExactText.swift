/// A text as a key: the same only where its bytes are. Comparing and hashing `String` means normalising (UAX #15), which
/// for Thai costs more than reading the page did; what repeats within one site repeats byte by byte.
package struct ExactText: Hashable {
  private let text: String

  package init(_ text: String) { self.text = text }

  package static func == (one: ExactText, other: ExactText) -> Bool {
    let (first, second) = (one.text.utf8, other.text.utf8)
    guard first.count == second.count else { return false }
    let quick = first.withContiguousStorageIfAvailable { first in
      second.withContiguousStorageIfAvailable { second in
        UnsafeRawBufferPointer(first).elementsEqual(UnsafeRawBufferPointer(second))
      }
    }
    return (quick ?? nil) ?? first.elementsEqual(second)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}
