/// The bodies seen so far, each with the address that showed it first: two addresses whose bodies are the same to the
/// byte are one page, whatever their addresses look like.
package struct KnownContent<Digest: Hashable & Sendable, Address: Sendable>: Sendable {
  private var firstAddresses: [Digest: Address] = [:]

  package init() {}

  /// How many different bodies were seen.
  package var count: Int { firstAddresses.count }

  /// The address under which this body is known; the given one when it is new.
  package mutating func firstAddress(showing digest: Digest, at address: Address) -> Address {
    if let known = firstAddresses[digest] { return known }
    firstAddresses[digest] = address
    return address
  }

  /// The address under which a body is known, or nil.
  package func firstAddress(showing digest: Digest) -> Address? { firstAddresses[digest] }
}
