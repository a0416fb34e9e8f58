import Foundation
import TestSupport
import Testing

/// What `oitcheck doctor` says where outside programs have no place to work.
@Suite("A machine without a place to work")
struct WorkPlaceTests {
  private static let rules = ["--rules", Folders.package.appending(path: "Rules").path]
  private static let doctor = ["doctor", "--offline"] + rules

  @Test("A temporary folder that cannot be written is told as that, and not as a package that is missing")
  func temporaryFolder() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(Self.doctor, in: folder.url, environment: ["TMPDIR": "/proc"])
    #expect(run.code == 74 && run.output.contains("✗ โฟลเดอร์ชั่วคราว"), "\(run.output)")
    #expect(!run.output.contains("tesseract-ocr-tha"), "\(run.output)")
  }

  @Test(
    "A /dev/shm that cannot be written is told as that, and programs that read no input run all the same",
    .enabled(if: OwnMounts.isPossible, "no mounts of one's own"))
  func memory() throws {
    let folder = try TemporaryFolder()
    let output = folder.path("output")
    let script = """
      mount -t tmpfs -o ro,mode=755 none /dev/shm
      \(OwnMounts.program(Self.doctor)) > '\(output)' || true
      """
    #expect(try OwnMounts.code(of: script) == 0)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(text.contains("! /dev/shm") && text.contains("✓ โฟลเดอร์ชั่วคราว"), "\(text)")
    #expect(!text.contains("tesseract-ocr-tha") && text.contains("✓ pdftotext: pdftotext "), "\(text)")
  }
}
