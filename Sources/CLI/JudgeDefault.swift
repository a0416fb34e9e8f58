import ArgumentParser
import AuditCore
import ThaiText

/// `2566@2023-06-15`: edition and day that a snapshot is judged by where nothing else is said.
struct JudgeDefault: ExpressibleByArgument {
  let value: SnapshotManifest.JudgeAs

  init?(argument: String) {
    let sides = argument.split(separator: "@")
    guard sides.count == 2, let edition = Int(sides[0]), CivilDate(iso: String(sides[1])) != nil else { return nil }
    value = .init(edition: edition, asOf: String(sides[1]))
  }
}
