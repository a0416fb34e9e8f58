import Foundation
import TestSupport
import Testing

@testable import Extraction

@Suite("Which charset a body is in")
struct CharsetTests {
  struct ThaiCases: Decodable {
    struct Case: Decodable {
      let name: String
      let bytesBase64: String
      let contentType: String?
      let encoding: String
      let decidedBy: String
      let expected: String
      let intended: String?
    }
    let cases: [Case]
  }

  @Test(
    "The 20 Thai cases: encoding, what decided it, text, and the text that was meant",
    .enabled(if: Folders.sharedMaterial != nil, Comment(rawValue: Folders.sharedMaterialIsAbsent)))
  func thaiCases() throws {
    let file = try Site.peer("encoding/thai.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let cases = try decoder.decode(ThaiCases.self, from: Data(file)).cases
    #expect(cases.count == 20)
    for example in cases {
      let bytes = Array(try #require(Data(base64Encoded: example.bytesBase64)))
      let isHTML = example.contentType?.contains("html") ?? true
      let decision = CharsetDecision(
        of: bytes, contentType: example.contentType, labels: isHTML ? .html : .none)
      #expect(decision.declared.name == example.encoding, "\(example.name)")
      #expect(decision.reason.rawValue == example.decidedBy, "\(example.name)")
      let text = String(decoding: TextDecoding.utf8(bytes[...], from: decision.declared), as: UTF8.self)
      #expect(text.unicodeScalars.elementsEqual(example.expected.unicodeScalars), "\(example.name)")
      let meant = String(decoding: TextDecoding.utf8(bytes[...], from: decision.charset), as: UTF8.self)
      #expect(
        meant.unicodeScalars.elementsEqual((example.intended ?? example.expected).unicodeScalars), "\(example.name)")
      #expect((decision.fault == nil) == (example.intended == nil), "\(example.name)")
    }
  }

  @Test(
    "The label found is the one html5lib's sniffing tests expect, their default apart",
    .enabled(if: Folders.sharedMaterial != nil, Comment(rawValue: Folders.sharedMaterialIsAbsent)),
    arguments: [("encoding/tests1.dat", 59), ("encoding/tests2.dat", 22)])
  func html5lib(path: String, atLeast: Int) throws {
    let bytes = try Site.peer(path)
    var passed = 0
    var failed: [String] = []
    for (at, example) in Self.examples(bytes).enumerated() {
      let decision = CharsetDecision(of: example.data, contentType: nil)
      let isLabelled = decision.reason != .sniffing && decision.reason != .default
      let found = isLabelled ? decision.declared.name : "windows-1252"
      if found == example.encoding { passed += 1 } else { failed.append("\(at): \(found), not \(example.encoding)") }
    }
    #expect(passed >= atLeast, "\(passed) passed; failed: \(failed)")
  }

  /// `#data` … `#encoding` … blocks.
  private static func examples(_ bytes: [UInt8]) -> [(data: [UInt8], encoding: String)] {
    var examples: [(data: [UInt8], encoding: String)] = []
    var at = 0
    while let data = bytes.position(ofLowercase: "#data\n", from: at),
      let label = bytes.position(ofLowercase: "\n#encoding\n", from: data + 5)
    {
      let start = label + 11
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      examples.append((Array(bytes[min(data + 6, label)..<label]), name))
      at = end
    }
    return examples
  }

  @Test("A page labelled iso-8859-1 whose bytes are Thai is read as windows-874")
  func latinLabel() throws {
    let body =
      Array("<html><meta charset=iso-8859-1><p>".utf8) + [0xBB, 0xC3, 0xD0, 0xA1, 0xD2, 0xC8] + Array("</p>".utf8)
    let document = try Site.document(body, type: "text/html")
    #expect(document.blocks.map(\.text) == ["ประกาศ"])
    #expect(document.charset == "windows-874 by bytes, labelled windows-1252 by meta")
    #expect(document.faults.contains { $0.hasPrefix("labelled windows-1252") })
  }

  @Test("A UTF-8 page that the byte cap cut inside a letter stays UTF-8")
  func cutLetter() {
    let body = Array(Array("แผนปฏิบัติ".utf8).dropLast())
    #expect(CharsetDecision(of: body, contentType: nil).charset == .utf8)
  }

  @Test("A few broken bytes in a UTF-8 page do not turn it into another charset")
  func strayBytes() {
    let body = Array("<p>รายงานผลการดำเนินงานประจำปี</p>".utf8) + [0xBB, 0xC3, 0xD0, 0xA1]
    #expect(CharsetDecision(of: body, contentType: "text/html; charset=utf-8").charset == .utf8)
  }
}
