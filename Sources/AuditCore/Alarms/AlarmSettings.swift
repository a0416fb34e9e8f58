/// When an alarm is worth sending. The defaults suit one run a night.
package struct AlarmSettings: Sendable, Hashable, Codable {
  /// So many of the last `window` judged nights must agree before a gap is told.
  package var agreeing: Int
  package var window: Int
  /// So many nights in a row without reaching the site are told.
  package var silentNights: Int
  /// So many nights in a row with the site reached end an outage.
  package var reachedNights: Int
  /// Days before a due date on which an item that is not met is recalled, each once.
  package var reminderDays: [Int]
  /// Days without any message after which a sign of life is sent; nil for none.
  package var heartbeatDays: Int?

  package init(
    agreeing: Int = 2, window: Int = 3, silentNights: Int = 3, reachedNights: Int = 2,
    reminderDays: [Int] = [30, 14, 7, 1], heartbeatDays: Int? = nil
  ) {
    self.window = max(1, window)
    self.agreeing = min(max(1, agreeing), self.window)
    self.silentNights = max(1, silentNights)
    self.reachedNights = max(1, reachedNights)
    self.reminderDays = Set(reminderDays.filter { $0 >= 0 }).sorted()
    self.heartbeatDays = heartbeatDays.map { max(1, $0) }
  }
}
