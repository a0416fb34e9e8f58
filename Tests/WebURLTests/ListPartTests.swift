import Testing
import WebURL

@Suite("Which part of a list an address shows")
struct ListPartTests {
  private func part(_ address: String) throws -> ListPart {
    ListPart(shownAt: try #require(WebURL(parsing: "http://town.example" + address)))
  }

  @Test(
    "Numbered addresses of one list differ only in their number",
    arguments: [
      ("/news.php?cat=7&page=5", "/news.php?cat=7", 5), ("/news.php?page=5&cat=7", "/news.php?cat=7", 5),
      ("/news.php?cat=7", "/news.php?cat=7", 0), ("/category/news/page/3/", "/category/news/", 3),
      ("/board?start=40", "/board", 40), ("/board?limitstart=0", "/board", 0), ("/?paged=2", "/", 2),
    ])
  func parts(address: String, list: String, number: Int) throws {
    let part = try part(address)
    #expect(part.list == "http://town.example" + list)
    #expect(part.number == number)
  }

  @Test(
    "What is no number of a part stays in the address",
    arguments: ["/news.php?page=latest", "/page/contact", "/show.php?id=12", "/x?page=123456789", "/page"])
  func others(address: String) throws {
    let part = try part(address)
    #expect(part.list == "http://town.example" + address)
    #expect(part.number == 0)
  }
}
