import WebURL

/// The role of whatever turns a body into a document. Pure: no network, clock, process or file.
package protocol Extractor: Sendable {
  /// Reads one body under its caps of bytes, nesting, entries and ratio. Hostile input gives a document with
  /// `faults` or an `unopenable` readability, never an error.
  func document(from delivery: Delivery, at url: WebURL) -> Document
}
