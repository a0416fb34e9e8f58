import AuditCore

/// Colours on a terminal (ECMA-48 SGR), or none.
struct Paint {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func alarm(_ text: String) -> String { wrap(text, "1;31") }

  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .met: wrap(text, "32")
    case .partial, .outdated: wrap(text, "33")
    case .broken, .missing: wrap(text, "31")
    case .unknown: wrap(text, "35")
    case .notDue: wrap(text, "36")
    case .waived: wrap(text, "2")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
