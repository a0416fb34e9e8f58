import Foundation
import Testing

/// `oitcheck verify` on the bundled town: every way an answer can stand, odd sheets, exit codes.
@Suite("Verify")
struct VerifyTests {
  private static let town = BundledTown.folder.path
  private static let site = "http://www.nongsai-sample.example/"

  private func verify(_ sheet: String, name: String = "answers.csv", _ options: [String] = []) throws -> ProgramRun {
    try verify(bytes: Data(sheet.utf8), name: name, options)
  }

  private func verify(bytes: Data, name: String, _ options: [String] = []) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    try bytes.write(to: folder.url.appending(path: name))
    return try ProgramRun(["verify", Self.site, folder.path(name), "--replay", Self.town] + options)
  }

  private struct Declared: Decodable {
    var item: String
    var status: String
    var why: String
    var urls: [String]
  }

  private struct Report: Decodable {
    struct Item: Decodable {
      var number: String
      var verdict: String
    }
    var declared: [Declared]
    var items: [Item]
  }

  private func report(_ run: ProgramRun) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("Each way an answer can stand is told apart")
  func statuses() throws {
    let run = try verify(
      """
      ข้อ,มี/ไม่มี,URL,คำอธิบาย
      O1,มี,\(Self.site)page/structure,หน้าหลัก
      O10,มี,\(Self.site)files/risk66.pdf,
      O13,มี,\(Self.site)files/annual64.pdf,
      O22,มี,\(Self.site)files/proc-annual65.pdf,
      O9,มี,https://www.facebook.com/nongsai,
      O42,มี,\(Self.site)files/measures66.docx,
      O30,มี,\(Self.site)internal/participation66.pdf,
      O17,ไม่มี,,
      O38,มี,javascript:alert(1),
      """, ["--format", "json"])
    #expect(run.code == 1)
    let report = try report(run)
    let status = Dictionary(uniqueKeysWithValues: report.declared.map { ($0.item, $0.status) })
    let expected = [
      "O1": "agrees", "O10": "wrong-document", "O13": "outdated", "O22": "broken", "O9": "off-site", "O42": "partial",
      "O30": "not-judged", "O17": "no-address", "O38": "broken",
    ]
    #expect(status == expected)
    let verdicts = Dictionary(uniqueKeysWithValues: report.items.map { ($0.number, $0.verdict) })
    #expect(verdicts.count == 43)
    #expect(verdicts["O1"] == "met")
    #expect(verdicts["O17"] == "missing")
    #expect(verdicts["O2"] == "unknown", "what is not on the sheet is not judged")
  }

  @Test("The program's own answers.csv of the town is confirmed: nothing declared as there is dead or wrong")
  func ownAnswers() throws {
    let answers = try ProgramRun(["judge", Self.town, "--format", "answers"]).output
    let report = try report(verify(answers, ["--format", "json"]))
    #expect(report.declared.count == 43)
    let bad = report.declared.filter { ["broken", "wrong-document", "outdated", "off-site"].contains($0.status) }
    #expect(bad.isEmpty, "\(bad.map(\.item))")
    #expect(report.declared.count { $0.status == "agrees" } >= 20)
  }

  @Test("With a recorded site, points that were not declared and better addresses are named")
  func comparison() throws {
    let sheet = "ข้อ,มี/ไม่มี,URL\nO1,ไม่มี,\nO3,มี,\(Self.site)gone\n"
    let report = try report(verify(sheet, ["--format", "json", "--snapshot", Self.town]))
    let free = try #require(report.declared.first { $0.item == "O1" })
    #expect(free.why.split(separator: " ").contains { $0.hasSuffix("/page/structure") })
    let better = try #require(report.declared.first { $0.item == "O3" })
    #expect(better.why.split(separator: " ").contains { $0.hasSuffix("/page/authority") })
    #expect(report.declared.contains { $0.item == "O2" && $0.status == "found-but-not-declared" })
  }

  @Test("--item checks only those, and a good answer gives exit code 0")
  func spotCheck() throws {
    let sheet = "ข้อ,URL\nO1,\(Self.site)page/structure\nO13,\(Self.site)files/annual64.pdf\n"
    #expect(try verify(sheet, ["--item", "O1"]).code == 0)
    #expect(try verify(sheet, ["--item", "O13"]).code == 1)
    #expect(try verify(sheet, ["--item", "O13", "--fail-on", "missing"]).code == 0)
    #expect(try verify(sheet, ["--item", "O44"]).code == 64)
  }

  @Test("The proof it writes gives the same answers again, and every file is there")
  func proof() throws {
    let folder = try TemporaryFolder()
    let sheet = folder.path("a.csv")
    try Data("ข้อ,URL\nO1,\(Self.site)page/structure\nO22,\(Self.site)files/proc-annual65.pdf\n".utf8)
      .write(to: URL(filePath: sheet))
    let first = try ProgramRun([
      "verify", Self.site, sheet, "--replay", Self.town, "--output", folder.path("out"), "--quiet",
    ])
    #expect(first.code == 1)
    for name in ["report.json", "report.html", "gaps.csv", "snapshot/manifest.json", "snapshot/site.warc.gz"] {
      #expect(FileManager.default.fileExists(atPath: folder.path("out/" + name)), "\(name)")
    }
    let again = try report(
      ProgramRun(["verify", Self.site, sheet, "--replay", folder.path("out"), "--format", "json"]))
    let data = try Data(contentsOf: folder.url.appending(path: "out/report.json"))
    let before = try JSONDecoder().decode(Report.self, from: data)
    #expect(again.declared.map(\.status) == before.declared.map(\.status))
    #expect(again.declared.map(\.why) == before.declared.map(\.why))
  }

  @Test("The table on the terminal names row, item, reason, and the rows that could not be read")
  func table() throws {
    let run = try verify(
      "ข้อ,URL,note\nO1,\(Self.site)page/structure,\u{1B}[2J\nO99,http://a.example/\u{1B}]0;x\u{7},\nO22,\(Self.site)files/proc-annual65.pdf,\n"
    )
    #expect(run.code == 1)
    #expect(!run.output.utf8.contains(0x1B))
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("2     O1   ✓") })
    #expect(lines.contains { $0.hasPrefix("4     O22  ✗") })
    #expect(lines.contains { $0.hasPrefix("  แถว 3: ") })
  }

  @Test(
    "A sheet without any usable answer ends with one sentence and exit code 64",
    arguments: ["", "ข้อ,URL\n", "สวัสดี\n", "ข้อ,URL\nO99,http://a.example/\n", "PK\u{3}\u{4}not a zip"])
  func noAnswer(text: String) throws {
    let run = try verify(text)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("A sheet of ten megabytes, and one that is not there, are refused")
  func tooLarge() throws {
    let run = try verify(bytes: Data(repeating: 0x41, count: 10_000_000), name: "large.csv")
    #expect(run.code == 64)
    #expect(try ProgramRun(["verify", Self.site, "/nowhere.csv", "--replay", Self.town]).code == 64)
  }

  @Test("Addresses into private networks are not looked at, and said to be so")
  func privateNetworks() throws {
    let run = try verify(
      "ข้อ,URL\nO1,http://169.254.169.254/latest/meta-data/\nO2,http://localhost:1/\nO3,file:///etc/passwd\n",
      ["--format", "json", "--max-unknown", "100"])
    let status = Dictionary(uniqueKeysWithValues: try report(run).declared.map { ($0.item, $0.status) })
    #expect(status == ["O1": "not-judged", "O2": "not-judged", "O3": "broken"])
  }

  @Test("The workbook of answers is read back as the text file is, row by row")
  func ownWorkbook() throws {
    let folder = try TemporaryFolder()
    _ = try ProgramRun(["judge", Self.town, "--format", "answers", "--output", folder.path("out")])
    let rows = try ["answers.csv", "answers.xlsx"].map { name in
      try report(
        ProgramRun(["verify", Self.site, folder.path("out/" + name), "--replay", Self.town, "--format", "json"]))
    }
    #expect(rows[0].declared.count == 43)
    #expect(rows[0].declared.map(\.status) == rows[1].declared.map(\.status))
    #expect(rows[0].declared.map(\.urls) == rows[1].declared.map(\.urls))
  }

  @Test("A spot check of O12 still holds it against the O11 of the sheet")
  func partner() throws {
    let sheet = "ข้อ,URL\nO36,\(Self.site)files/anticorruption66.pdf\nO37,\(Self.site)files/risk66.pdf\n"
    let whole = try report(verify(sheet, ["--format", "json"])).declared
    let alone = try report(verify(sheet, ["--format", "json", "--item", "O37"])).declared
    #expect(alone.map(\.item) == ["O37"])
    #expect(alone.map(\.status) == whole.filter { $0.item == "O37" }.map(\.status))
  }

  @Test("The home page in place of the page itself is no answer to hand in")
  func homePage() throws {
    let run = try verify("ข้อ,URL\nO18,\(Self.site)\n", ["--format", "json"])
    let answer = try #require(try report(run).declared.first)
    #expect(answer.status == "partial")
    #expect(answer.why.split(separator: " ").contains { $0.hasSuffix("/eservice") })
    #expect(run.code == 1)
  }

  @Test("The paper of another item is told by its own name, however well its words fit", arguments: ["O7", "O35"])
  func swapped(item: String) throws {
    let run = try verify("ข้อ,URL\n\(item),\(Self.site)files/risk66.pdf\n", ["--format", "json"])
    #expect(try report(run).declared.first?.status == "wrong-document")
    #expect(run.code == 1)
  }
}
