/// How a domain written with letters outside ASCII (`เทศบาล.ไทย`) becomes its ASCII form (`xn--…`): UTS 46 as the
/// WHATWG URL Standard §3.3 asks for. This module knows no Unicode tables, so the edge that has a library lends it.
package struct DomainToASCII: Sendable {
  private let convert: @Sendable (String) -> String?

  /// - Parameter convert: Given a percent-decoded domain with at least one letter outside ASCII, returns its ASCII
  ///   form or nil when the domain is not valid.
  package init(_ convert: @escaping @Sendable (String) -> String?) {
    self.convert = convert
  }

  /// Refuses every domain outside ASCII. ASCII domains need no conversion beyond lower case.
  package static let asciiOnly = DomainToASCII { _ in nil }

  package func callAsFunction(_ domain: String) -> String? { convert(domain) }
}
