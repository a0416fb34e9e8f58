/// What `oitcheck.yml` says: which towns one installation watches, how it judges them, whom it tells and what it keeps.
package struct Configuration: Sendable, Hashable {
  /// In the order of the file; names are unique.
  package var towns: [Town]
  /// Whom towns may name in their `notify`; names are unique.
  package var targets: [NotificationTarget]
  package var alarms: AlarmSettings
  package var retention: Retention
  package var language: Language
  /// Folder of the history file and of every town's recordings. Absolute, or relative to the folder of `oitcheck.yml`.
  package var dataFolder: String

  package init(
    towns: [Town], targets: [NotificationTarget] = [], alarms: AlarmSettings = AlarmSettings(),
    retention: Retention = Retention(), language: Language = .th, dataFolder: String = "oitcheck-data"
  ) {
    self.towns = towns
    self.targets = targets
    self.alarms = alarms
    self.retention = retention
    self.language = language
    self.dataFolder = dataFolder
  }

  package static let fileName = "oitcheck.yml"
  package static let historyName = "history.sqlite"
}
