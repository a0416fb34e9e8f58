import AuditCore

/// Why the recording stopped, in words. The reasons are those of the manifest: `finished`, `settled`, the name of a
/// budget, or a signal.
struct StopReason {
  let reason: String

  /// Nil where the whole site was walked or everything sought was settled: nothing to tell.
  func words(_ language: Language) -> String? {
    let words: Bilingual? =
      switch reason {
      case "finished", "settled", "": nil
      case "max-pages": Bilingual(th: "ครบจำนวนหน้าที่กำหนด", en: "the page budget was used up")
      case "max-time": Bilingual(th: "ครบเวลาที่กำหนด", en: "the time budget was used up")
      case "max-bytes", "max-total": Bilingual(th: "ครบปริมาณข้อมูลที่กำหนด", en: "the byte budget was used up")
      case "imported":
        Bilingual(th: "บันทึกด้วยโปรแกรมอื่น จึงไม่ทราบว่าเก็บครบหรือไม่", en: "recorded by another program; how far is not known")
      default: Bilingual(th: "หยุดก่อนครบ (\(safe))", en: "stopped early (\(safe))")
      }
    return words?.text(in: language)
  }

  private var safe: String { SiteText.line(reason, limit: 60) }
}
