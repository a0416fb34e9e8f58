import AuditCore

/// The parts of a comparison in the order in which they matter to a town: what was lost first, what concerns only the
/// judging last.
enum ComparisonPart: CaseIterable {
  case losses, yearTurn, gains, places, declarations, sight, list, judging

  var kinds: [ItemChange.Kind] {
    switch self {
    case .losses: [.lost, .newlyBroken, .newlyDue, .worsened]
    case .yearTurn: [.staleAtYearTurn, .awaitedAnew]
    case .gains: [.regained, .newlyFound, .improved]
    case .places: [.moved, .swapped]
    case .declarations: [.answerLost, .newlyUndeclared, .answerRegained]
    case .sight: [.unjudged, .judgedAgain]
    case .list: [.waived, .waiverEnded, .newlyAsked, .noLongerAsked]
    case .judging: [.judgedDifferently]
    }
  }

  var title: Bilingual {
    switch self {
    case .losses: Bilingual(th: "หายไปหรือแย่ลง", en: "Lost or worse")
    case .yearTurn: Bilingual(th: "ขึ้นปีงบประมาณใหม่", en: "The fiscal year turned")
    case .gains: Bilingual(th: "ดีขึ้น", en: "Better")
    case .places: Bilingual(th: "ย้ายที่หรือเปลี่ยนไฟล์", en: "Moved or replaced")
    case .declarations: Bilingual(th: "คำตอบที่กรอกและรายการที่ประกาศ", en: "Declared answers")
    case .sight: Bilingual(th: "การเข้าตรวจ", en: "What could be judged")
    case .list: Bilingual(th: "การยกเว้นและรายการประเมิน", en: "Waivers and the list itself")
    case .judging: Bilingual(th: "ต่างเพราะเกณฑ์ตรวจ ไม่ใช่เพราะเว็บไซต์", en: "Judged differently, not changed on the site")
    }
  }
}

extension ItemChange.Kind {
  var name: Bilingual {
    switch self {
    case .lost: Bilingual(th: "หายไป", en: "lost")
    case .newlyBroken: Bilingual(th: "ลิงก์เสียใหม่", en: "newly broken")
    case .newlyDue: Bilingual(th: "ครบกำหนดแล้วยังไม่ครบถ้วน", en: "newly due")
    case .worsened: Bilingual(th: "แย่ลง", en: "worse")
    case .staleAtYearTurn: Bilingual(th: "ยังเป็นของปีก่อน", en: "stale: still the year before")
    case .awaitedAnew: Bilingual(th: "รอของปีใหม่", en: "awaited for the new year")
    case .regained: Bilingual(th: "กลับมาครบถ้วน", en: "regained")
    case .newlyFound: Bilingual(th: "พบใหม่", en: "newly found")
    case .improved: Bilingual(th: "ดีขึ้น", en: "better")
    case .moved: Bilingual(th: "ย้ายที่อยู่", en: "moved")
    case .swapped: Bilingual(th: "เปลี่ยนไฟล์", en: "file replaced")
    case .answerLost: Bilingual(th: "ที่อยู่ที่กรอกใช้ไม่ได้แล้ว", en: "declared answer no longer good")
    case .answerRegained: Bilingual(th: "ที่อยู่ที่กรอกกลับมาใช้ได้", en: "declared answer good again")
    case .newlyUndeclared: Bilingual(th: "พบแต่ไม่ได้ประกาศแล้ว", en: "found, no longer declared")
    case .unjudged: Bilingual(th: "ครั้งนี้ตรวจไม่ได้", en: "could not be judged this time")
    case .judgedAgain: Bilingual(th: "กลับมาตรวจได้", en: "could be judged again")
    case .waived: Bilingual(th: "ยกเว้นแล้ว", en: "waived")
    case .waiverEnded: Bilingual(th: "สิ้นสุดการยกเว้น", en: "waiver ended")
    case .newlyAsked: Bilingual(th: "ข้อใหม่ในรายการ", en: "newly asked for")
    case .noLongerAsked: Bilingual(th: "รายการใหม่ไม่ถามแล้ว", en: "no longer asked for")
    case .judgedDifferently: Bilingual(th: "ตัดสินต่างไป", en: "judged differently")
    }
  }
}

extension JudgingBasis.Part {
  var name: Bilingual {
    switch self {
    case .edition: Bilingual(th: "รายการประเมินคนละปี", en: "another edition")
    case .rules: Bilingual(th: "ชุดกติกาเปลี่ยน", en: "other rules")
    case .program: Bilingual(th: "โปรแกรมคนละรุ่น", en: "another version of the program")
    case .fiscalYear: Bilingual(th: "คนละปีงบประมาณ", en: "another fiscal year")
    }
  }
}
