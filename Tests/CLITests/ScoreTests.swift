import Foundation
import Testing

/// `oitcheck score` as an officer types it, with the figures of seed 002 (2566).
@Suite("Score")
struct ScoreTests {
  private let indicators = "1=90.63,2=78.75,3=86.25,4=78.84,5=76.09,6=80.97,7=80.91,8=75.49"
  private let failed = "O10,O12,O28,O29,O30,O31,O35=partial,O36=0,O37,O42=missing,O43"

  @Test("Item results and indicators give the official total, the rating of the year and each item's points")
  func official() throws {
    let run = try ProgramRun(["score", "--indicator", indicators, "--items", failed])
    #expect(run.code == 0)
    for part in ["75.47", "80.50", "55.00", "67.75", "ระดับ: ต้องปรับปรุง", "3.125"] {
      #expect(run.output.components(separatedBy: part).count > 1, "\(part)")
    }
  }

  @Test("What-if and target print what they bring; a target out of reach is said to be")
  func plans() throws {
    let common = ["score", "--indicator", indicators, "--items", failed, "--language", "en"]
    let fix = try ProgramRun(common + ["--fix", "O12,O31"])
    #expect(fix.output.components(separatedBy: "67.75 → 72.13").count == 2)
    let near = try ProgramRun(common + ["--target", "80"])
    #expect(near.output.components(separatedBy: "mend 3 items").count == 2)
    let far = try ProgramRun(common + ["--target", "95"])
    #expect(far.code == 0)
    #expect(far.output.components(separatedBy: "is not reached").count == 2)
  }

  @Test("A rating that needs the parts of EIT is not determinable without them")
  func parts() throws {
    let whole = try ProgramRun(["score", "--iit", "90", "--eit", "90", "--oit", "90", "--language", "en"])
    #expect(whole.output.components(separatedBy: "not determinable").count == 2)
    let parts = try ProgramRun([
      "score", "--iit", "90", "--eit1", "90", "--eit2", "90", "--oit", "90", "--language", "en",
    ])
    #expect(parts.output.components(separatedBy: "Rating: Passed well").count == 2)
  }

  @Test("A partial-credit score of 2568 is told to be out of reach of 0 and 100")
  func unattainable() throws {
    let run = try ProgramRun(["score", "--edition", "2568", "--indicator", "9=67.75,10=95", "--language", "en"])
    #expect(run.output.components(separatedBy: "cannot come from items of 0 or 100").count == 3)
  }

  @Test("Results are read from CSV, JSON, an answer sheet and a report")
  func files() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "a.csv": "ข้อ,ผล\nO10,missing\nO12,\"ไม่มี\"\n", "b.json": "{\"O10\": \"missing\", \"O12\": \"missing\"}",
      "c.json": "[{\"number\": \"O10\", \"verdict\": \"broken\"}, {\"item\": \"O12\", \"verdict\": \"0\"}]",
    ]
    for (name, text) in texts {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
      let run = try ProgramRun(["score", "--items", folder.path(name), "--language", "en"])
      #expect(run.output.components(separatedBy: "Gaps: 2 items, 2.25 points").count == 2, "\(name): \(run.errors)")
    }
  }

  @Test(
    "Bad input is one sentence and exit code 64",
    arguments: [
      ["--items", "O99"], ["--items", "O10=perhaps"], ["--items", "no.csv"], ["--items", "O10,O10"],
      ["--eit1", "80"], ["--indicator", "1=a"], ["--indicator", "1=50"], ["--indicator", "11=50"],
      ["--indicator", "1=50,1=60"], ["--edition", "2599", "--oit", "5"], ["--items", "O10", "--oit", "5"], [],
      ["--items", "O10", "--target", "85", "--cost", "O12=0"], ["--edition", "2564", "--eit1", "5", "--eit2", "6"],
      ["--items", "O10", "--fix", "O77"],
    ])
  func badInput(arguments: [String]) throws {
    let run = try ProgramRun(["score"] + arguments)
    #expect(run.code == 64)
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "Options that make no sense are refused with 64",
    arguments: [
      ["--iit", "120"], ["--iit", "nan"], ["--target", "-1", "--items", "O1"], ["--fix", "O1"], ["x", "--items", "O1"],
      ["--oit", "5", "--others", "all"],
    ])
  func badOptions(arguments: [String]) throws {
    #expect(try ProgramRun(["score"] + arguments).code == 64)
  }
}
