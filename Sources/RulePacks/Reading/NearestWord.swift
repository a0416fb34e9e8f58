import AuditCore

/// The allowed word that somebody most likely meant.
enum NearestWord {
  /// Nil where none is near: more than a third of the letters would have to change.
  static func nearest(to word: String, in words: [String]) -> String? {
    let typed = letters(word)
    let allowed = max(1, typed.count / 3)
    let ranked = words.map { (word: $0, distance: distance(typed, letters($0))) }
    return ranked.filter { $0.distance <= allowed }.min { $0.distance < $1.distance }?.word
  }

  /// What a message adds about a word that is not allowed; empty where none is near.
  static func remark(on word: String, in words: [String]) -> Bilingual {
    guard let near = nearest(to: word, in: words) else { return Bilingual(th: "", en: "") }
    return Bilingual(th: " หมายถึง “\(near)” หรือไม่", en: " (did you mean “\(near)”?)")
  }

  /// Case, hyphens and underscores aside, so that `max_pages` is near `maxPages`; of bounded length.
  private static func letters(_ word: String) -> [UInt8] {
    word.lowercased().utf8.prefix(64).filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
  }

  /// Letters to change, add, drop or swap with their neighbour (optimal string alignment).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
