import Testing

@testable import AuditCore

/// What readers say in English, told to those who read Thai.
@Suite("Why a document could not be read")
struct ReadingFaultTests {
  /// As the converters and readers say it.
  private static let details = [
    "the file is damaged: no program for PDF opens it", "said to be a PDF, but it is none", "locked with a password",
    "locked by an encryption that is not known", "the body is empty", "the file does not open",
    "the file has no slides", "the file is listed, but not there", "the archive is empty", "the archive is damaged",
    "the archive is cut or damaged", "the archive does not open", "a file in the archive is damaged",
    "unpacks to more than is allowed", "RAR archives are not opened", "no program has read this document",
    "Tesseract has no Thai: apt install tesseract-ocr-tha", "tesseract does not run on this machine",
    "not read: the budget was used up", "the page budget of OCR was used up",
    "the time for one document was used up", "the temporary folder of this machine cannot be written",
    "a scan that is linked for nothing sought", "catdoc does not open it (exit code 1)",
    "pdftotext is not installed: apt install poppler-utils", "word/document.xml is missing from the file",
    "content.xml declares a DTD", "word/document.xml is damaged", "content.xml is empty",
    "pdftotext could not be started", "pdftotext was stopped",
  ]

  private static let english: Set = [
    "the", "a", "is", "was", "not", "no", "with", "of", "this", "that", "it", "be", "could", "does", "file", "damaged",
  ]

  @Test("No English sentence stands in the Thai words, and the English ones keep it", arguments: details)
  func languages(detail: String) {
    for condition in [
      PageCondition.unopenable(detail), .unreadable(.noTool, detail: detail), .unreadable(.coverage, detail: detail),
    ] {
      let words = ConditionWords.of(condition)
      let found = words.th.split { !$0.isLetter }.map { $0.lowercased() }
      #expect(Self.english.isDisjoint(with: found), "\(words.th)")
      #expect(words.en.contains(detail))
    }
  }

  @Test("A name stays in its place, and what nobody knows stays as it was said")
  func names() {
    #expect(
      ConditionWords.of(.unopenable("catdoc does not open it (exit code 1)")).th
        == "ไฟล์เปิดไม่ได้ (โปรแกรม catdoc เปิดไม่ได้ (รหัส 1))")
    #expect(ConditionWords.of(.unopenable("zap!")).th == "ไฟล์เปิดไม่ได้ (zap!)")
  }
}
