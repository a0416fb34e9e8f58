import AuditCore
import ThaiText

/// What `rules list` prints: the items of an edition under their sub-indicators, or one line an edition.
package enum EditionListing {
  /// One line an edition: year, number of items, how sure the list is.
  package static func text(of editions: [Edition], in language: Language) -> String {
    editions.map { edition in
      let items = Bilingual(th: "\(edition.items.count) ข้อ", en: "\(edition.items.count) items").text(in: language)
      return "\(edition.year)  \(items)  \(edition.confidence)  \(edition.title.text(in: language))\n"
    }.joined()
  }

  /// The items of one edition with their points of OIT 100.
  package static func text(of edition: Edition, in language: Language) -> String {
    var lines = [edition.title.text(in: language), note(on: edition, in: language)].compactMap { $0 }
    for indicator in edition.indicators {
      lines += ["", "\(indicator.id) \(indicator.title.text(in: language))"]
      for sub in indicator.subIndicators {
        lines.append("  \(sub.id) \(sub.title.text(in: language))")
        for item in edition.items where item.sub == sub.id {
          let points = ThaiWidth.padded(Points.text(edition.points(of: item)), to: 6)
          lines.append("    \(ThaiWidth.padded(item.number, to: 4)) \(points) \(item.title.text(in: language))")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func note(on edition: Edition, in language: Language) -> String? {
    guard edition.confidence != "high" else { return nil }
    return Bilingual(
      th: "ความมั่นใจของรายการนี้: \(edition.confidence) — ควรเทียบกับคู่มือของสำนักงาน ป.ป.ช.",
      en: "Confidence in this list: \(edition.confidence) – compare it with the NACC manual"
    ).text(in: language)
  }
}

/// Points of OIT 100 as text: at most three decimals, none where there are none.
enum Points {
  static func text(_ points: Double) -> String {
    let thousandths = Int((points * 1000).rounded())
    var decimals = String(1000 + abs(thousandths) % 1000).dropFirst()
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let whole = "\(thousandths / 1000)"
    return decimals.isEmpty ? whole : "\(whole).\(decimals)"
  }
}
