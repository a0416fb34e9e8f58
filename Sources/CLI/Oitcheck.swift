import ArgumentParser
import Pipeline

/// The program. Exit codes are those of the outside contract; see `ExitDecision`.
@main
struct Oitcheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oitcheck",
    abstract: "ตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) บนเว็บไซต์เทศบาล / Checks a Thai municipality's site against the OIT list.",
    discussion: """
      ตัวอย่าง / Examples:
        oitcheck audit https://www.example.go.th --output ผลตรวจ
        oitcheck judge ผลตรวจ/snapshot --edition 2566 --as-of 2023-06-15
        oitcheck report ผลตรวจ --format markdown
        oitcheck diff ผลตรวจเดิม ผลตรวจใหม่
        oitcheck verify https://www.example.go.th answers.csv
        oitcheck rules show O31

      รหัสจบการทำงาน / Exit codes: 0 ผ่าน · 1 มีข้อบกพร่อง (gaps) · 2 ตรวจเว็บไซต์ไม่ได้ · 3 หยุดก่อนครบ · \
      64 คำสั่งหรือเกณฑ์ผิด · 74 เครื่องนี้ขัดข้อง (disk)
      """,
    version: ToolVersion.current,
    subcommands: [
      Initialize.self, Doctor.self, Audit.self, Record.self, JudgeSnapshot.self, Verify.self, Report.self, Diff.self,
      HistoryCommand.self, NightCommand.self, NotifyCommand.self, ScoreCommand.self, Rules.self,
    ])
}
