import AuditCore

extension UnknownCause {
  /// Why the item could not be judged.
  func reason(_ language: Language) -> String {
    let words: Bilingual =
      switch self {
      case .robots: Bilingual(th: "robots.txt ห้ามเข้า", en: "robots.txt forbids it")
      case .blocked: Bilingual(th: "เว็บไซต์ปิดกั้นโปรแกรมตรวจ", en: "the site keeps the checker out")
      case .login:
        Bilingual(
          th: "ต้องเข้าสู่ระบบก่อน ผู้ประเมินก็จะไม่เห็นเช่นกัน",
          en: "a login is asked for; an assessor will not see it either")
      case .script: Bilingual(th: "หน้าแสดงผลด้วยสคริปต์เท่านั้น", en: "the page is filled by script only")
      case .noText: Bilingual(th: "เอกสารไม่มีข้อความให้อ่าน (ภาพสแกน)", en: "the document holds no readable text (a scan)")
      case .noTool: Bilingual(th: "เครื่องนี้ไม่มีโปรแกรมอ่านเอกสารชนิดนี้", en: "no program here reads this kind of document")
      case .unreachable: Bilingual(th: "เครื่องแม่ข่ายไม่ตอบ", en: "the server did not answer")
      case .coverage: Bilingual(th: "เห็นเว็บไซต์ไม่มากพอ", en: "too little of the site was seen")
      case .notSought: Bilingual(th: "การบันทึกครั้งนี้ไม่ได้ค้นหา", en: "the recording did not look for it")
      }
    return words.text(in: language)
  }

  /// What settles it.
  func nextStep(_ language: Language) -> String {
    let words: Bilingual =
      switch self {
      case .robots:
        Bilingual(
          th: "เปิดดูด้วยตนเอง และให้ผู้ดูแลเว็บไซต์ทบทวน robots.txt",
          en: "look by hand, and have the webmaster review robots.txt")
      case .blocked:
        Bilingual(
          th: "ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมตรวจ หรือเปิดดูด้วยตนเอง",
          en: "ask the webmaster to let the checker in, or look by hand")
      case .login:
        Bilingual(th: "ย้ายข้อมูลไปไว้ในหน้าที่เปิดได้โดยไม่ต้องเข้าสู่ระบบ", en: "move it to a page that needs no login")
      case .script:
        Bilingual(
          th: "เปิดดูด้วยตนเอง และเพิ่มลิงก์ธรรมดาไปยังเอกสาร", en: "look by hand, and add a plain link to the document")
      case .noText:
        Bilingual(
          th: "เปิดอ่านด้วยตนเอง และเผยแพร่ไฟล์ที่มีข้อความแทนภาพสแกน",
          en: "read it by hand, and publish a file with text in place of the scan")
      case .noTool:
        Bilingual(th: "ติดตั้งโปรแกรมอ่านเอกสาร แล้วตรวจใหม่", en: "install the program that reads it and check again")
      case .unreachable: Bilingual(th: "ตรวจใหม่ภายหลัง", en: "check again later")
      case .coverage:
        Bilingual(th: "ตรวจใหม่ด้วยจำนวนหน้าหรือเวลาที่มากขึ้น", en: "check again with more pages or more time")
      case .notSought: Bilingual(th: "บันทึกเว็บไซต์ใหม่ให้ครอบคลุมข้อนี้", en: "record the site again, with this item sought")
      }
    return words.text(in: language)
  }
}
