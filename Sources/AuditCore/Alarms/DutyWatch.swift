import ThaiText

/// What a night brings to light about one duty.
enum DutyNews: Equatable {
  case newGap, recovered
  /// The standing is another by other rules, not by the site.
  case judgedDifferently
}

extension DutyState {
  /// Judged nights in a row with the item met.
  var metInARow: Int { votes.last?.vote == .met ? metBefore + 1 : 0 }

  /// Takes one night in. A second run on the same day replaces the first: three looks within an hour are one look.
  mutating func take(_ item: ItemStanding, on day: CivilDate, _ settings: AlarmSettings) -> DutyNews? {
    concepts = item.concepts
    number = item.number
    guard let vote = item.vote(on: day) else { return nil }
    lastVerdict = item.verdict
    if vote == .met, !item.address.isEmpty { lastAddress = item.address }
    guard vote != .waived else {
      // A waiver closes whatever was open; when it ends, the gap counts as new.
      start(at: .awaited, votes: [])
      return nil
    }
    note(vote, on: day, window: settings.window)
    let news = standing == .open ? settle(vote) : weigh(vote, on: day, settings)
    if vote.rawValue == standing.rawValue { verdictBefore = item.verdict }
    return news
  }

  private mutating func note(_ vote: AlarmVote, on day: CivilDate, window: Int) {
    if votes.last?.day == day {
      votes.removeLast()
    } else {
      metBefore = metInARow
    }
    votes = (votes + [NightVote(day: day, vote: vote)]).suffix(window)
  }

  /// The first judged night of a basis is its baseline.
  private mutating func settle(_ vote: AlarmVote) -> DutyNews? {
    let before = prior
    standing = Self.baseline(vote, wasTold: before == .alarmed)
    prior = nil
    return before.map { $0 != standing } ?? false ? .judgedDifferently : nil
  }

  private mutating func weigh(_ vote: AlarmVote, on day: CivilDate, _ settings: AlarmSettings) -> DutyNews? {
    let votes = votes
    let agrees = { (matches: (AlarmVote) -> Bool) in
      matches(vote) && votes.count { matches($0.vote) } >= settings.agreeing
    }
    switch standing {
    case .met:
      guard agrees({ $0 != .met }) else { return nil }
    case .awaited:
      if agrees({ $0 == .met }) { standing = .met }
      guard agrees({ $0 == .gap }) else { return nil }
    case .knownGap:
      if agrees({ $0 == .met }) { standing = .met }
      if agrees({ $0 == .awaited }) { standing = .awaited }
      return nil
    case .alarmed:
      guard metInARow >= recentAlarms.steadyNights(from: settings.window, on: day) else { return nil }
      standing = .met
      return .recovered
    case .open:
      return nil
    }
    standing = .alarmed
    recentAlarms.note(day)
    return .newGap
  }

  // MARK: Due dates

  /// Whether tonight's recall of a due date is to be sent: days left, once for each step, never for what may be met.
  mutating func reminder(for item: ItemStanding, on today: CivilDate, _ settings: AlarmSettings) -> Int? {
    guard let due = item.dueDate, standing == .awaited || standing == .knownGap || standing == .alarmed,
      let vote = item.vote(on: today), vote == .awaited || vote == .gap, !votes.contains(where: { $0.vote == .met })
    else { return nil }
    let left = today.days(until: due)
    guard left >= 0, let step = settings.reminderDays.first(where: { left <= $0 }) else { return nil }
    guard reminded[due.iso].map({ step < $0 }) ?? true else { return nil }
    reminded[due.iso] = step
    for old in reminded.keys.sorted().dropLast(4) { reminded[old] = nil }
    return left
  }
}
