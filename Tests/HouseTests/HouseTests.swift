import Foundation
import TestSupport
import Testing

/// The rules of the house that a machine can see.
@Suite("The house")
struct HouseTests {
  private static let sources = Folders.package.appending(path: "Sources")

  @Test(
    "Pure modules touch no network, file, process or clock",
    arguments: [
      "ThaiText", "WebURL", "AuditCore", "Extraction", "Reporters",
    ])
  func purity(module: String) throws {
    let forbidden = [
      "FoundationNetworking", "FileManager", "FileHandle", "ProcessInfo", "Process()", "Date()", "Task.sleep",
    ]
    for file in try Self.swiftFiles(in: Self.sources.appending(path: module)) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in forbidden {
        #expect(!text.utf8Contains(word), "\(file.lastPathComponent) says \(word)")
      }
    }
  }

  @Test("ThaiText and WebURL import nobody", arguments: ["ThaiText", "WebURL"])
  func importNobody(module: String) throws {
    for file in try Self.swiftFiles(in: Self.sources.appending(path: module)) {
      #expect(try Self.imports(of: file).isEmpty, "\(file.lastPathComponent)")
    }
  }

  @Test(
    "Only one module imports each outside library",
    arguments: [
      ("CLibXML2", "Extraction"), ("CArchive", "Extraction"), ("CXlsxWriter", "Reporters"), ("Yams", "RulePacks"),
      ("GRDB", "History"), ("Subprocess", "Programs"),
    ])
  func oneImporter(library: String, owner: String) throws {
    for module in try Self.modules() where module != owner {
      for file in try Self.swiftFiles(in: Self.sources.appending(path: module)) {
        #expect(!(try Self.imports(of: file)).contains(library), "\(module)/\(file.lastPathComponent)")
      }
    }
  }

  @Test("A notifier is one file and one line in the list beside it")
  func notifiers() throws {
    let folder = Self.sources.appending(path: "Notifiers")
    let files = try Self.swiftFiles(in: folder.appending(path: "Channels")).map {
      $0.deletingPathExtension().lastPathComponent
    }
    let list = try String(contentsOf: folder.appending(path: "MessengerList.swift"), encoding: .utf8)
    let listed = list.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasSuffix("Messenger.self,") }.map { String($0.dropLast(6)) }
    #expect(!files.isEmpty && Set(files) == Set(listed))
  }

  @Test("Digests are made where they are proof or signature, and nowhere else")
  func crypto() throws {
    for module in try Self.modules() where !["Archive", "Notifiers"].contains(module) {
      for file in try Self.swiftFiles(in: Self.sources.appending(path: module)) {
        #expect(!(try Self.imports(of: file)).contains("Crypto"), "\(module)/\(file.lastPathComponent)")
      }
    }
  }

  @Test("Edges import AuditCore and never each other")
  func edges() throws {
    let edges = ["Extraction", "Converters", "RulePacks", "Crawling", "Archive", "Reporters", "History", "Notifiers"]
    for edge in edges {
      for file in try Self.swiftFiles(in: Self.sources.appending(path: edge)) {
        let others = try Self.imports(of: file).intersection(edges)
        #expect(others.isEmpty, "\(edge)/\(file.lastPathComponent) imports \(others)")
      }
    }
  }

  @Test("No source file is longer than 400 lines, and half are under 90")
  func sizes() throws {
    var counts: [Int] = []
    for module in try Self.modules() {
      for file in try Self.swiftFiles(in: Self.sources.appending(path: module)) {
        let lines = try String(contentsOf: file, encoding: .utf8).utf8.count { $0 == UInt8(ascii: "\n") }
        #expect(lines <= 400, "\(module)/\(file.lastPathComponent) has \(lines) lines")
        counts.append(lines)
      }
    }
    counts.sort()
    #expect(counts[counts.count / 2] < 90)
    #expect(counts[counts.count * 9 / 10] < 260)
  }

  @Test("Nothing unfinished or unsafe stands in the sources")
  func marks() throws {
    for module in try Self.modules() {
      for file in try Self.swiftFiles(in: Self.sources.appending(path: module)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for mark in ["TO" + "DO", "FIX" + "ME", "try!", "fatalError(", "as! "] {
          #expect(!text.utf8Contains(mark), "\(module)/\(file.lastPathComponent) says \(mark)")
        }
      }
    }
  }

  private static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
  }

  private static func swiftFiles(in folder: URL) throws -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  private static func imports(of file: URL) throws -> Set<String> {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(lines.filter { $0.hasPrefix("import ") }.map { String($0.dropFirst(7)) })
  }
}

extension String {
  fileprivate func utf8Contains(_ other: String) -> Bool {
    let bytes = Array(utf8)
    let wanted = Array(other.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { at in
      bytes[at] == wanted[0] && bytes[at..<(at + wanted.count)].elementsEqual(wanted)
    }
  }
}
