import AuditCore

/// Why the recording stopped, in words. The reasons are those of the manifest: `finished`, `settled`, the name of a
/// budget, a signal, or what the site did.
struct StopWords {
  let reason: String

  /// Nil where the whole site was walked or everything sought was settled: nothing to tell.
  func words(_ language: Language) -> String? {
    let words: Bilingual? =
      switch reason {
      case "finished", "settled", "": nil
      case "nothing-promising-left":
        Bilingual(th: "หยุดเมื่อไม่เหลือหน้าที่น่าจะมีข้อมูล", en: "stopped when no promising page was left")
      case "max-pages": Bilingual(th: "หยุดเพราะครบจำนวนหน้าที่กำหนด", en: "stopped at the page budget")
      case "max-time": Bilingual(th: "หยุดเพราะครบเวลาที่กำหนด", en: "stopped at the time budget")
      case "max-total-bytes": Bilingual(th: "หยุดเพราะครบปริมาณข้อมูลที่กำหนด", en: "stopped at the byte budget")
      case "interrupted": Bilingual(th: "ถูกสั่งหยุดก่อนครบ", en: "interrupted")
      case "site-unreachable": Bilingual(th: "เว็บไซต์หยุดตอบ", en: "the site stopped answering")
      case "site-refuses": Bilingual(th: "เว็บไซต์ปฏิเสธทุกคำขอ", en: "the site refused every request")
      case "imported":
        Bilingual(th: "บันทึกด้วยโปรแกรมอื่น จึงไม่ทราบว่าเก็บครบหรือไม่", en: "recorded by another program; how far is not known")
      default: Bilingual(th: "หยุดก่อนครบ (\(safe))", en: "stopped early (\(safe))")
      }
    return words?.text(in: language)
  }

  private var safe: String { SiteText.line(reason, limit: 60) }
}
