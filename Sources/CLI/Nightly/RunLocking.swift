import ArgumentParser
import AuditCore
import Crawling
import Pipeline

extension DataFolder {
  /// The lock of this folder, held until it is let go.
  /// - Parameter orNilIfHeld: gives nil where another run has it; otherwise that is told and ends the command.
  func locked(orNilIfHeld mayBeHeld: Bool) throws -> RunLock? {
    do {
      return try RunLock(at: lockPath, since: SystemClock().wall)
    } catch let holder as RunLock.Holder {
      guard !mayBeHeld else { return nil }
      let who = holder.process.map { "\($0)" } ?? "?"
      let since = holder.since.map { "\($0)" } ?? "?"
      Console.error(
        "มีการตรวจอื่นทำงานอยู่ (หมายเลข \(who) ตั้งแต่ \(since)) รอให้จบแล้วรันใหม่ / another run is at work (process \(who), since \(since)): wait for its end: \(holder.path)"
      )
      throw ExitDecision.ownSideFailed
    }
  }
}
