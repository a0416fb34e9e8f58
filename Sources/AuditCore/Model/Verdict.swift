/// What the program says about one item of an edition. The words are fixed by the outside contract.
package enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Disclosed, reachable, of the right period, with every required element that can be checked.
  case met
  /// The right thing of the right period, but required elements (or months of a series) are missing.
  case partial
  /// Found, but only of another period.
  case outdated
  /// The site links to it and the link does not deliver it.
  case broken
  /// Sought with sufficient coverage and not found.
  case missing
  /// Could not be judged; an `UnknownCause` says why. Never the same as missing.
  case unknown
  /// Nothing of the required period found, and as-of is not after the due date.
  case notDue = "not_due"
  /// Excluded by the site's own configuration.
  case waived

  /// Only a met item earns its points.
  package var earnsPoints: Bool { self == .met }

  /// Whether the points may still turn out either way: they widen the score into a range.
  package var leavesPointsOpen: Bool { self == .unknown || self == .notDue || self == .waived }

  /// Whether the item is a shortcoming that the town has to mend.
  package var isGap: Bool { self == .partial || self == .outdated || self == .broken || self == .missing }
}

/// Why an item could not be judged.
package enum UnknownCause: String, Sendable, Codable, CaseIterable {
  /// robots.txt forbids the address.
  case robots
  /// A firewall, a "checking your browser" or an "under maintenance" page stood in the way.
  case blocked
  /// The address asks for a login; an assessor will not see it either.
  case login
  /// The page is filled by script only.
  case script
  /// The document holds no readable text (a scan, damaged fonts).
  case noText = "no-text"
  /// The program that would read this kind of document is not installed.
  case noTool = "no-tool"
  /// The server or the other host did not answer.
  case unreachable
  /// Too little of the site was seen to say that it is not there.
  case coverage
  /// The recording did not look for it.
  case notSought = "not-sought"
}
