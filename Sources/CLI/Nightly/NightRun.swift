import ArgumentParser
import AuditCore
import Foundation
import Pipeline

/// Runs a night with its lines on standard output and its faults on standard error.
struct NightRun {
  let night: Night
  let gate: GateOptions

  /// After a signal everything is over within five seconds: what is not written by then, the next run makes.
  private static let secondsAfterSignal = 4.0

  /// - Returns: the exit codes that apply.
  func run(_ towns: [Town]) async -> [ExitCode] {
    let (stream, continuation) = AsyncStream<TownOutcome>.makeStream()
    let task = Task { [night] in
      defer { continuation.finish() }
      return await night.run(towns) { continuation.yield($0) }
    }
    let interruption = Interruption {
      Interruption.endProcess(after: Self.secondsAfterSignal, code: ExitDecision.unsettled.rawValue)
      task.cancel()
    }
    defer { withExtendedLifetime(interruption) {} }
    var codes: [ExitCode] = []
    for await outcome in stream { codes.append(await tell(outcome)) }
    let end = await task.value
    if end.isInterrupted { codes.append(ExitDecision.unsettled) }
    for failure in end.delivery.failures {
      Console.error(
        "แจ้ง \(failure.target) ไม่สำเร็จ จะลองใหม่คืนหน้า / \(failure.target) could not be told, tried again next night: \(failure.reason)"
      )
    }
    if let fault = end.fault { codes.append(await code(of: fault, town: nil)) }
    return codes
  }

  private func tell(_ outcome: TownOutcome) async -> ExitCode {
    if !gate.quiet {
      Console.output(Array(NightWords(language: night.configuration.language).lines(of: outcome).utf8))
    }
    switch outcome.result {
    case .kept(_, let report, _, let kept):
      if let fault = kept.sheetFault {
        Console.error("\(outcome.town.key): \(fault)")
        return .validationFailure
      }
      let code = ExitDecision.code(for: report, gate: gate)
      let isNew = gate.failsOnNew && kept.message.map { $0.parts.contains { $0.kind == .newGaps } } ?? false
      return code == .success && isNew ? ExitDecision.gaps : code
    case .interrupted: return ExitDecision.unsettled
    case .failed(let error): return await code(of: error, town: outcome.town)
    }
  }

  /// Tells a fault of our own side and gives its exit code.
  private func code(of error: any Error, town: Town?) async -> ExitCode {
    if let town { Console.error("\(town.key):") }
    do {
      try await Failure.told(night.configuration.language) { throw error }
    } catch let code as ExitCode {
      return code
    } catch let wrong as ValidationError {
      Console.error(wrong.message)
      return .validationFailure
    } catch {
      Console.error("\(error)")
    }
    return ExitDecision.ownSideFailed
  }
}
