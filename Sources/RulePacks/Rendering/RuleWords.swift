import AuditCore

/// The closed vocabulary of the rules in words for people.
enum RuleWords {
  static func kind(_ kind: ItemRule.Kind) -> Bilingual {
    switch kind {
    case .page: Bilingual(th: "หน้าเว็บ", en: "page")
    case .document: Bilingual(th: "เอกสาร", en: "document")
    case .channel: Bilingual(th: "ช่องทาง", en: "channel")
    }
  }

  static func covers(_ covers: PeriodRule.Covers) -> Bilingual {
    switch covers {
    case .year: Bilingual(th: "ใช้บังคับในปีงบประมาณที่ประเมิน", en: "in force in the judged fiscal year")
    case .firstHalf: Bilingual(th: "หกเดือนแรก (ต.ค.–มี.ค.)", en: "the first half (October–March)")
    case .previousYear: Bilingual(th: "ทั้งปีงบประมาณก่อนหน้า", en: "the whole fiscal year before")
    case .inYear: Bilingual(th: "เกิดในปีงบประมาณที่ประเมิน", en: "within the judged fiscal year")
    case .span: Bilingual(th: "แผนหลายปีที่ครอบคลุมปีที่ประเมิน", en: "a plan of several years that holds the judged one")
    case .undated: Bilingual(th: "ข้อมูลปัจจุบัน ไม่ผูกปี", en: "current, no year")
    }
  }

  static func period(_ period: PeriodRule, in language: Language) -> String {
    let first = covers(period.covers).text(in: language)
    guard let other = period.orElse else { return first }
    return "\(first) \(Bilingual(th: "หรือ", en: "or").text(in: language)) \(covers(other).text(in: language))"
  }

  static func need(_ need: ElementRule.Need) -> Bilingual {
    switch need {
    case .must: Bilingual(th: "ต้องมี", en: "must")
    case .should: Bilingual(th: "ควรมี", en: "should")
    case .cannotCheck: Bilingual(th: "ตรวจจากภายนอกไม่ได้", en: "cannot be checked")
    }
  }

  static func change(_ kind: EditionComparison.Kind) -> Bilingual {
    switch kind {
    case .unchanged: Bilingual(th: "คงเดิม", en: "unchanged")
    case .renumbered: Bilingual(th: "เปลี่ยนเลขข้อ", en: "renumbered")
    case .changed: Bilingual(th: "เลขข้อเดิม แต่เปลี่ยนเนื้อหา", en: "same number, changed")
    case .merged: Bilingual(th: "รวมข้อ", en: "merged")
    case .split: Bilingual(th: "แยกข้อ", en: "split")
    case .regrouped: Bilingual(th: "จัดกลุ่มใหม่", en: "regrouped")
    case .added: Bilingual(th: "เพิ่ม", en: "added")
    case .dropped: Bilingual(th: "ตัดออก", en: "dropped")
    }
  }

  static func difference(_ difference: EditionComparison.Difference) -> Bilingual {
    switch difference {
    case .number: Bilingual(th: "เลขข้อ", en: "number")
    case .title: Bilingual(th: "ชื่อ", en: "title")
    case .subIndicator: Bilingual(th: "ตัวชี้วัดย่อย", en: "sub-indicator")
    case .period: Bilingual(th: "ช่วงเวลา", en: "period")
    case .concepts: Bilingual(th: "ขอบเขต", en: "scope")
    }
  }
}
