/// Where an item's disclosure stands and which files carry it, read off the evidence of a report.
struct DisclosureTrail {
  /// Addresses of the disclosure as a whole; those of single elements do not count.
  let addresses: [String]
  /// SHA-256 of every document (a file, not a page) by address. Pages change with each counter and each visit, so
  /// their hashes prove a quotation but tell nothing about a swap.
  let documents: [String: String]

  init(_ item: ItemReport) {
    var seen: Set<String> = []
    addresses = item.evidence.filter { $0.element == nil && seen.insert($0.url).inserted }.map(\.url)
    documents = Dictionary(
      item.evidence
        .filter { !$0.sha256.isEmpty && MediaType(rawValue: $0.mediaType)?.isDocument == true }
        .map { ($0.url, $0.sha256) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether nothing of the disclosure stands where it stood.
  func moved(to later: DisclosureTrail) -> Bool {
    !addresses.isEmpty && !later.addresses.isEmpty && Set(addresses).isDisjoint(with: later.addresses)
  }

  /// Addresses that deliver another file than before, in the order of addresses.
  func swaps(to later: DisclosureTrail) -> [ItemChange.SwappedDocument] {
    documents.compactMap { url, before in
      guard let after = later.documents[url], after != before else { return nil }
      return ItemChange.SwappedDocument(url: url, before: before, after: after)
    }
    .sorted { $0.url < $1.url }
  }
}

extension Verdict {
  /// Whether something of the item was found and read, of whatever period.
  var isFound: Bool { self == .met || self == .partial || self == .outdated }
}
