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

  package init(colour: Bool = false, columns: Int = 100, thaiDigits: Bool = false, scoring: Scoring? = nil) {
    self.colour = colour
    self.columns = columns
    self.thaiDigits = thaiDigits
    self.scoring = scoring
  }
}
