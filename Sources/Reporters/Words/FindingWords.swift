import AuditCore

extension Finding.Kind {
  func name(_ language: Language) -> String {
    let name: Bilingual =
      switch self {
      case .tls: Bilingual(th: "ใบรับรองความปลอดภัย (HTTPS)", en: "Certificate (HTTPS)")
      case .privacy: Bilingual(th: "ข้อมูลส่วนบุคคล", en: "Personal data")
      case .spam: Bilingual(th: "เนื้อหาแปลกปลอม", en: "Foreign content")
      case .robots: Bilingual(th: "robots.txt", en: "robots.txt")
      case .canonical: Bilingual(th: "ที่อยู่หน้าเว็บ", en: "Page addresses")
      case .document: Bilingual(th: "เอกสาร", en: "Document")
      case .archive: Bilingual(th: "ไฟล์บีบอัด", en: "Archive file")
      case .charset: Bilingual(th: "รหัสอักขระ", en: "Character encoding")
      case .vendorHost: Bilingual(th: "โฮสต์ของผู้รับจ้าง", en: "Vendor's host")
      case .offSite: Bilingual(th: "นอกเว็บไซต์", en: "Off the site")
      case .declaredList: Bilingual(th: "รายการที่ประกาศไว้", en: "Declared list")
      }
    return name.text(in: language)
  }
}

extension DeclaredAnswer.Status {
  func name(_ language: Language) -> String {
    let name: Bilingual =
      switch self {
      case .agrees: Bilingual(th: "ตรงกัน", en: "agrees")
      case .partial: Bilingual(th: "ไม่ครบองค์ประกอบ", en: "partial")
      case .offSite: Bilingual(th: "อยู่นอกเว็บไซต์", en: "off the site")
      case .broken: Bilingual(th: "ลิงก์เสีย", en: "broken link")
      case .outdated: Bilingual(th: "ไม่เป็นปัจจุบัน", en: "outdated")
      case .wrongDocument: Bilingual(th: "ไม่ใช่เอกสารของข้อนี้", en: "another document")
      case .noAddress: Bilingual(th: "ไม่ระบุที่อยู่", en: "no address given")
      case .notDeclared: Bilingual(th: "พบแต่ไม่ได้ประกาศ", en: "found but not declared")
      case .notJudged: Bilingual(th: "ยังไม่ได้ตรวจ", en: "not judged")
      }
    return name.text(in: language)
  }
}
