import AuditCore

/// Our own side failed, or the input cannot be used: one sentence in both languages, where, and why.
package struct PipelineError: Error, Sendable, CustomStringConvertible {
  package let message: Bilingual
  package let path: String?
  package let cause: String

  package init(_ th: String, _ en: String, path: String? = nil, cause: String) {
    message = Bilingual(th: th, en: en)
    self.path = path
    self.cause = cause
  }

  package var description: String {
    message.th + " / " + message.en + (path.map { ": \($0)" } ?? "") + " – " + cause
  }
}
