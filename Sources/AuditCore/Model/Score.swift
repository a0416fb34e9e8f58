/// Scores of OIT in per cent, item → sub-indicator → indicator → OIT by plain means (seeds 002, 003).
/// The high value counts what could not be judged as earned.
package struct Score: Sendable, Codable, Hashable {
  package struct Part: Sendable, Codable, Hashable {
    package var id: String
    package var title: String
    package var score: Double
    package var high: Double
    package var items: Int
    package var met: Int

    package init(id: String, title: String, score: Double, high: Double, items: Int, met: Int) {
      self.id = id
      self.title = title
      self.score = score
      self.high = high
      self.items = items
      self.met = met
    }
  }

  package var bySubIndicator: [Part]
  package var byIndicator: [Part]
  package var oit: Double
  package var oitHigh: Double
  /// A remark on the rule of scoring, such as partial credit that is not known and counted as none.
  package var note: String?

  package init(bySubIndicator: [Part], byIndicator: [Part], oit: Double, oitHigh: Double, note: String? = nil) {
    self.bySubIndicator = bySubIndicator
    self.byIndicator = byIndicator
    self.oit = oit
    self.oitHigh = oitHigh
    self.note = note
  }
}
