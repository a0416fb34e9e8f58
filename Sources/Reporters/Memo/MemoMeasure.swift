import AuditCore
import ThaiText

/// What the town does about one shortcoming in the next fiscal year: measure, steps, who, by when.
struct MemoMeasure {
  private let words: ItemWords
  private let figures: Figures
  private let next: FiscalYear

  init(_ words: ItemWords, _ figures: Figures, next: FiscalYear) {
    self.words = words
    self.figures = figures
    self.next = next
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: figures.language) }
  private var year: String { figures.year(next.year) }

  /// The item's remedy, or for what has none a general one.
  var measure: String {
    words.remedy.isEmpty ? say("จัดทำและเผยแพร่ข้อมูลของข้อนี้ให้ครบ", "prepare and publish this item in full") : words.remedy
  }

  var steps: [String] {
    let item = words.item
    switch item.verdict {
    case .missing, .notDue: return prepare + [publish, check]
    case .outdated:
      return prepare + [
        say("เผยแพร่ไว้เหนือฉบับของปีก่อน และคงฉบับเดิมไว้", "publish it above the one of the year before, which stays"), check,
      ]
    case .partial:
      let lacking = words.lacking.isEmpty ? say("ส่วนที่ขาด", "what is lacking") : words.lacking
      return [
        say("รวบรวม: \(lacking)", "gather: \(lacking)"),
        say("เพิ่มลงในเอกสารเดิมให้ครบทุกองค์ประกอบ แล้วเสนอผู้บริหาร", "add it to the document and submit it"),
        say("เผยแพร่ฉบับที่ครบแทนฉบับเดิมที่หน้าเดิม", "publish the full one in its place"), check,
      ]
    case .broken:
      return [
        say("หาไฟล์ต้นฉบับจากหน่วยงานเจ้าของเรื่อง", "get the original file from the unit that owns it"),
        say("นำขึ้นเว็บไซต์ใหม่และแก้ลิงก์ทุกหน้าที่ชี้มา", "upload it again and mend every link to it"),
        say("ทดลองเปิดจากเครื่องนอกสำนักงาน", "try it from a computer outside the office"), check,
      ]
    case .unknown: return [measure, check]
    case .met, .waived: return []
    }
  }

  private var prepare: [String] {
    [
      say(
        "มอบหมายผู้จัดทำและรวบรวมข้อมูลของปีงบประมาณ พ.ศ. \(year)", "name who prepares it and gather the facts of FY\(year)"),
      say("จัดทำเอกสารและเสนอผู้บริหารเห็นชอบหรือลงนาม", "draw it up and submit it for approval or signature"),
    ]
  }

  private var publish: String {
    say(
      "เผยแพร่บนเว็บไซต์เป็นไฟล์ที่มีข้อความ และใส่ลิงก์ในหน้ารวม ITA", "publish it as a file with text, linked from the ITA page")
  }

  private var check: String {
    say("ตรวจซ้ำให้ได้ผล “ครบถ้วน”", "check again until the verdict is “met”")
  }

  var responsible: String {
    words.responsible.isEmpty ? say("(ระบุหน่วยงาน)", "(name the unit)") : words.responsible
  }

  /// The criterion's own day in the next year; without one, thirty days for what is there already and the first quarter
  /// for what must be made.
  var due: String {
    if let date = words.item.dueDate.flatMap({ CivilDate(iso: $0) }), let later = sameDay(as: date) {
      return say("ภายใน \(figures.day(later.iso))", "by \(figures.day(later.iso))")
    }
    if words.item.verdict == .missing, let quarter = CivilDate(year: next.firstDay.year, month: 12, day: 31) {
      return say("ภายใน \(figures.day(quarter.iso))", "by \(figures.day(quarter.iso))")
    }
    let days = figures.count(30)
    return say("ภายใน \(days) วันนับแต่วันอนุมัติ", "within \(days) days of approval")
  }

  /// The day of the next fiscal year with the same day and month.
  private func sameDay(as date: CivilDate) -> CivilDate? {
    let year = date.month >= 10 ? next.firstDay.year : next.lastDay.year
    return CivilDate(year: year, month: date.month, day: min(date.day, date.month == 2 ? 28 : date.day))
  }
}
