import Archive
import ArgumentParser
import AuditCore
import Crawling
import Foundation
import History
import Pipeline
import Reporters
import RulePacks

/// Our own side's errors as one sentence on standard error and the exit code of the contract.
enum Failure {
  /// Runs a command's work; a thrown error is told once and becomes its exit code.
  /// - Parameter mostFaults: of a rule pack, told at once; `rules check` tells all.
  static func told(
    _ language: Language, mostFaults: Int = 3, _ work: () async throws -> Void
  ) async throws {
    do {
      try await work()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch let error as UsageFault {
      Console.error(error.sentence)
      throw ExitCode.validationFailure
    } catch let error as RulePackError {
      if case .configuration = error {
        for line in error.message(in: language).split(separator: "\n").prefix(50) { Console.error(String(line)) }
      } else {
        Console.error(first(mostFaults, of: error.message(in: language)))
      }
      throw ExitCode.validationFailure
    } catch let error as ArchiveError {
      Console.error("\(error)")
      throw ExitDecision.ownSideFailed
    } catch let error as PipelineError {
      Console.error(error.sentence(in: language))
      throw ExitDecision.ownSideFailed
    } catch let error as HistoryError {
      Console.error("\(error)")
      throw error.kind == .notFound ? ExitCode.validationFailure : ExitDecision.ownSideFailed
    } catch let error as JournalError {
      Console.error("\(error)")
      throw ExitDecision.ownSideFailed
    } catch let error as WorkbookError {
      Console.error("\(error)")
      throw ExitDecision.ownSideFailed
    } catch let error as CocoaError {
      Console.error(error.localizedDescription)
      throw ExitDecision.ownSideFailed
    }
  }

  private static func first(_ most: Int, of lines: String) -> String {
    let all = lines.split(separator: "\n")
    guard all.count > most else { return lines }
    return all.prefix(most).joined(separator: "\n") + "\n… (\(all.count)) oitcheck rules check"
  }
}

extension PipelineError {
  func sentence(in language: Language) -> String {
    message.text(in: language) + (path.map { ": \($0)" } ?? "") + " (\(cause))"
  }
}

/// What was asked for cannot be done as asked: one sentence, exit code 64.
struct UsageFault: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}

/// Standard error, one line at a time.
enum Console {
  static func error(_ text: String) {
    FileHandle.standardError.write(Data("oitcheck: \(text)\n".utf8))
  }

  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func output(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes))
  }
}
