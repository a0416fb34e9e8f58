import ThaiText

extension OutageState {
  /// Takes one night in; a second run on the same day counts only where it did reach the site.
  mutating func take(reached: Bool, on day: CivilDate, _ settings: AlarmSettings) -> AlarmMessage.Part? {
    let isNewNight = lastDay != day
    lastDay = day
    return reached ? reachedTheSite(on: day, isNewNight, settings) : stayedSilent(on: day, isNewNight, settings)
  }

  private mutating func stayedSilent(
    on day: CivilDate, _ isNewNight: Bool, _ settings: AlarmSettings
  ) -> AlarmMessage.Part? {
    guard isNewNight else { return nil }
    if silentNights == 0 { silentSince = day }
    silentNights += 1
    reachedNights = 0
    guard !isTold, silentNights >= settings.silentNights else { return nil }
    isTold = true
    recentAlarms.note(day)
    var part = AlarmMessage.Part(.outage)
    part.since = silentSince
    part.nights = silentNights
    return part
  }

  private mutating func reachedTheSite(
    on day: CivilDate, _ isNewNight: Bool, _ settings: AlarmSettings
  ) -> AlarmMessage.Part? {
    if isNewNight || reachedNights == 0 { reachedNights += 1 }
    guard isTold else {
      silentNights = 0
      silentSince = nil
      return nil
    }
    guard reachedNights >= recentAlarms.steadyNights(from: settings.reachedNights, on: day) else { return nil }
    var part = AlarmMessage.Part(.outageEnded)
    part.since = silentSince
    isTold = false
    silentNights = 0
    silentSince = nil
    return part
  }
}
