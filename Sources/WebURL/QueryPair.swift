/// One `name=value` of a query, percent-encoded as it was sent.
package struct QueryPair: Sendable, Hashable {
  package let name: String
  /// What follows the first `=`; nil when the pair has none (`?print`).
  package let value: String?

  package init(name: String, value: String?) {
    self.name = name
    self.value = value
  }

  /// The pair as it stands in a query.
  package var serialised: String { value.map { name + "=" + $0 } ?? name }

  /// Splits a query at `&`; empty pairs (`a=1&&b=2&`) are left out.
  package static func pairs(of query: String) -> [QueryPair] { pairs(of: query, omittingEmpty: true) }

  /// The same with the empty pairs.
  static func allPairs(of query: String) -> [QueryPair] { pairs(of: query, omittingEmpty: false) }

  private static func pairs(of query: String, omittingEmpty: Bool) -> [QueryPair] {
    query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: omittingEmpty).map { pair in
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else {
        return QueryPair(name: String(decoding: pair, as: UTF8.self), value: nil)
      }
      return QueryPair(
        name: String(decoding: pair[..<equals], as: UTF8.self),
        value: String(decoding: pair[pair.index(after: equals)...], as: UTF8.self))
    }
  }
}
