/// How an edition turns items into scores and ratings.
package struct Scoring: Sendable {
  /// `all-or-nothing`: 0 or 100 an item. `partial-unknown`: partial credit exists but its rule is not known,
  /// 0 or 100 is used and the report says so.
  package var item: String
  /// Weights of the instruments in per cent, e.g. IIT 30, EIT1 15, EIT2 15, OIT 40; empty where not known.
  package var weights: [Weight]
  package var bands: [Band]
  package var source: RuleSource

  package struct Weight: Sendable, Hashable {
    package var instrument: String
    package var percent: Double
    /// False where no source of that year shows it and it is carried over from another.
    package var seen: Bool
    package init(instrument: String, percent: Double, seen: Bool = true) {
      self.instrument = instrument
      self.percent = percent
      self.seen = seen
    }
  }

  /// A rating: the total from `from` on, where every instrument reaches `everyInstrument`.
  package struct Band: Sendable, Hashable {
    package var name: Bilingual
    package var from: Double
    package var everyInstrument: Double?
    /// False where the sources do not agree on the cut.
    package var confirmed: Bool
    package init(name: Bilingual, from: Double, everyInstrument: Double?, confirmed: Bool) {
      self.name = name
      self.from = from
      self.everyInstrument = everyInstrument
      self.confirmed = confirmed
    }
  }

  package init(item: String, weights: [Weight], bands: [Band], source: RuleSource) {
    self.item = item
    self.weights = weights
    self.bands = bands
    self.source = source
  }
}
