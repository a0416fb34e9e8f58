/// Why a document could not be read, in Thai. The readers say it in English, in a few phrases that every recording
/// keeps; what is not among them stays as it was said.
enum ReadingFaultWords {
  static func th(_ detail: String) -> String {
    if let known = phrases[detail] { return known }
    for (middle, words) in patterns {
      guard let place = detail.firstRange(of: middle) else { continue }
      return words(String(detail[..<place.lowerBound]), String(detail[place.upperBound...]))
    }
    return detail
  }

  private static let phrases = [
    "the file is damaged: no program for PDF opens it": "ไฟล์เสียหาย ไม่มีโปรแกรมอ่าน PDF ใดเปิดได้",
    "said to be a PDF, but it is none": "ระบุว่าเป็น PDF แต่ไม่ใช่",
    "locked with a password": "ติดรหัสผ่าน",
    "locked by an encryption that is not known": "เข้ารหัสด้วยวิธีที่ไม่รู้จัก",
    "the body is empty": "ไฟล์ว่างเปล่า",
    "the file does not open": "เปิดไม่ได้",
    "the file has no slides": "ไม่มีสไลด์",
    "the file is listed, but not there": "มีชื่อในสารบัญแต่ไม่มีไฟล์",
    "the archive is empty": "ไฟล์บีบอัดว่างเปล่า",
    "the archive is damaged": "ไฟล์บีบอัดเสียหาย",
    "the archive is cut or damaged": "ไฟล์บีบอัดขาดหรือเสียหาย",
    "the archive does not open": "ไฟล์บีบอัดเปิดไม่ได้",
    "a file in the archive is damaged": "มีไฟล์ข้างในที่เสียหาย",
    "unpacks to more than is allowed": "คลายออกมาใหญ่เกินกำหนด",
    "RAR archives are not opened": "โปรแกรมนี้ไม่เปิดไฟล์ RAR",
    "no program has read this document": "ยังไม่มีโปรแกรมใดอ่านเอกสารนี้",
    "Tesseract has no Thai: apt install tesseract-ocr-tha": "Tesseract ไม่มีภาษาไทย: apt install tesseract-ocr-tha",
    "a scan that is linked for nothing sought": "เป็นภาพสแกนที่ไม่มีลิงก์ใดบอกว่าเป็นเรื่องที่ค้น",
    "not read: the budget was used up": "ใช้งบการอ่านหมดแล้ว",
    "tesseract does not run on this machine": "โปรแกรม tesseract ทำงานบนเครื่องนี้ไม่ได้",
    "the page budget of OCR was used up": "ใช้จำนวนหน้าสำหรับอ่านภาพหมดแล้ว",
    "the time for one document was used up": "ใช้เวลาสำหรับเอกสารหนึ่งฉบับหมดแล้ว",
    "the temporary folder of this machine cannot be written": "เขียนโฟลเดอร์ชั่วคราวของเครื่องนี้ไม่ได้",
  ]

  /// What stands between the two parts that differ.
  private static let patterns: [(middle: String, words: @Sendable (String, String) -> String)] = [
    (" does not open it (exit code ", { "โปรแกรม \($0) เปิดไม่ได้ (รหัส \($1)" }),
    (" is not installed: ", { "ไม่มีโปรแกรม \($0): \($1)" }),
    (" is missing from the file", { name, _ in "ในไฟล์ไม่มี \(name)" }),
    (" declares a DTD", { name, _ in "\(name) มี DTD ซึ่งไม่อนุญาต" }),
    (" is damaged", { name, _ in "\(name) เสียหาย" }),
    (" is empty", { name, _ in "\(name) ว่างเปล่า" }),
    (" could not be started", { "เริ่มโปรแกรม \($0) ไม่ได้\($1)" }),
    (" was stopped", { name, _ in "โปรแกรม \(name) ถูกสั่งให้หยุด" }),
  ]
}
