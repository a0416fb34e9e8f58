/// A validator for the part of JSON Schema 2020-12 that `report.schema.json` uses. A keyword it does not know is itself
/// a fault, so that the schema cannot promise what no test checks.
struct SchemaCheck {
  private static let annotations: Set = ["$schema", "$id", "title", "description", "$defs"]
  let schema: JSONNode

  /// What is wrong with a value, each with its place; empty where it is valid.
  func faults(of value: JSONNode) throws -> [String] { try faults(value, schema, at: "$") }

  private func faults(_ value: JSONNode, _ rule: JSONNode, at place: String) throws -> [String] {
    guard case .object(let keywords) = rule else { return ["\(place): the schema is no object"] }
    var faults: [String] = []
    for (keyword, argument) in keywords.sorted(by: { $0.key < $1.key }) where !Self.annotations.contains(keyword) {
      faults += try check(value, keyword, argument, rule, place)
    }
    return faults
  }

  private func check(
    _ value: JSONNode, _ keyword: String, _ argument: JSONNode, _ rule: JSONNode, _ place: String
  ) throws -> [String] {
    switch (keyword, argument, value) {
    case ("$ref", .string(let reference), _):
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = schema["$defs"]?[name] else { return ["\(place): no definition \(reference)"] }
      return try faults(value, target, at: place)
    case ("type", _, _):
      let allowed = argument.text.map { [$0] } ?? argument.elements.compactMap(\.text)
      return value.types.isDisjoint(with: allowed) ? ["\(place): \(value.types) is not \(allowed)"] : []
    case ("enum", .array(let allowed), _):
      return allowed.contains(value) ? [] : ["\(place): \(value) is none of the words"]
    case ("const", _, _): return value == argument ? [] : ["\(place): \(value) is not \(argument)"]
    case ("anyOf", .array(let choices), _):
      return try choices.contains { try faults(value, $0, at: place).isEmpty } ? [] : ["\(place): fits no choice"]
    case ("if", _, _):
      let branch = try faults(value, argument, at: place).isEmpty ? rule["then"] : rule["else"]
      return try branch.map { try faults(value, $0, at: place) } ?? []
    case ("then", _, _), ("else", _, _): return []
    case ("required", .array(let names), .object(let members)):
      return names.compactMap(\.text).filter { members[$0] == nil }.map { "\(place): lacks \($0)" }
    case ("properties", .object(let rules), .object(let members)):
      return try rules.sorted { $0.key < $1.key }.flatMap { name, rule in
        try members[name].map { try faults($0, rule, at: "\(place).\(name)") } ?? []
      }
    case ("items", _, .array(let values)):
      return try values.enumerated().flatMap { try faults($0.element, argument, at: "\(place)[\($0.offset)]") }
    case ("minimum", .number(let bound), .number(let number)): return number < bound ? ["\(place): below \(bound)"] : []
    case ("maximum", .number(let bound), .number(let number)): return number > bound ? ["\(place): above \(bound)"] : []
    case ("minLength", .number(let bound), .string(let text)):
      return Double(text.unicodeScalars.count) < bound ? ["\(place): too short"] : []
    case ("pattern", .string(let pattern), .string(let text)):
      return try text.contains(Regex(pattern)) ? [] : ["\(place): \(text) does not match \(pattern)"]
    case ("required", _, _), ("properties", _, _), ("items", _, _), ("minimum", _, _), ("maximum", _, _),
      ("minLength", _, _), ("pattern", _, _):
      return []
    default: return ["\(place): the check does not know the keyword \(keyword)"]
    }
  }
}
