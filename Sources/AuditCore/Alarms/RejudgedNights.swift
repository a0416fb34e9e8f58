/// Earlier nights judged again, looked up by item.
struct RejudgedNights {
  private var nights: [[String]: [DutyState.RejudgedNight]] = [:]

  /// - Parameter standings: which of a night's standings are meant.
  init(_ judged: [NightlyRun.JudgedNight], _ standings: (NightlyRun.JudgedNight) -> [ItemStanding]) {
    for night in judged {
      for item in standings(night) {
        nights[item.concepts, default: []].append(DutyState.RejudgedNight(day: night.day, item: item))
      }
    }
  }

  /// Oldest first.
  func nights(of item: ItemStanding) -> [DutyState.RejudgedNight] { nights[item.concepts] ?? [] }
}
