/// One sentence an officer understands, per verdict; Thai and English.
struct SummaryWords {
  let language: Language

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func summary(of finding: ItemFinding, required: RequiredPeriod, nearMiss: NearMiss?) -> String {
    switch finding.verdict {
    case .met:
      return finding.period?.words.map { say("พบข้อมูลครบถ้วน (\($0))", "disclosed in full (\($0))") }
        ?? say("พบข้อมูลครบถ้วน", "disclosed in full")
    case .partial:
      let names = finding.missing.map { language == .th ? $0.th : $0.en }.joined(separator: ", ")
      return say("พบแล้ว แต่ยังขาด: \(names)", "found, but lacks: \(names)")
    case .outdated:
      let found = finding.period?.words ?? say("ปีอื่น", "another year")
      let asked = required.words(language) ?? ""
      return say("พบเฉพาะของ \(found) แต่ต้องเป็นของ \(asked)", "only \(found) was found; asked for: \(asked)")
    case .broken:
      return say("มีลิงก์แต่เปิดไม่ได้ตามที่ระบุ: ", "linked, but not delivered: ") + reason(finding)
    case .missing:
      guard let nearMiss else { return say("ไม่พบบนเว็บไซต์", "not found on the site") }
      return say(
        "ไม่พบบนเว็บไซต์ ใกล้เคียงที่สุดคือ “\(nearMiss.quote)” (\(nearMiss.why))",
        "not found; nearest was “\(nearMiss.quote)” (\(nearMiss.why))")
    case .unknown: return say("ตรวจไม่ได้: ", "could not be judged: ") + unknownReason(finding)
    case .notDue:
      let older = finding.period?.words.map { say(" (มีของ \($0))", " (there is \($0))") } ?? ""
      return say("ยังไม่ถึงกำหนดเผยแพร่\(older)", "not due yet\(older)")
    case .waived: return say("ได้รับการยกเว้นตามการตั้งค่า", "waived by configuration")
    }
  }

  private func reason(_ finding: ItemFinding) -> String {
    finding.best.map(why) ?? ""
  }

  private func unknownReason(_ finding: ItemFinding) -> String {
    switch finding.cause {
    case .coverage where finding.best == nil:
      return say("เห็นเว็บไซต์ไม่มากพอที่จะบอกว่าไม่มี", "too little of the site was seen to say it is not there")
    case .notSought: return say("การบันทึกครั้งนี้ไม่ได้ค้นหาข้อนี้", "the recording did not look for it")
    case .noText where finding.best.map(Self.isUnsure) == true:
      return say("พบหน้าที่อาจใช่ แต่ข้อความไม่พอให้ยืนยัน ต้องเปิดดูด้วยตา", "a page that may be it says too little to be sure")
    default: return reason(finding)
    }
  }

  /// Nothing is wrong with the page itself; it does not say enough.
  private static func isUnsure(_ assessment: Assessment) -> Bool {
    if case .complete = assessment.outcome { true } else { false }
  }

  /// Why one place falls short.
  func why(_ assessment: Assessment) -> String {
    switch assessment.outcome {
    case .complete: return say("ครบ", "complete")
    case .incomplete:
      let names = assessment.missing.map { $0.name.text(in: language) }.joined(separator: ", ")
      return say("ขาด \(names)", "lacks \(names)")
    case .otherPeriod:
      let found = assessment.period.words ?? say("ปีอื่น", "another year")
      return say("เป็นของ \(found)", "is about \(found)")
    case .broken(let why), .unreadable(_, let why), .anotherThing(let why): return why.text(in: language)
    case .listing: return say("เป็นหน้ารวมลิงก์", "a page that only leads on")
    }
  }
}
