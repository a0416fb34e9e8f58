/// A place that may disclose a concept, with everything on the site that names it so.
struct Candidate: Sendable {
  /// What following the link comes to.
  enum Target: Sendable, Hashable {
    case page(Int)
    /// A link without an address, named like the item.
    case deadLink(Int)
    /// A redirect to the home page or in circles.
    case astray(Int)
    /// An address the snapshot does not hold.
    case notRecorded(String)
  }

  /// One link, or the page's own heading, that says what the place is.
  struct Naming: Sendable {
    /// Place in `SiteIndex.links`; nil where the page's own heading names it.
    let link: Int?
    let confidence: Double
    let name: String
    /// The link's words do not name the concept; the page it stands on does.
    let isInherited: Bool
  }

  let concept: ConceptID
  let target: Target
  var namings: [Naming]
  /// Where on the site it is named.
  var standing: Standing = .found

  /// How a town puts something forward as what it discloses this year, strongest first.
  enum Standing: Int, Sendable, Comparable {
    /// In the list of items of the judged year.
    case listed
    /// In menus, articles and pages that belong to no year's list.
    case onSite
    /// No link names it; its own heading does.
    case found
    /// Only in the list of another year.
    case otherList

    static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  /// A link must name the item about this surely before its failure counts against the site.
  static let sure = 0.6

  /// The link, where it has no address behind it.
  var deadLink: Int? { if case .deadLink(let link) = target { link } else { nil } }

  var isSure: Bool { confidence >= Self.sure }
  var confidence: Double { namings.map(\.confidence).max() ?? 0 }
  var best: Naming? { namings.max { $0.confidence < $1.confidence } }
}
