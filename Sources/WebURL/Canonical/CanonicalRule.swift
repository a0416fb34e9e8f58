/// One reason why two addresses are taken for the same page. Each rule can be switched off by name.
///
/// A rule that joins different pages loses a disclosure, one that misses a duplicate costs a request: every rule here
/// looks at values as well as names (`sid=12` is a section, `sid=9f86d081884c7d659a2feaa0c55ad015` a session), and what
/// cannot be told from the address alone waits for evidence (``URLCanonicalizer/learn(_:answersAs:)``).
package enum CanonicalRule: String, CaseIterable, Sendable {
  /// `#part` never reaches the server.
  case fragment
  /// `http` and `https` of a site, once it is known which one it prefers.
  case scheme
  /// `www.town.go.th` and `town.go.th`, once it is known which one the site prefers.
  case www
  /// `town.go.th.` with the root's dot (RFC 1034 §3.1).
  case hostDot = "host-dot"
  /// A port that became the scheme's own when the scheme changed; `http://host:80` is resolved by the parser.
  case defaultPort = "default-port"
  /// `%41` for `A`, `%e0` for `%E0`, `%20` for `+` in a query (RFC 3986 §6.2.2).
  case percentEncoding = "percent-encoding"
  /// A `;` left over at the end of a path segment or of a query's value.
  case straySemicolon = "stray-semicolon"
  /// `?` with nothing behind it, `&&`.
  case emptyQuery = "empty-query"
  /// `PHPSESSID=…`, `;jsessionid=…`, `/(S(…))/`.
  case sessionIdentifiers = "session-identifiers"
  /// `.` and `..` that a removed path parameter uncovers (`..;jsessionid=1`); all others are resolved by the parser.
  case dotSegments = "dot-segments"
  /// `/page//vision`.
  case duplicateSlashes = "duplicate-slashes"
  /// `/Pages` and `/pages`, only where both have answered the same.
  case pathCase = "path-case"
  /// `utm_source=…`, `fbclid=…`.
  case trackingParameters = "tracking-parameters"
  /// `_=1700000000000`, `rand=0.7312`.
  case cacheBusters = "cache-busters"
  /// `sort=date`, `order=asc`, `view=grid`: the same entries in another order or dress.
  case sortPermutations = "sort-permutations"
  /// `print=1`, Joomla's `tmpl=component&print=1`.
  case printViews = "print-views"
  /// `limitstart=0`, `paged=1`; `page=1` only where it has answered the same as the bare address, because Drupal
  /// counts from 0 and `?page=1` may also be the name of a page.
  case firstPage = "first-page"
  /// `?a=1&b=2` and `?b=2&a=1`.
  case parameterOrder = "parameter-order"
  /// `/news/index.php` and `/news/`. At the root only where both have answered the same: many towns put an intro
  /// page at `/` and their home page at `/index.php`.
  case indexPages = "index-pages"
  /// `/news` and `/news/`, only where the site has answered both the same.
  case trailingSlash = "trailing-slash"

  /// Whether the shortened address is also the one to ask the server for. The other rules only say that two
  /// addresses are one page; the server is asked for the address as the site wrote it.
  package var changesRequest: Bool {
    switch self {
    case .fragment, .sessionIdentifiers, .straySemicolon, .trackingParameters, .cacheBusters, .sortPermutations,
      .printViews:
      true
    default:
      false
    }
  }
}
