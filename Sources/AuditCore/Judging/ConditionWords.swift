/// What an officer reads about a page that did not deliver.
enum ConditionWords {
  static func of(_ condition: PageCondition) -> Bilingual {
    switch condition {
    case .readable: Bilingual(th: "เปิดได้", en: "opens")
    case .placeholder: Bilingual(th: "มีแต่หัวข้อ ไม่มีเนื้อหา", en: "the heading is there, the content is not")
    case .softNotFound: Bilingual(th: "ขึ้นข้อความว่าไม่พบหน้า", en: "shows a “not found” message")
    case .loginWall:
      Bilingual(th: "ต้องเข้าสู่ระบบ ผู้ประเมินก็เปิดไม่ได้เช่นกัน", en: "asks for a login; an assessor will not see it either")
    case .blocked(let what):
      Bilingual(th: "ถูกกั้นโดยระบบป้องกันหรือปิดปรับปรุง (\(what))", en: "a \(what) page stands in its place")
    case .scriptOnly: Bilingual(th: "หน้านี้แสดงผลด้วยสคริปต์เท่านั้น", en: "the page is filled by script only")
    case .unreadable(let cause, let detail): unreadable(cause, detail)
    case .unopenable(let detail):
      Bilingual(th: "ไฟล์เปิดไม่ได้ (\(ReadingFaultWords.th(detail)))", en: "the file does not open (\(detail))")
    case .refused(let status): Bilingual(th: "เซิร์ฟเวอร์ตอบ \(status)", en: "the server answers \(status)")
    case .unreachable(let failure, _):
      Bilingual(th: "เชื่อมต่อไม่ได้ (\(failure.rawValue))", en: "no answer (\(failure.rawValue))")
    case .forbiddenByRobots: Bilingual(th: "robots.txt ของเว็บไซต์ห้ามเปิด", en: "the site's robots.txt forbids it")
    case .leftOut(let reason): Bilingual(th: "ยังไม่ได้เปิดดู (\(reason))", en: "not opened (\(reason))")
    case .redirect: Bilingual(th: "เปลี่ยนเส้นทางไปที่อื่น", en: "redirects elsewhere")
    }
  }

  private static func unreadable(_ cause: UnknownCause, _ detail: String) -> Bilingual {
    switch cause {
    case .noTool:
      Bilingual(
        th: "อ่านไฟล์ไม่ได้เพราะยังไม่ได้ติดตั้งโปรแกรม (\(ReadingFaultWords.th(detail)))",
        en: "not read: a program is missing (\(detail))")
    case .noText:
      Bilingual(th: "เป็นภาพสแกนหรืออ่านตัวอักษรไม่ได้ ต้องเปิดดูด้วยตา", en: "a scan or unreadable letters; look at it by eye")
    default: Bilingual(th: "อ่านไม่ได้ (\(ReadingFaultWords.th(detail)))", en: "cannot be read (\(detail))")
    }
  }
}
