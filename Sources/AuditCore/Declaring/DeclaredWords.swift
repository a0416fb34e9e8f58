import ThaiText
import WebURL

/// What an officer reads about the answers of a sheet, and what a recorded site adds to them.
struct DeclaredWords {
  let language: Language
  /// The report on the whole site, nil where only the sheet was looked at.
  let whole: AuditReport?

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var notOnSheet: String { say("ไม่อยู่ในแบบคำตอบที่ตรวจ", "not on the answer sheet that was checked") }
  var saidNo: String { say("แบบคำตอบแจ้งว่าไม่มี", "declared as not disclosed") }
  var noAddress: String { say("ไม่ได้กรอกที่อยู่", "no address is given") }

  func unusable(_ text: String) -> String {
    let quote = Quotation.of(text)
    return say("“\(quote)” ไม่ใช่ที่อยู่เว็บที่เปิดได้", "“\(quote)” is no web address")
  }

  func onlyHome(_ page: WebURL) -> String {
    let shown = decodedForDisplay(page, longest: 120)
    return say(
      "กรอกหน้าแรกของเว็บไซต์ ควรกรอกที่อยู่ของข้อมูลโดยตรง: \(shown)",
      "the home page is declared; declare the page itself: \(shown)")
  }

  func oneIsDead(_ address: Verification.Address) -> String {
    let shown = decodedForDisplay(address.url, longest: 80)
    return say(
      "ที่อยู่อื่นใช้ได้ แต่มีที่อยู่ที่เปิดไม่ได้: \(shown)", "the other addresses are good, one does not open: \(shown)")
  }

  /// What to do about an answer, with a better address where the recorded site knows one.
  func advice(_ item: ItemReport, _ standing: DeclaredStanding, _ declared: [WebURL]) -> String {
    guard !standing.isGood else { return "" }
    if let better = better(than: standing, for: item.number, declared) { return better }
    switch standing.status {
    case .notJudged: return look(item.cause)
    case .offSite where item.verdict == .met:
      return say(
        "นำข้อมูลมาไว้บนเว็บไซต์ของหน่วยงาน หรือกรอกหน้าของหน่วยงานที่มีลิงก์นี้",
        "put it on the town's own site, or declare the own page that links it")
    case .broken where item.remedy.isEmpty || !declared.isEmpty:
      return say("แก้ลิงก์ให้เปิดได้ หรือกรอกที่อยู่ใหม่", "mend the link, or declare another address")
    default: return item.remedy
    }
  }

  private func look(_ cause: UnknownCause?) -> String {
    switch cause {
    case .noText: say("เปิดดูด้วยตา และเผยแพร่ไฟล์ที่อ่านตัวอักษรได้", "look at it by eye; publish a file with readable text")
    case .login: say("เปิดให้เข้าดูได้โดยไม่ต้องเข้าสู่ระบบ", "make it readable without a login")
    case .robots: say("เปิดดูด้วยตา หรืออนุญาต oitcheck ใน robots.txt", "look at it by eye, or allow oitcheck in robots.txt")
    default: say("เปิดดูด้วยตา หรือลองตรวจใหม่ภายหลัง", "look at it by eye, or check again later")
    }
  }

  // MARK: Against the recorded site

  private func found(_ number: String) -> (item: ItemReport, proof: Evidence)? {
    guard let item = whole?.items.first(where: { $0.number == number }),
      item.verdict == .met || item.verdict == .partial,
      let proof = item.evidence.first(where: { !$0.url.isEmpty })
    else { return nil }
    return (item, proof)
  }

  private func place(_ proof: Evidence) -> String {
    let way = proof.clickPath.joined(separator: " › ")
    return decodedForDisplay(proof.url) + (way.isEmpty ? "" : " (\(way))")
  }

  private func better(than standing: DeclaredStanding, for number: String, _ declared: [WebURL]) -> String? {
    guard let found = found(number), !declared.contains(where: { $0.href == found.proof.url }) else { return nil }
    guard found.item.verdict == .met || standing.status != .partial else { return nil }
    if standing.status == .noAddress {
      return say(
        "คะแนนที่ได้ฟรี: พบบนเว็บไซต์แล้ว ให้กรอก “มี” ที่ ", "free points: it is on the site, declare it at ")
        + place(found.proof)
    }
    return say("พบบนเว็บไซต์ที่อื่น ให้กรอกที่อยู่นี้แทน: ", "found elsewhere on the site, declare this instead: ")
      + place(found.proof)
  }

  /// An item that the sheet leaves out although the site holds it; nil where it does not.
  func undeclared(_ item: ItemReport) -> Verification.Answer? {
    guard let found = found(item.number), let url = WebURL(parsing: found.proof.url) else { return nil }
    let isWhole = found.item.verdict == .met
    let standing = DeclaredStanding(
      status: .notDeclared,
      why: isWhole
        ? say("พบครบถ้วนบนเว็บไซต์ แต่ไม่มีในแบบคำตอบ", "disclosed in full, but not on the sheet")
        : say("พบบนเว็บไซต์ (ยังไม่ครบองค์ประกอบ) แต่ไม่มีในแบบคำตอบ", "on the site (in part), but not on the sheet"))
    return Verification.Answer(
      item: item.number, title: item.title, rows: [], verdict: item.verdict, standing: standing,
      addresses: [.init(url: url, row: 0, standing: standing)],
      advice: say("เพิ่มในแบบคำตอบ: ", "add to the sheet: ") + place(found.proof))
  }

  // MARK: For the report

  func declared(_ answer: Verification.Answer, sheetName: String, notes: [Declaration]) -> DeclaredAnswer {
    let rows = answer.rows.map(String.init).joined(separator: ", ")
    let note = notes.first { $0.item.number == answer.item }?.note ?? ""
    let advice = answer.advice.isEmpty ? "" : " → " + answer.advice
    return DeclaredAnswer(
      item: answer.item, page: answer.rows.isEmpty ? "" : sheetName + say(" แถว ", " row ") + rows,
      urls: answer.addresses.map(\.url.href), explanation: String(note.prefix(500)), status: answer.standing.status,
      why: answer.standing.why + advice, sheet: sheetName)
  }
}
