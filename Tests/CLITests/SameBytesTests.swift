import Foundation
import Testing

/// Judging the same snapshot with the same rules and the same day gives the same bytes, wherever it runs.
@Suite("The same bytes everywhere")
struct SameBytesTests {
  private static let places: [[String: String]] = [
    ["LC_ALL": "th_TH.UTF-8", "LANG": "th_TH.UTF-8", "TZ": "Asia/Bangkok"],
    ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"],
    ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "America/Los_Angeles"],
    ["LC_ALL": "ar_SA.UTF-8", "LANG": "ar_SA.UTF-8", "TZ": "Etc/GMT+12"],
    ["LC_ALL": "POSIX", "LANG": "", "TZ": ":/no/such/zone"],
  ]

  /// Every file of one judging of the bundled town, by name.
  private func files(_ environment: [String: String], _ options: [String] = []) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    let formats = ["json", "html", "csv", "answers", "memo", "markdown", "junit", "xlsx"].flatMap { ["--format", $0] }
    let run = try ProgramRun(
      ["judge", BundledTown.folder.path, "--output", folder.path("r"), "--quiet"] + formats + options,
      environment: environment)
    #expect(run.code == 1, "\(environment) \(run.errors)")
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("r")) {
      files[name] = try Data(contentsOf: folder.url.appending(path: "r/" + name))
    }
    return files
  }

  @Test("Other languages, time zones and writing of numbers of the machine change no byte of any report")
  func places() throws {
    let first = try files(["LC_ALL": "C", "LANG": "C", "TZ": "UTC"])
    for name in ["report.json", "report.html", "gaps.csv", "answers.csv", "memo.md"] {
      #expect(first[name].map { !$0.isEmpty } == true, "\(name)")
    }
    for place in Self.places {
      let other = try files(place)
      #expect(other.keys.sorted() == first.keys.sorted(), "\(place)")
      for (name, data) in first { #expect(other[name] == data, "\(name) under \(place)") }
    }
  }

  @Test("The day that a snapshot names is the Thai day, whatever the machine's zone is")
  func asOf() throws {
    let west = try files(["TZ": "America/Los_Angeles"], ["--as-of", "2023-06-15"])
    let east = try files(["TZ": "Pacific/Kiritimati"], ["--as-of", "2023-06-15"])
    #expect(west == east)
  }
}
