/// Links of a page that the site shows under several addresses: servers answer any address below a page with the page
/// itself, and what it links to relatively then seems to lie elsewhere.
///
/// A link that the snapshot does not hold under the one address, and does under the other, is not left unseen.
struct EchoedLinks {
  private let echoes: Set<Int>

  /// The same words of an address on the same bytes.
  private struct Sight: Hashable {
    let digest: ContentDigest
    let target: String
  }

  init(index: SiteIndex) {
    var count: [ContentDigest: Int] = [:]
    for page in index.pages { if let digest = page.digest { count[digest, default: 0] += 1 } }
    let repeated = index.pages.filter { page in page.digest.map { (count[$0] ?? 0) > 1 } ?? false }
    var held: Set<Sight> = []
    var open: [(link: Int, sight: Sight)] = []
    for page in repeated {
      for link in page.links {
        guard let digest = page.digest, let key = index.links[link].targetKey else { continue }
        let sight = Sight(digest: digest, target: index.links[link].link.rawTarget)
        if index.arrival(at: key) == .notRecorded { open.append((link, sight)) } else { held.insert(sight) }
      }
    }
    echoes = Set(open.filter { held.contains($0.sight) }.map(\.link))
  }

  func contains(_ link: Int) -> Bool { echoes.contains(link) }
}
