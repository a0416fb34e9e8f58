import ThaiText

/// Words that official Thai is full of, to tell language from letters: prose, tables, price lists and forms all hold
/// some, letters drawn at random hardly any.
enum ThaiWords {
  private static let words = """
    การ ความ และ ของ เป็น ให้แก่ ตาม งาน หรือ โดย จาก จำนวน บาท รวม วันที่ ตำบล โครงการ หมู่ที่ ประจำ งบประมาณ เทศบาล
    ส่วน องค์ บริหาร อำเภอ จังหวัด รายการ ราคา เพื่อ ต้อง แผน พัฒนา บ้าน ประกาศ เรื่อง กำหนด ดำเนิน จ่าย ประชาชน ถนน
    ลำดับ หน่วย ภาษี เงิน นาย นาง สาว โรงเรียน สำนัก กอง ก่อสร้าง ขนาด เมตร กว้าง ปริมาณ เลขที่ หนังสือ ราชการ กรรมการ
    หัวหน้า ปลัด นายก ผล เสนอ ตรวจ ระบบ ครั้ง เดือน ปีงบ พ.ศ. ประเภท รายจ่าย รายรับ รายได้ รายงาน ที่ดิน บริการ สาร
    ข้อมูล คุณ ประโยชน์ กิจกรรม เป้าหมาย ตัวชี้ ยุทธศาสตร์ คะแนน ร้อยละ ระดับ กลุ่ม ชุมชน สุขภาพ ศึกษา เรียน ภาค
    ท่อ คอนกรีต เหล็ก ซ่อม ปรับปรุง วัสดุ ค่าแรง ครุภัณฑ์ สำหรับ เครื่อง ชุด ไม่น้อยกว่า ผู้รับ สัญญา จ้าง ซื้อ
    ลงนาม ลงชื่อ ตำแหน่ง พนักงาน เจ้าหน้าที่ หมายเลข โทรศัพท์ สรุป ทั้งสิ้น ทรัพย์ เลือก คำสั่ง แต่งตั้ง ประชุม
    """

  private static let keys = words.split(whereSeparator: \.isWhitespace).map { ThaiFolding.looseKey(String($0)) }
  private static let automaton = PhraseAutomaton(phrases: keys)

  /// The share of Thai letters in a text's loose key that belong to these words, 0–1.
  static func share(in key: [UInt8]) -> Double {
    var covered = 0
    var end = 0
    automaton.forEachMatch(in: key) { phrase, offset in
      let start = max(end, offset - keys[phrase].count)
      if offset > start {
        covered += offset - start
        end = offset
      }
    }
    // The lead byte of Thai in UTF-8 is E0, of three.
    let thai = key.count { $0 == 0xE0 } * 3
    return thai == 0 ? 0 : Double(covered) / Double(thai)
  }
}
