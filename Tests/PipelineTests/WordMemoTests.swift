import AuditCore
import Foundation
import Programs
import TestSupport
import Testing

@testable import Pipeline

/// `memo.docx` by a `pandoc` that is there, missing, failing, hanging or silent.
@Suite("Word memo")
struct WordMemoTests {
  private static let page = Array("<!DOCTYPE html><html><body><p>บันทึกข้อความ</p></body></html>".utf8)
  private let folder = FileManager.default.temporaryDirectory.appending(path: "memo-\(UUID().uuidString)")

  private var file: URL { folder.appending(path: WordMemo.fileName) }

  private func ending(
    _ script: String, page: [UInt8] = page, seconds: Double = 20
  ) async throws -> (ending: WordMemo.Ending, bytes: [UInt8]?) {
    let standIn = try StandIn(script)
    let tools = Toolbox(named: [.pandoc: standIn.path])
    let ending = try await WordMemo(date: nil, tools: tools, seconds: seconds).make(from: page, into: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    return (ending, (try? Data(contentsOf: file)).map { Array($0) })
  }

  @Test("What pandoc writes becomes the file; it finds the page, the styles and the filter, and the recording's date")
  func written() async throws {
    let run = try await ending(
      "test -s memo.html && test -s styles.docx && test -s sheets.lua && echo \"$SOURCE_DATE_EPOCH $*\" > memo.docx")
    #expect(run.ending == .written)
    let text = String(decoding: try #require(run.bytes), as: UTF8.self)
    #expect(text.hasPrefix("315532800 --from=html --to=docx "), "no date before what a ZIP can name")
  }

  @Test("Without pandoc nothing is written, and its name is told")
  func missing() async throws {
    let memo = WordMemo(date: nil, tools: Toolbox(named: [.pandoc: ""]))
    #expect(try await memo.make(from: Self.page, into: folder.path) == .notInstalled("pandoc"))
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test("A pandoc that says no, writes nothing or never ends leaves no file, and the reason is told")
  func failing() async throws {
    let refused = try await ending("echo half > memo.docx; exit 3")
    #expect(refused.ending == .failed("exit code 3"))
    #expect(refused.bytes == nil)
    #expect(try await ending("exit 0").ending == .failed("wrote nothing"))
    let hanging = try await ending("echo half > memo.docx; exec sleep 600", seconds: 0.5)
    guard case .failed = hanging.ending else {
      Issue.record("\(hanging.ending)")
      return
    }
    #expect(hanging.bytes == nil)
  }

  @Test(
    "The real pandoc makes a document with the letter upright and the measures crosswise, the same bytes every time",
    .enabled(if: Toolbox.installed.has(.pandoc), "pandoc is not installed"))
  func real() async throws {
    let letter = "<section class=\"letter\"><h1>บันทึกข้อความ</h1></section>"
    let whole = Array("<html><body>\(letter)<section class=\"wide\"><p>มาตรการ</p></section></body></html>".utf8)
    defer { try? FileManager.default.removeItem(at: folder) }
    let memo = WordMemo(date: Timestamp(secondsSinceEpoch: 1_686_800_000))
    #expect(try await memo.make(from: whole, into: folder.path) == .written)
    let first = try Data(contentsOf: file)
    #expect(try await memo.make(from: whole, into: folder.path) == .written)
    #expect(try Data(contentsOf: file) == first)
    let paper = try papers(in: file.path)
    #expect(paper == ["upright", "crosswise"])
    let only = Array("<html><body>\(letter)</body></html>".utf8)
    #expect(try await memo.make(from: only, into: folder.path) == .written)
    #expect(try papers(in: file.path) == ["upright"])
  }

  /// How the papers of a document's sections lie, in order.
  private func papers(in path: String) throws -> [String] {
    let text = try UnpackedZip(Array(Data(contentsOf: URL(filePath: path)))).text(of: "word/document.xml")
    return text.components(separatedBy: "<w:pgSz ").dropFirst().map { section in
      section.prefix { $0 != ">" }.contains("landscape") ? "crosswise" : "upright"
    }
  }
}
