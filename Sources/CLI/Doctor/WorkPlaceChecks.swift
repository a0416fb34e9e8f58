import AuditCore
import Foundation
import Programs

/// The places on this machine where outside programs do their work: without them the programs may be installed and yet
/// read nothing.
struct WorkPlaceChecks {
  func results() -> [CheckResult] { [temporaryFolder(), memory()] }

  private func temporaryFolder() -> CheckResult {
    let subject = both("โฟลเดอร์ชั่วคราว", "temporary folder")
    let path = FileManager.default.temporaryDirectory.path
    guard let folder = WorkFolder(), folder.write([0], as: "probe") else {
      return .bad(
        ExitDecision.ownSideFailed, subject,
        both("เขียน \(path) ไม่ได้ จึงอ่านเอกสารใดไม่ได้", "\(path) cannot be written: no document is read"),
        do: both(
          "ให้ผู้ใช้ที่รันโปรแกรมเขียนได้ ตรวจเนื้อที่ว่าง (df \(path)) หรือตั้ง TMPDIR เป็นโฟลเดอร์อื่น",
          "let the user who runs the program write there, look for room (df \(path)), or set TMPDIR to another folder"))
    }
    return .good(subject, same(path))
  }

  private func memory() -> CheckResult {
    let subject = same(MemoryFile.place)
    guard MemoryFile.isPossible else {
      return .warning(
        subject,
        both(
          "เขียนไม่ได้ จึงส่งข้อความแจ้งเตือนไม่ได้ และเปิดเว็บไซต์ที่ใบรับรองเสียไม่ได้",
          "cannot be written: no message is sent, and no site with a broken certificate is read"),
        do: same("mount -o remount,rw,mode=1777 \(MemoryFile.place)"))
    }
    return .good(subject, both("ใช้ได้", "usable"))
  }
}
