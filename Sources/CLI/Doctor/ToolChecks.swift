import AuditCore
import Crawling
import Programs

/// The outside programs, each with the package that brings it and what is lost without it.
struct ToolChecks {
  let needsSendmail: Bool

  private static let losses: [(tool: Tool, loss: Bilingual)] = [
    (.pdftotext, both("อ่านไฟล์ PDF ไม่ได้ ข้อส่วนใหญ่จะเป็น “ตรวจไม่ได้”", "no PDF is read: most items stay unknown")),
    (.tesseract, both("อ่านเอกสารสแกนไม่ได้", "scanned documents are not read")),
    (.catdoc, both("อ่านไฟล์ .doc รุ่นเก่าไม่ได้", "old .doc files are not read")),
    (.antiword, both("อ่านไฟล์ .doc บางส่วนไม่ได้", "some .doc files are not read")),
    (.xls2csv, both("อ่านไฟล์ .xls รุ่นเก่าไม่ได้", "old .xls files are not read")),
    (
      .curl,
      both("เว็บไซต์ที่ใบรับรองเสียเปิดไม่ได้ และส่งอีเมลไม่ได้", "sites with a broken certificate cannot be read, nor mail sent")
    ),
    (.pandoc, both("ไม่มีบันทึกข้อความเป็นไฟล์ Word", "no memo as a Word file")),
  ]

  func results() async -> [CheckResult] {
    var results: [CheckResult] = []
    for (tool, loss) in Self.losses {
      guard Toolbox.installed.has(tool) else {
        results.append(missing(tool.rawValue, package: tool.debianPackage, loss, isVital: tool == .pdftotext))
        continue
      }
      results.append(.good(same(tool.rawValue), same(await ToolVersions.shared.name(of: tool, in: .installed))))
    }
    if Toolbox.installed.has(.tesseract) { results += await thai() }
    if let chromium = ChromiumRenderer.installed() {
      results.append(.good(same("chromium"), same(chromium)))
    } else {
      results.append(
        missing(
          "chromium", package: ChromiumRenderer.debianPackage,
          both("--render ใช้ไม่ได้ หน้าที่ใช้สคริปต์จะอ่านไม่ได้", "no --render: pages made by scripts are not read"),
          isVital: false))
    }
    if needsSendmail {
      results.append(
        Toolbox.installed.has(.sendmail)
          ? .good(same("sendmail"), same(Toolbox.installed.path(of: .sendmail) ?? ""))
          : missing(
            "sendmail", package: Tool.sendmail.debianPackage,
            both("ส่งข้อความแบบ sendmail ไม่ได้", "messages by sendmail are not sent"), isVital: true))
    }
    return results
  }

  private func thai() async -> [CheckResult] {
    let loss = both("อ่านเอกสารสแกนภาษาไทยไม่ได้", "scanned Thai documents are not read")
    switch await ToolVersions.shared.readsLanguage("tha", in: .installed) {
    case true?: return []
    case false?: return [missing("tesseract tha", package: "tesseract-ocr-tha", loss, isVital: false)]
    // Whatever it is that keeps programs from running here is told by `WorkPlaceChecks`.
    case nil where WorkFolder() == nil: return []
    case nil:
      return [
        .warning(
          same("tesseract"), both("เริ่มไม่ได้ – \(loss.th)", "does not run – \(loss.en)"),
          do: same("tesseract --list-langs"))
      ]
    }
  }

  private func missing(_ name: String, package: String, _ loss: Bilingual, isVital: Bool) -> CheckResult {
    let remedy = both("apt install \(package)", "apt install \(package)")
    let detail = both("ไม่มี – \(loss.th)", "not installed – \(loss.en)")
    return isVital
      ? .bad(ExitDecision.ownSideFailed, same(name), detail, do: remedy) : .warning(same(name), detail, do: remedy)
  }
}
