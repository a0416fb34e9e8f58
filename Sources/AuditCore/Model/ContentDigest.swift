/// The SHA-256 of a body, written `sha256:` and 64 lower-case hexadecimal digits: what proves that a quotation
/// stands in the bytes that were fetched. Computed by Archive, only carried here.
package struct ContentDigest: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) {
    description = text
  }

  package init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package static func < (a: ContentDigest, b: ContentDigest) -> Bool { a.description < b.description }
}
