import Yams

/// What a single value of a rule file is. Quoted it is a text; plain it is what it looks like, as in YAML 1.2.
/// (Yams would say the same through regular expressions, which take most of the time of loading.)
enum RuleScalar {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case nothing

  init(_ scalar: Node.Scalar) {
    let text = scalar.string
    guard scalar.style == .plain, let first = text.utf8.first else {
      self = scalar.style == .plain ? .nothing : .text(text)
      return
    }
    switch text {
    case "true": self = .flag(true)
    case "false": self = .flag(false)
    case "~", "null": self = .nothing
    default:
      // Words that read as numbers ("nan", "infinity") begin with a letter.
      let isNumeric = "0123456789+-.".utf8.contains(first)
      if isNumeric, let value = Int(text) {
        self = .integer(value)
      } else if isNumeric, let value = Double(text), value.isFinite {
        self = .number(value)
      } else {
        self = .text(text)
      }
    }
  }
}
