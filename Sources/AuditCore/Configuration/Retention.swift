import ThaiText

/// How long runs and snapshots are kept. The newest kept run of every site, and its snapshot, always are.
package struct Retention: Sendable, Hashable, Codable {
  /// Every run of the last so many days.
  package var days: Int
  /// The first run of each calendar month for so many months.
  package var months: Int
  /// Snapshots of the last so many days; reports outlive their snapshots.
  package var snapshotDays: Int

  package init(days: Int = 400, months: Int = 120, snapshotDays: Int = 90) {
    self.days = max(0, days)
    self.months = max(0, months)
    self.snapshotDays = max(0, snapshotDays)
  }

  /// One kept run, as the rule sees it.
  package struct Night: Sendable {
    package var run: Int
    package var site: Int
    package var day: CivilDate

    package init(run: Int, site: Int, day: CivilDate) {
      self.run = run
      self.site = site
      self.day = day
    }
  }

  /// Numbers of the runs that stay, of nights in the order in which they were made. A clock that jumped never makes a
  /// run older than it is: days after today count as today.
  package func kept(_ nights: [Night], today: CivilDate) -> Set<Int> {
    var kept: Set<Int> = []
    var months: Set<[Int]> = []
    var newest: [Int: Int] = [:]
    for night in nights {
      newest[night.site] = night.run
      if night.day.days(until: today) <= days { kept.insert(night.run) }
      let age = (today.year - night.day.year) * 12 + today.month - night.day.month
      if age <= self.months, months.insert([night.site, night.day.year, night.day.month]).inserted {
        kept.insert(night.run)
      }
    }
    return kept.union(newest.values)
  }
}
