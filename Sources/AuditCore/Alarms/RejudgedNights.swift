/// Earlier nights judged again, looked up by item.
struct RejudgedNights {
  private var nights: [[String]: [DutyState.RejudgedNight]] = [:]

  init(_ judged: [NightlyRun.JudgedNight]) {
    for night in judged {
      for item in night.items {
        nights[item.concepts, default: []].append(DutyState.RejudgedNight(day: night.day, item: item))
      }
    }
  }

  /// Oldest first.
  func nights(of item: ItemStanding) -> [DutyState.RejudgedNight] { nights[item.concepts] ?? [] }
}
