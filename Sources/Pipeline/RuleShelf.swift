import Archive
import AuditCore
import Foundation
import RulePacks

/// The rules in use: where they are looked up, and the digest that every report carries.
package enum RuleShelf {
  /// `--rules`, else `./Rules`, else `<executable>/../share/oitcheck/Rules`.
  package static func load(explicit: String?) throws -> RulePack {
    let rules = try read(explicit: explicit)
    return rules.pack(digest: digest(of: rules.files))
  }

  /// The rules as read, with their files.
  package static func read(explicit: String?) throws -> LoadedRules {
    let folder = try RulesFolder.locate(
      explicit: explicit, currentDirectory: URL(filePath: FileManager.default.currentDirectoryPath),
      executable: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath())
    return try RulePackLoader.load(folder: folder)
  }

  /// SHA-256 over names and bytes in the order of the names.
  private static func digest(of files: [RuleFile]) -> String {
    var all: [UInt8] = []
    for file in files {
      all += Array("\(file.name)\u{0}\(file.bytes.count)\u{0}".utf8)
      all += file.bytes
    }
    return WARCDigest(of: all).evidence.description
  }
}
