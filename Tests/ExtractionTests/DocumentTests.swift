import AuditCore
import Testing

@testable import Extraction

@Suite("Documents of other kinds")
struct DocumentTests {
  @Test(
    "A body is what its first bytes say, then its label, then its ending",
    arguments: [
      ("%PDF-1.4 x", "text/html", "/x.html", MediaType.pdf), ("<html>404", "application/pdf", "/x.pdf", .html),
      ("\u{FEFF}<!DOCTYPE html>", "", "/x", .html),
      ("<html xmlns:o='urn:office'>", "application/msword", "/x.doc", .html),
      ("<?xml version='1.0'?><rss>", "text/html", "/x", .feed), ("<?xml version='1.0'?><urlset>", "", "/x", .sitemap),
      ("<?xml version='1.0'?><html>", "text/html", "/x", .html), ("a,b", "application/octet-stream", "/x.csv", .csv),
      ("a,b", "text/csv", "/x.php", .csv), ("ข้อความ", "text/html; charset=utf-8", "/x", .html),
      ("x", "text/plain", "/x", .plainText),
      ("{}", "application/json", "/x", .json), ("GIF89a", "text/html", "/x", .image), ("Rar!\u{1A}", "", "/x", .rar),
      ("ไม่ใช่", "application/pdf", "/x.pdf", .pdf), ("<svg/>", "image/svg+xml", "/x.svg", .image),
    ])
  func sniffing(body: String, label: String, path: String, type: MediaType) throws {
    #expect(MediaTypeSniffer.type(of: Array(body.utf8), contentType: label.isEmpty ? nil : label, path: path) == type)
  }

  @Test("An empty body does not open, and a page in the place of a PDF is a page")
  func empty() throws {
    #expect(try Site.document([], type: "application/pdf").readability == .unopenable(detail: "the body is empty"))
    #expect(try Site.document(Array(" \r\n".utf8)).readability == .unopenable(detail: "the body is empty"))
    let fake = try Site.document(Array("ข้อความ".utf8), type: "application/pdf")
    #expect(fake.readability == .unopenable(detail: "said to be a PDF, but it is none"))
  }

  private func pdf(_ conversions: [Conversion]) throws -> Document {
    try Site.document(Array("%PDF-1.7".utf8), type: "application/pdf", conversions: conversions)
  }

  @Test("What converters read becomes blocks with pages; OCR is damaged text")
  func conversions() throws {
    let text = try pdf([
      Conversion(
        method: .textLayer, outcome: .text, tool: "pdftotext", pages: ["แผน\nดำเนินงาน\n\n1. ถนน", "หน้าสอง"], pageCount: 5
      )
    ])
    #expect(text.readability == .readable)
    #expect(text.blocks.map(\.text) == ["แผน\nดำเนินงาน", "1. ถนน", "หน้าสอง"])
    #expect(text.blocks.map(\.page) == [1, 1, 2])
    #expect(text.faults == ["2 of 5 pages were read"])
    let scan = try pdf([
      Conversion(method: .textLayer, outcome: .noText, tool: "pdftotext"),
      Conversion(method: .ocr, outcome: .text, tool: "tesseract", pages: ["ประกาศ"]),
    ])
    #expect(scan.readability == .damaged)
  }

  @Test("Pages of text and pages that OCR has read are put together in the order of the paper")
  func pageByPage() throws {
    let mixed = try pdf([
      Conversion(
        method: .textLayer, outcome: .text, tool: "pdftotext", pages: ["หนึ่ง", "", "สาม", "4 / 5", "ห้า"], pageCount: 5),
      Conversion(method: .ocr, outcome: .text, tool: "tesseract", pages: ["", "สอง", "", "สี่"], pageCount: 5),
    ])
    #expect(mixed.blocks.map(\.text) == ["หนึ่ง", "สอง", "สาม", "สี่", "4 / 5", "ห้า"])
    #expect(mixed.blocks.map(\.page) == [1, 2, 3, 4, 4, 5])
    #expect(mixed.blocks.map(\.isScanned) == [false, true, false, true, false, false])
    #expect(mixed.readability == .readable && mixed.faults.isEmpty)
  }

  @Test("Pages that no program for pictures has read are told")
  func unreadPages() throws {
    let cut = try pdf([
      Conversion(method: .textLayer, outcome: .text, tool: "pdftotext", pages: ["หนึ่ง", ""], pageCount: 2),
      Conversion(method: .ocr, outcome: .noTool, tool: "tesseract-ocr", detail: "apt install tesseract-ocr"),
    ])
    #expect(cut.readability == .readable)
    #expect(cut.faults == ["pages that are pictures were not read: apt install tesseract-ocr"])
  }

  @Test("Why there is no text: no tool, a scan, a budget, a broken file")
  func outcomes() throws {
    func readability(_ outcome: Conversion.Outcome, _ method: Conversion.Method = .textLayer) throws -> Readability {
      try pdf([
        Conversion(method: .textLayer, outcome: method == .ocr ? .noText : outcome, tool: "t"),
        Conversion(method: method, outcome: outcome, tool: "tesseract-ocr", detail: "d"),
      ]).readability
    }
    #expect(try pdf([]).readability == .unreadable(.noTool, detail: "no program has read this document"))
    #expect(try readability(.noTool, .ocr) == .unreadable(.noTool, detail: "d"))
    #expect(try readability(.noText, .ocr) == .unreadable(.noText, detail: "d"))
    #expect(try readability(.notTried, .ocr) == .unreadable(.coverage, detail: "d"))
    #expect(
      try pdf([Conversion(method: .textLayer, outcome: .unopenable, tool: "t", detail: "locked")]).readability
        == .unopenable(detail: "locked"))
  }

  @Test("CSV: quotes, line breaks inside them, semicolons, Thai Windows")
  func csv() throws {
    let commas = try Site.document(
      Array("ชื่อ,ตำแหน่ง\r\n\"สมชาย, ก\",\"นา\"\"ยก\"\r\n\"สอง\nบรรทัด\"".utf8), type: "text/csv")
    #expect(commas.rows == [["ชื่อ", "ตำแหน่ง"], ["สมชาย, ก", "นา\"ยก"], ["สอง บรรทัด"]])
    let thai = try Site.document([0xA1, 0x3B, 0xA2, 0xA3, 0x0A], type: nil, path: "/x.csv")
    #expect(thai.rows == [["ก", "ขฃ"]])
  }

  @Test("A ZIP lists its files and reads those it can; names alone are not reading")
  func zip() throws {
    let body = ZipBuilder.zip([("แผน/แผน.txt", "โครงการก่อสร้างถนน"), ("scan.pdf", "%PDF-1.4")])
    let document = try Site.document(body, type: "application/zip")
    #expect(document.mediaType == .zip)
    #expect(document.blocks.map(\.text) == ["แผน/แผน.txt", "scan.pdf", "แผน/แผน.txt", "โครงการก่อสร้างถนน"])
    #expect(document.readability == .readable)
    let names = try Site.document(ZipBuilder.zip([("scan.pdf", "%PDF")]), type: nil)
    #expect(names.readability == .unreadable(.noText, detail: "only the names of the files inside were read"))
    let read = try Site.document(
      ZipBuilder.zip([("scan.pdf", "%PDF")]), type: nil,
      conversions: [Conversion(method: .ocr, outcome: .text, tool: "t", pages: ["ประกาศ"], member: "scan.pdf")])
    #expect(read.readability == .damaged)
    #expect(read.blocks.last?.page == 1)
  }

  @Test("What is cut on the way is said")
  func truncated() throws {
    let url = try #require(Site.page)
    var delivery = Delivery(status: 200, fields: [], body: Array("<p>ก".utf8), digest: ContentDigest("sha256:0"))
    delivery.truncated = "length"
    #expect(DocumentExtractor().document(from: delivery, at: url).faults == ["received only in part (length)"])
  }
}
