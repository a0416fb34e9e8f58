import ThaiText

/// One finished run as the alarm policy sees it.
package struct NightlyRun: Sendable, Hashable {
  /// Grows with every run of the site, whatever the clock says (the run's number in the history).
  package var sequence: Int
  /// The Thai day on which the run ended, by the machine's clock.
  package var day: CivilDate
  /// False where nothing on the site could be judged: no answer, or a block page everywhere.
  package var reached: Bool
  package var basis: JudgingBasis
  package var items: [ItemStanding]
  package var declarations: DeclarationStandings
  /// Where `basis` differs from that of the remembered `AlarmStates`: the snapshots of the last nights that reached
  /// the site, oldest first and best as many as the window, judged again as this run was, each on its own day. Empty
  /// where that was not done; the first night on the new basis is then its baseline, and what differs is told as
  /// judged differently although the site may have changed too.
  package var rejudged: [JudgedNight]

  /// An earlier night's snapshot, judged on another basis than at its time.
  package struct JudgedNight: Sendable, Hashable {
    package var day: CivilDate
    package var items: [ItemStanding]
    package var declarations: DeclarationStandings

    package init(
      day: CivilDate, items: [ItemStanding], declarations: DeclarationStandings = DeclarationStandings()
    ) {
      self.day = day
      self.items = items
      self.declarations = declarations
    }

    package init(day: CivilDate, report: AuditReport) {
      self.init(
        day: day, items: report.items.map { ItemStanding($0) }, declarations: DeclarationStandings(of: report))
    }
  }

  package init(
    sequence: Int, day: CivilDate, reached: Bool, basis: JudgingBasis, items: [ItemStanding],
    declarations: DeclarationStandings = DeclarationStandings(), rejudged: [JudgedNight] = []
  ) {
    self.sequence = sequence
    self.day = day
    self.reached = reached
    self.basis = basis
    self.items = items
    self.declarations = declarations
    self.rejudged = rejudged
  }

  package init(sequence: Int, day: CivilDate, report: AuditReport, rejudged: [JudgedNight] = []) {
    self.init(
      sequence: sequence, day: day, reached: report.reachedTheSite, basis: report.basis,
      items: report.items.map { ItemStanding($0) }, declarations: DeclarationStandings(of: report), rejudged: rejudged)
  }
}

extension AuditReport {
  /// Whether the run saw enough of the site to judge anything at all. A town whose server is silent, blocks or shows
  /// one page of maintenance everywhere was not reached, whatever status its server answered.
  package var reachedTheSite: Bool {
    coverage.fetched > 0 && items.contains { ![.unknown, .waived, .notDue].contains($0.verdict) }
  }
}
