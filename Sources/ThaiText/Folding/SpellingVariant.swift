/// A misspelling that is met so often, and is so surely not another word, that folding corrects it in any text.
package struct SpellingVariant: Sendable {
  package let written: String
  package let meant: String
  /// Letters after which it is another word: บุคล is บุคคล, but not in บุคลากร and บุคลิก.
  package let notBefore: String

  init(_ written: String, _ meant: String, notBefore: String = "") {
    self.written = written
    self.meant = meant
    self.notBefore = notBefore
  }

  /// The table. A misspelling begins and ends with the same letter as the word meant (ค์ and ง apart), so that marks
  /// around it stay in order; whatever depends on the subject belongs into the vocabulary of the rules, not here.
  static let known: [SpellingVariant] = [
    SpellingVariant("กฏหมาย", "กฎหมาย"),
    SpellingVariant("กฏกระทรวง", "กฎกระทรวง"),
    SpellingVariant("กฏระเบียบ", "กฎระเบียบ"),
    SpellingVariant("กฤษฏีกา", "กฤษฎีกา"),
    SpellingVariant("ปรากฎ", "ปรากฏ"),
    SpellingVariant("ปฎิ", "ปฏิ"),
    SpellingVariant("มาตราฐาน", "มาตรฐาน"),
    SpellingVariant("โปรงใส", "โปร่งใส"),
    SpellingVariant("โปร่งไส", "โปร่งใส"),
    SpellingVariant("บุคล", "บุคคล", notBefore: "าิก"),
    SpellingVariant("นโบาย", "นโยบาย"),
    SpellingVariant("นะโยบาย", "นโยบาย"),
    SpellingVariant("เจตนารมย์", "เจตนารมณ์"),
    SpellingVariant("เจตจำนงค์", "เจตจำนง"),
    SpellingVariant("ประพฤติมิชอป", "ประพฤติมิชอบ"),
    SpellingVariant("ส่วรร่วม", "ส่วนร่วม"),
    SpellingVariant("ส่วมร่วม", "ส่วนร่วม"),
    SpellingVariant("วัฒธรรม", "วัฒนธรรม"),
    SpellingVariant("ยุทศาสตร์", "ยุทธศาสตร์"),
    SpellingVariant("ยุธศาสตร์", "ยุทธศาสตร์"),
    SpellingVariant("ยุทธศาตร์", "ยุทธศาสตร์"),
    SpellingVariant("พึ่งพอใจ", "พึงพอใจ"),
    SpellingVariant("จัดชื้อ", "จัดซื้อ"),
    SpellingVariant("ภาระกิจ", "ภารกิจ"),
    SpellingVariant("ดำเนิการ", "ดำเนินการ"),
    SpellingVariant("เรี่อง", "เรื่อง"),
    SpellingVariant("งบประมาน", "งบประมาณ"),
    SpellingVariant("ลายละเอียด", "รายละเอียด"),
    SpellingVariant("หลักเกณท์", "หลักเกณฑ์"),
    SpellingVariant("หลักเกนฑ์", "หลักเกณฑ์"),
    SpellingVariant("พัสดู", "พัสดุ"),
    SpellingVariant("สาธารณูประโภค", "สาธารณูปโภค"),
    SpellingVariant("ความเสียงการทุจริต", "ความเสี่ยงการทุจริต"),
    SpellingVariant("ประมวลผลจริยธรรม", "ประมวลจริยธรรม"),
    SpellingVariant("คอรัปชั่น", "คอร์รัปชัน"),
    SpellingVariant("คอรัปชัน", "คอร์รัปชัน"),
    SpellingVariant("คอร์รัปชั่น", "คอร์รัปชัน"),
    SpellingVariant("คอรับชั่น", "คอร์รัปชัน"),
    SpellingVariant("อินเตอร์เน็ต", "อินเทอร์เน็ต"),
    SpellingVariant("เว็ปไซต์", "เว็บไซต์"),
    SpellingVariant("เวปไซต์", "เว็บไซต์"),
    SpellingVariant("เวบไซต์", "เว็บไซต์"),
    SpellingVariant("เว็บไซด์", "เว็บไซต์"),
    SpellingVariant("เว็ปไซด์", "เว็บไซต์"),
  ]
}
