import Testing
import WebURL

@testable import Crawling

@Suite("Looking through the lists of a site")
struct ListingTests {
  /// The order in which the entries of a list would be looked at, were nothing else known.
  private func order(of listing: Listing, apart: Set<Int32> = []) -> [Int32] {
    var seen: [Int32] = []
    while let next = listing.farthest(by: { seen.contains($0) ? .seen : apart.contains($0) ? .apart : .open }) {
      seen.append(next.entry)
    }
    return seen
  }

  @Test("The first comes first, then the last, then the one in the middle, and every entry once")
  func spread() {
    var listing = Listing()
    for entry in 0..<9 { listing.add(Int32(entry), of: 1) }
    let order = order(of: listing)
    #expect(order.prefix(3) == [0, 8, 4])
    #expect(order.sorted() == Array(0..<9))
  }

  @Test("Entries stand in the order of their pages, whichever was read first")
  func pages() {
    var listing = Listing()
    for (part, entries) in [(3, 20..<25), (1, 0..<10), (2, 10..<20)] {
      for entry in entries { listing.add(Int32(entry), of: part) }
    }
    #expect(order(of: listing).prefix(3) == [0, 24, 12])
  }

  @Test("What is not looked at for the list's sake is passed over")
  func apart() {
    var listing = Listing()
    for entry in 0..<9 { listing.add(Int32(entry), of: 1) }
    #expect(order(of: listing, apart: [0, 4, 8]).prefix(3) == [1, 7, 3])
  }

  @Test("A list known to its end goes before one that still has unread pages, however long")
  func wholeFirst() throws {
    let (long, short) = ("http://town.example/news?page=1", "http://town.example/notes?page=1")
    var listings = Listings()
    for entry in 0..<100 {
      _ = listings.add(Int32(entry), at: "li", of: ListPart(shownAt: try #require(WebURL(parsing: long))))
    }
    for entry in 100..<110 {
      _ = listings.add(Int32(entry), at: "li", of: ListPart(shownAt: try #require(WebURL(parsing: short))))
    }
    listings.expect(partOf: "http://town.example/news")
    #expect(listings.farthest { _ in .open } == 100)
    listings.close(partOf: "http://town.example/news")
    #expect(listings.farthest { _ in .open } == 0)
  }
}
