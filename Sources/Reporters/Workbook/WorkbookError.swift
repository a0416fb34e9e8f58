import AuditCore

/// A workbook that could not be made on this machine.
package struct WorkbookError: Error, CustomStringConvertible {
  package let message: Bilingual
  /// What the library or the system said.
  package let cause: String

  init(_ cause: String) {
    message = Bilingual(th: "สร้างไฟล์ .xlsx ไม่ได้", en: "cannot make the .xlsx file")
    self.cause = cause
  }

  package var description: String { "\(message.th) / \(message.en) (\(cause))" }
}
