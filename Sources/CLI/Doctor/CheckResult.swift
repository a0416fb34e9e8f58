import ArgumentParser
import AuditCore

/// One line of `oitcheck doctor`: what was looked at, how it stands, what to do.
struct CheckResult {
  enum Standing {
    case good
    /// The nightly work goes on, with something lost.
    case warning
    /// Nothing can be done until it is mended; the exit code says whose fault it is.
    case bad(ExitCode)
  }

  var standing: Standing
  var subject: Bilingual
  var detail: Bilingual
  var remedy: Bilingual?

  static func good(_ subject: Bilingual, _ detail: Bilingual) -> CheckResult {
    CheckResult(standing: .good, subject: subject, detail: detail)
  }

  static func warning(_ subject: Bilingual, _ detail: Bilingual, do remedy: Bilingual) -> CheckResult {
    CheckResult(standing: .warning, subject: subject, detail: detail, remedy: remedy)
  }

  static func bad(_ code: ExitCode, _ subject: Bilingual, _ detail: Bilingual, do remedy: Bilingual?) -> CheckResult {
    CheckResult(standing: .bad(code), subject: subject, detail: detail, remedy: remedy)
  }

  private var mark: String {
    switch standing {
    case .good: "✓"
    case .warning: "!"
    case .bad: "✗"
    }
  }

  /// The line, and under it what to do.
  func text(in language: Language) -> String {
    let other: Language = language == .th ? .en : .th
    let names = [subject.text(in: language), subject.text(in: other)]
    let subject = names[0] == names[1] ? names[0] : names.joined(separator: " / ")
    let line = "\(mark) \(subject): \(detail.text(in: language))\n"
    return line + (remedy.map { "    → \($0.text(in: language))\n" } ?? "")
  }

  /// The worst code: a wrong configuration before a failing machine.
  static func code(of results: [CheckResult]) -> ExitCode {
    let codes = results.compactMap { result in
      if case .bad(let code) = result.standing { code } else { nil }
    }
    return codes.first { $0 == .validationFailure } ?? codes.first ?? .success
  }
}

/// A text that both languages share, such as a name or an address.
func same(_ text: String) -> Bilingual { Bilingual(th: text, en: text) }

func both(_ th: String, _ en: String) -> Bilingual { Bilingual(th: th, en: en) }
