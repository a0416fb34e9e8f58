import ThaiText

extension Town {
  /// The waivers under the numbers of a list. In a list of another year than the town's own a waiver follows its duty,
  /// and only where the new item asks for nothing that was not waived.
  package func waivers(under edition: Edition, of pack: RulePack) -> [String: Waiver] {
    renumbered(waivers, to: edition, of: pack)
  }

  /// The town's own units under the numbers of a list.
  package func responsible(under edition: Edition, of pack: RulePack) -> [String: String] {
    renumbered(responsible, to: edition, of: pack)
  }

  /// Items whose waiver ended before a day, in the order of their numbers: they are judged again.
  package func expiredWaivers(on day: CivilDate) -> [(item: String, waiver: Waiver)] {
    waivers.filter { $0.value.until.map { $0 < day.iso } ?? false }
      .sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }.map { (item: $0.key, waiver: $0.value) }
  }

  private func renumbered<Value>(_ values: [String: Value], to edition: Edition, of pack: RulePack) -> [String: Value] {
    guard let own = self.edition, own != edition.year, let list = pack.edition(own) else { return values }
    var moved: [String: Value] = [:]
    for (number, value) in values {
      guard let concepts = list.item(numbered: number)?.concepts, !concepts.isEmpty else { continue }
      for item in edition.items where !item.concepts.isEmpty && Set(item.concepts).isSubset(of: concepts) {
        moved[item.number] = value
      }
    }
    return moved
  }
}
