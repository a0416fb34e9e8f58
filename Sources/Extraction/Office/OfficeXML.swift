/// Walks one part of an office file; a part that is not well-formed XML makes the whole file corrupt, as it does for
/// the programs that write such files. Parts with a document type declaration are refused (ECMA-376 part 2 §8.1.1).
enum OfficeXML {
  /// One event, with the name of its element and the reader for its attributes.
  static func walk(
    _ part: [UInt8]?, named name: String, _ visit: (XMLStream.Event, String, borrowing XMLStream) -> Void
  ) throws(ZipParts.Failure) {
    guard let part else { throw .corrupt("\(name) is missing from the file") }
    if part.position(ofLowercase: "<!doctype", before: 4_096) != nil { throw .corrupt("\(name) declares a DTD") }
    guard var stream = XMLStream(part) else { throw .corrupt("\(name) is empty") }
    while let event = stream.next() {
      if case .text = event { visit(event, "", stream) } else { visit(event, stream.name, stream) }
    }
    if stream.fault != nil { throw .corrupt("\(name) is damaged") }
  }

  /// The targets of a part's relationships by their ids (ECMA-376 part 2 §9).
  static func relationships(_ part: [UInt8]?) -> [String: String] {
    var targets: [String: String] = [:]
    guard let part else { return targets }
    try? walk(part, named: "relationships") { event, name, stream in
      guard case .start = event, name == "Relationship", targets.count < 20_000 else { return }
      if let id = stream.attribute("Id"), let target = stream.attribute("Target") { targets[id] = target }
    }
    return targets
  }
}
