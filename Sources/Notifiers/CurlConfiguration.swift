/// What curl is told on its standard input (`--config -`; its manual, "--config"), so that neither addresses nor secrets
/// stand among the arguments, which every user of a machine can read.
struct CurlConfiguration {
  private var lines: [String] = ["silent", "globoff"]

  /// - Parameter value: any text; quoted, so that it stays one value of this option.
  mutating func set(_ option: String, _ value: String) {
    lines.append("\(option) = \"\(Self.quoted(value))\"")
  }

  mutating func set(_ option: String) {
    lines.append(option)
  }

  var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  /// `--disable` keeps the user's own `.curlrc` out; it must come first.
  static let arguments = ["--disable", "--config", "-"]

  /// Within double quotes curl knows `\\`, `\"`, `\t`, `\n`, `\r` and `\v`. A NUL would end the value: it is left out.
  private static func quoted(_ value: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", "\"": quoted += ["\\", scalar]
      case "\t": quoted += ["\\", "t"]
      case "\n": quoted += ["\\", "n"]
      case "\r": quoted += ["\\", "r"]
      case "\u{0B}": quoted += ["\\", "v"]
      case "\0": continue
      default: quoted.append(scalar)
      }
    }
    return String(quoted)
  }
}
