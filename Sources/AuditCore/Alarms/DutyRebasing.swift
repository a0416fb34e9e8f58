import ThaiText

/// Carrying a duty over to another basis: other rules, edition, program or fiscal year.
extension DutyState {
  /// An earlier night of the duty, judged on the new basis.
  struct RejudgedNight {
    var day: CivilDate
    var item: ItemStanding
  }

  /// - Parameter nights: the last nights on the new basis, oldest first. Where the nights that bore the standing
  ///   out mostly say the same again, the standing holds and its nights go on counting: a loss that began the night
  ///   before an upgrade is not lost from sight. Where they say something else, the rules speak, not the site.
  /// - Returns: the verdict by the new rules where the standing became another, else nil.
  mutating func rebase(on nights: [RejudgedNight]) -> Verdict? {
    let again = nights.compactMap { night in
      night.item.vote(on: night.day).map { (day: night.day, vote: $0, verdict: night.item.verdict) }
    }
    guard let newest = again.last else {
      let before = prior ?? standing
      start(at: .open, votes: [])
      prior = before == .open ? nil : before
      return nil
    }
    let then = Dictionary(votes.map { ($0.day, $0.vote) }, uniquingKeysWith: { _, last in last })
    let comparable = again.filter { then[$0.day] != nil }
    if standing != .open, !comparable.isEmpty, comparable.allSatisfy({ then[$0.day] == $0.vote }) { return nil }

    let renewed = again.filter { $0.vote != .waived }.map { NightVote(day: $0.day, vote: $0.vote) }
    let witnesses = comparable.filter { bearsOut(then[$0.day]) }
    if !witnesses.isEmpty, witnesses.count(where: { then[$0.day] == $0.vote }) * 2 >= witnesses.count {
      votes = renewed
      return nil
    }
    let witness = witnesses.last ?? newest
    let before = prior ?? standing
    start(at: Self.baseline(witness.vote, wasTold: before == .alarmed), votes: renewed)
    verdictBefore = witness.verdict
    return before != .open && before != standing ? witness.verdict : nil
  }

  /// Whether a vote is one that the present standing rests on.
  private func bearsOut(_ vote: AlarmVote?) -> Bool {
    switch standing {
    case .open: false
    case .met: vote == .met
    case .awaited: vote == .awaited
    case .knownGap, .alarmed: vote == .gap || vote == .awaited
    }
  }

  mutating func start(at standing: Standing, votes: [NightVote]) {
    self.standing = standing
    self.votes = votes
    prior = nil
    metBefore = 0
  }

  static func baseline(_ vote: AlarmVote, wasTold: Bool) -> Standing {
    switch vote {
    case .met: .met
    case .awaited, .waived: .awaited
    case .gap: wasTold ? .alarmed : .knownGap
    }
  }
}
