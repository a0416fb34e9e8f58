import Archive
import AuditCore
import Foundation
import Testing
import WebURL

@testable import Pipeline

/// Visits go into the archive and come out again as they were.
@Suite("Visits in archives")
struct VisitRecordTests {
  private static let at = Timestamp(secondsSinceEpoch: 1_686_800_000)

  private func roundTrip(_ visits: [(Visit, FetchResponse?)]) throws -> [Visit] {
    let path = FileManager.default.temporaryDirectory.appending(path: "visits-\(UUID().uuidString).warc.gz").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let recording = VisitRecording(writer: try WARCWriter(path: path))
    for (visit, response) in visits { try recording.record(visit, exchange: response) }
    let reader = try VisitReader(path: path)
    var read: [Visit] = []
    while let visit = try reader.next() { read.append(visit) }
    #expect(reader.faults.isEmpty)
    return read
  }

  private func url(_ text: String) throws -> WebURL { try #require(WebURL(parsing: text)) }

  @Test("A delivered page keeps its body, its digest, where it was seen and its conversions")
  func delivered() throws {
    let body = Array("<h1>สวัสดี</h1>".utf8)
    let conversion = Conversion(
      method: .textLayer, outcome: .text, tool: "pdftotext 1", pages: ["หน้า 1", ""], pageCount: 2)
    let delivery = Delivery(
      status: 200, fields: [HTTPField(name: "Content-Type", value: "text/html")], body: body,
      digest: WARCDigest(of: body).evidence, conversions: [conversion])
    let page = try url("http://a.example/หน้า?x=1")
    let visit = Visit(url: page, at: Self.at, outcome: .delivered(delivery), via: try url("http://a.example/"))
    let read = try roundTrip([
      (visit, FetchResponse(status: 200, fields: delivery.fields, body: body, startedAt: Self.at))
    ])
    #expect(read.count == 1)
    let first = try #require(read.first)
    #expect(first.url == page)
    #expect(first.at == Self.at)
    #expect(first.via?.href == "http://a.example/")
    guard case .delivered(let back) = first.outcome else {
      Issue.record("not delivered")
      return
    }
    #expect(back.body == body)
    #expect(back.digest == delivery.digest)
    #expect(back.conversions == [conversion])
  }

  @Test(
    "What was not fetched says why",
    arguments: [
      Visit.Outcome.forbiddenByRobots, .failed(.timedOut, detail: "90 s\r\nX: y"), .leftOut(reason: "max-pages"),
    ])
  func notFetched(outcome: Visit.Outcome) throws {
    let visit = Visit(url: try url("http://a.example/x"), at: Self.at, outcome: outcome)
    let read = try roundTrip([(visit, nil)])
    #expect(read.count == 1)
    switch (outcome, read.first?.outcome) {
    case (.forbiddenByRobots, .forbiddenByRobots?): break
    case (.failed(let a, _), .failed(let b, let detail)?):
      #expect(a == b)
      #expect(detail == "90 s  X: y" || detail == "90 s X: y")
    case (.leftOut(let a), .leftOut(let b)?): #expect(a == b)
    default: Issue.record("read back as \(String(describing: read.first?.outcome))")
    }
  }

  @Test("A redirect keeps its target, a refusal its status, a control request its purpose")
  func others() throws {
    let moved = Visit(
      url: try url("http://a.example/old"), at: Self.at,
      outcome: .redirected(status: 301, to: try url("http://a.example/new")))
    let location = [HTTPField(name: "Location", value: "/new")]
    let gone = Visit(url: try url("http://a.example/gone"), at: Self.at, outcome: .refused(status: 410))
    let control = Visit(
      url: try url("http://a.example/none"), at: Self.at, outcome: .refused(status: 404), purpose: .soft404Control)
    let read = try roundTrip([
      (moved, FetchResponse(status: 301, fields: location, body: [], startedAt: Self.at)),
      (gone, FetchResponse(status: 410, fields: [], body: [], startedAt: Self.at)),
      (control, FetchResponse(status: 404, fields: [], body: [], startedAt: Self.at)),
    ])
    #expect(read.map(\.purpose) == [.page, .page, .soft404Control])
    if case .redirected(301, let target)? = read.first?.outcome {
      #expect(target?.href == "http://a.example/new")
    } else {
      Issue.record("no redirect")
    }
    if case .refused(410) = read[1].outcome {} else { Issue.record("no refusal") }
  }
}
