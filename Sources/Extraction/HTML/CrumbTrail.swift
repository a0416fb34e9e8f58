/// The trail above the content ("หน้าหลัก › ITA 2566"): its texts without the signs between them.
struct CrumbTrail {
  private(set) var crumbs: [String] = []

  mutating func add(_ text: String) {
    for part in text.split(whereSeparator: { "›»>/|→❯".contains($0) }) where crumbs.count < 20 {
      let crumb = String(part).trimmed
      if !crumb.isEmpty, crumbs.last != crumb { crumbs.append(crumb) }
    }
  }
}
