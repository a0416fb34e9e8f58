/// How a report is laid out; what it says is in the report itself, its language included.
package struct ReportOptions: Sendable {
  /// Colours on a terminal. The caller decides (a terminal, no `NO_COLOR`); files never have them.
  package var colour: Bool
  /// Width of a terminal line in columns.
  package var columns: Int
  /// Numbers and dates of the report in Thai digits; item numbers, addresses and quotations stay as they are.
  package var thaiDigits: Bool
  /// The edition's weights and ratings, where they are at hand; without them nothing is said of ratings.
  package var scoring: Scoring?
  /// The list that was judged by, where it is at hand: the names of elements that were found. A report itself names
  /// those that are missing only.
  package var edition: Edition?
  /// The last run of the same site, to show what changed since; nil where there is none.
  package var previous: AuditReport?

  /// - Parameter scoring: the edition's own, unless told.
  package init(
    colour: Bool = false, columns: Int = 100, thaiDigits: Bool = false, scoring: Scoring? = nil,
    edition: Edition? = nil, previous: AuditReport? = nil
  ) {
    self.colour = colour
    self.columns = columns
    self.thaiDigits = thaiDigits
    self.scoring = scoring ?? edition?.scoring
    self.edition = edition
    self.previous = previous
  }
}
