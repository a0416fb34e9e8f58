import AuditCore
import Testing
import ThaiText

/// Years of nightly runs, drawn from seeds. Every true loss is told once, soon; nothing else ever is.
@Suite struct AlarmSimulationTests {
  private static let watches = (0..<16).map { SimulatedWatch(seed: $0) }

  /// Nights until a loss must be told: the window, nights without a vote, and the longest outage.
  private static let patience = 16

  /// First and last day of everything that must be told, by duty.
  private func troubles(_ town: SimulatedTown) -> [(concept: String, days: ClosedRange<CivilDate>)] {
    (0..<SimulatedTown.duties).flatMap { duty in
      let late = (town.published[duty] ?? [:]).compactMap { year, day -> ClosedRange<CivilDate>? in
        day > SimulatedTown.due(year) ? SimulatedTown.due(year).adding(days: 1)...day.adding(days: -1) : nil
      }
      return ((town.losses[duty] ?? []) + late)
        .map { (SimulatedTown.concept(duty), $0) }
    }
  }

  @Test("Every loss is told once and soon, and nothing else is", arguments: watches.indices)
  func losses(seed: Int) {
    let watch = Self.watches[seed]
    var told = watch.told(.newGaps)
    for trouble in troubles(watch.town) {
      let soon = trouble.days.lowerBound...trouble.days.lowerBound.adding(days: Self.patience)
      let place = told.firstIndex { $0.concept == trouble.concept && soon.contains($0.day) }
      #expect(place != nil || soon.upperBound > SimulatedTown.lastDay, "\(trouble) was not told")
      if let place { told.remove(at: place) }
    }
    #expect(told.isEmpty, "false alarms: \(told)")
  }

  @Test("Every recovery is told once, after it has held", arguments: watches.indices)
  func recoveries(seed: Int) {
    let watch = Self.watches[seed]
    var told = watch.told(.recovered)
    for trouble in troubles(watch.town) {
      let soon = trouble.days.upperBound.adding(days: 3)...trouble.days.upperBound.adding(days: 35)
      let place = told.firstIndex { $0.concept == trouble.concept && soon.contains($0.day) }
      #expect(place != nil || soon.upperBound > SimulatedTown.lastDay, "the end of \(trouble) was not told")
      if let place { told.remove(at: place) }
    }
    #expect(told.isEmpty, "recoveries of nothing: \(told)")
  }

  @Test("Outages of three nights or more are told with their end, shorter ones are not", arguments: watches.indices)
  func outages(seed: Int) {
    let watch = Self.watches[seed]
    for day in watch.days(.outage) {
      #expect(watch.town.outages.contains { $0.contains(day) && $0.lowerBound.days(until: day) >= 2 })
    }
    // Nights without a run and nights on a wrong clock may shorten an outage by two.
    let long = watch.town.outages.filter { $0.lowerBound.days(until: $0.upperBound) >= 5 }
    for outage in long where outage.upperBound < SimulatedTown.lastDay {
      #expect(watch.days(.outage).count { outage.contains($0) } <= 1)
    }
    let ends = watch.days(.outageEnded).count
    #expect(ends == watch.days(.outage).count || ends + 1 == watch.days(.outage).count)
  }

  @Test("Upgrades and the turn of the fiscal year say so in one calm line", arguments: watches.indices)
  func calmLines(seed: Int) {
    let watch = Self.watches[seed]
    for message in watch.messages {
      for part in message.parts where part.kind == .judgedDifferently {
        let isTurn = part.because.contains(.fiscalYear)
        let isNearTurn = message.day.month == 10
        let isNearUpgrade = watch.town.upgrades.contains { (0...12).contains($0.day.days(until: message.day)) }
        #expect(isTurn ? isNearTurn : isNearUpgrade, "\(message.day) \(part.because)")
      }
    }
    let about = watch.told(.judgedDifferently).map(\.concept)
    #expect(about.count { $0 == SimulatedTown.concept(0) } == 2)
    #expect(about.count { $0 == SimulatedTown.concept(2) } == 2)
  }

  @Test("Without judging old snapshots again, upgrades still never alarm", arguments: 0..<6 as Range<UInt64>)
  func withoutJudgingAgain(seed: UInt64) {
    let watch = SimulatedWatch(seed: seed, judgesAgain: false)
    let troubles = troubles(watch.town)
    for alarm in watch.told(.newGaps) {
      let isTrue = troubles.contains { $0.concept == alarm.concept && $0.days.contains(alarm.day) }
      #expect(isTrue, "\(alarm)")
    }
  }

  @Test("Due dates are recalled at most four times, never for what is met", arguments: watches.indices)
  func dueDates(seed: Int) {
    let watch = Self.watches[seed]
    var counts: [String: Int] = [:]
    for reminder in watch.told(.dueSoon) {
      let year = FiscalYear(containing: reminder.day).year
      counts["\(reminder.concept) \(year)", default: 0] += 1
      let duty = (0..<SimulatedTown.duties).first { SimulatedTown.concept($0) == reminder.concept } ?? 0
      let isOut = watch.town.published[duty]?[year].map { $0 <= reminder.day } ?? false
      let isAway = (watch.town.losses[duty] ?? []).contains { $0.contains(reminder.day) }
      #expect(!isOut || isAway)
      #expect((0...30).contains(reminder.day.days(until: SimulatedTown.due(year))))
    }
    #expect(counts.values.allSatisfy { $0 <= 4 })
    #expect((3...4).contains(counts["\(SimulatedTown.concept(1)) 2565"] ?? 0))
  }

  @Test("Most nights nothing is sent")
  func quiet() {
    let watch = Self.watches[7]
    #expect(watch.messages.count < 80)
  }
}
