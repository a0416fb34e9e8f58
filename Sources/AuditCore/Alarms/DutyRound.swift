import ThaiText

/// One night's look at a list of duties: what came to light, and what is remembered of each from then on.
struct DutyRound {
  private(set) var states: [DutyState] = []
  private(set) var gaps: [AlarmMessage.Item] = []
  private(set) var recovered: [AlarmMessage.Item] = []
  /// Whose standing is another by other rules, not by the site.
  private(set) var differently: [AlarmMessage.Item] = []

  /// - Parameter again: earlier nights judged as this one was; nil where the basis is that of the night before.
  init(
    _ items: [ItemStanding], remembered: [DutyState], again: RejudgedNights?, on day: CivilDate,
    _ settings: AlarmSettings
  ) {
    let book = DutyBook(remembered)
    for item in items {
      var duty = book.state(of: item) ?? DutyState(item)
      let before = duty.lastVerdict
      let address = duty.lastAddress
      if let again, let verdict = duty.rebase(on: again.nights(of: item)) {
        differently.append(AlarmMessage.Item(item, from: before, to: verdict))
      }
      let confirmed = duty.verdictBefore ?? before
      switch duty.take(item, on: day, settings) {
      case .newGap: gaps.append(AlarmMessage.Item(item, from: confirmed, address: address))
      case .recovered: recovered.append(AlarmMessage.Item(item, from: before))
      case .judgedDifferently: differently.append(AlarmMessage.Item(item, from: before))
      case nil: break
      }
      states.append(duty)
    }
  }
}
