/// Parameters that tell an advertiser where a visitor came from; the page is the same without them.
enum TrackingParameter {
  static let names: Set<String> = [
    "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "gad_source", "gad_campaignid", "msclkid", "yclid",
    "twclid", "ttclid", "igshid", "igsh", "srsltid", "mibextid", "zarsrc", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc",
    "_hsmi", "hsctatracking", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "__tn__",
  ]

  static let campaignPrefix = "utm_"
  static let facebookPrefix = "__cft__"

  static func matches(_ pair: QueryPair) -> Bool {
    let name = pair.name.lowercased()
    return names.contains(name) || name.hasPrefix(campaignPrefix) || name.hasPrefix(facebookPrefix)
  }
}

/// Parameters whose only purpose is that no cache has seen the address before: a clock or a draw of lots.
enum CacheBuster {
  static let names: Set<String> = [
    "_", "nocache", "no_cache", "cachebuster", "rnd", "rand", "random", "ts", "timestamp",
  ]

  static func matches(_ pair: QueryPair) -> Bool {
    guard names.contains(pair.name.lowercased()), let value = pair.value?.utf8 else { return false }
    if value.starts(with: "0.".utf8), value.count >= 6 { return value.dropFirst(2).allSatisfy(\.isASCIIDigit) }
    return (10...20).contains(value.count) && value.allSatisfy(\.isASCIIDigit)
  }
}

/// Parameters that ask for the page without its menus, to be put on paper. `format=pdf` is not among them: what it
/// gives is another document.
enum PrintView {
  static let names: Set<String> = ["print", "printable", "printview", "printer_friendly"]
  private static let yes: Set<String> = ["1", "y", "yes", "true", "on", "print"]
  /// What Joomla adds to its print links; alone, `tmpl=component` shows other things too (its mail form).
  private static let companions: Set<String> = ["tmpl=component", "layout=default", "page="]

  /// - Parameter script: The last segment of the path: `print.php?print=1` is asked for entry 1.
  static func removed(from pairs: [QueryPair], of script: String) -> [QueryPair] {
    guard pairs.contains(where: isSwitch), pairs.count > 1 || !script.lowercased().hasPrefix("print") else {
      return pairs
    }
    let hasTemplate = pairs.contains { $0.serialised == "tmpl=component" }
    return pairs.filter { !(isSwitch($0) || hasTemplate && companions.contains($0.serialised)) }
  }

  private static func isSwitch(_ pair: QueryPair) -> Bool {
    let name = pair.name.lowercased()
    guard let value = pair.value?.lowercased() else { return false }
    return names.contains(name) && yes.contains(value) || name == "view" && value == "print"
  }
}

/// The start of a list asked for by number where it is also what comes unasked. `page=1` is not told by its name; see
/// ``CanonicalRule/firstPage``.
enum FirstPage {
  static let names = countedFromOne.union(countedFromZero).union(["limitstart", "paged"])
  private static let certain: Set<String> = ["limitstart=0", "paged=1", "paged=0"]
  private static let countedFromOne: Set<String> = ["page", "pageno", "page_no", "pagenum", "pg", "p"]
  private static let countedFromZero: Set<String> = ["page", "start", "offset"]

  static func matches(_ pair: QueryPair) -> Bool { certain.contains(pair.serialised.lowercased()) }

  /// Whether the pair may mean the first page, if the site says so.
  static func isPossible(_ pair: QueryPair) -> Bool {
    switch pair.value {
    case "1": countedFromOne.contains(pair.name.lowercased())
    case "0": countedFromZero.contains(pair.name.lowercased())
    default: false
    }
  }
}

/// The parameters that some rule knows by name; all others are kept without a second look.
enum KnownParameter {
  static func matches(_ name: String) -> Bool {
    let name = name.lowercased()
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  private static let names = SessionIdentifier.names.union(TrackingParameter.names).union(CacheBuster.names)
    .union(PrintView.names).union(ListingParameter.names).union(FirstPage.names)

  private static let prefixes = [
    SessionIdentifier.prefix, TrackingParameter.campaignPrefix, TrackingParameter.facebookPrefix,
  ]
}
