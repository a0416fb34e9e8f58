import AuditCore
import Testing

/// What an address shows that cannot exist is no evidence, wherever else it is shown.
@Suite("The page for missing addresses, judged")
struct MissingPageTests {
  @Test(
    "A page is told missing by it whether the control request was answered before or after it",
    arguments: [false, true])
  func eitherOrder(isControlFirst: Bool) {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ข่าวประชาสัมพันธ์", to: "news")])
    if isControlFirst { site.control(digest: "same") }
    site.page("news", ["ยินดีต้อนรับ", "เว็บไซต์ของเทศบาลตำบลตัวอย่าง ยินดีต้อนรับทุกท่าน"], digest: "same")
    if !isControlFirst { site.control(digest: "same") }
    #expect(site.index().pages.first { $0.url.path == "/news" }?.condition == .softNotFound)
  }

  @Test(
    "Where it is the home page, the home page or what that leads to counts, and other addresses do not",
    arguments: ["", "main"])
  func homePage(address: String) {
    var site = SiteSketch()
    let links = [SiteSketch.link("ข่าวประชาสัมพันธ์", to: "news"), SiteSketch.link("แผนจัดซื้อจัดจ้าง", to: "plan")]
    site.control(digest: "home")
    if !address.isEmpty { site.redirect("", to: address) }
    site.page(address, ["เทศบาลตำบลตัวอย่าง"], links: links, digest: "home")
    site.page("plan", ["เทศบาลตำบลตัวอย่าง"], links: links, digest: "home")
    site.page("news", ["ข่าวประชาสัมพันธ์", "เทศบาลจัดกิจกรรมวันเด็กแห่งชาติ เมื่อวันที่ 14 มกราคม 2566"])
    let pages = site.index().pages
    #expect(pages.first { $0.url.path == "/" + address }?.condition == .readable)
    #expect(pages.first { $0.url.path == "/plan" }?.condition == .softNotFound)
  }

  @Test("A wall that stands before every address, missing or not, hides its pages and does not make them missing")
  func wall() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ข่าวประชาสัมพันธ์", to: "news")])
    site.control(digest: "wall")
    let form = Form(action: "", method: "post", fieldTypes: ["text", "password"], text: "", region: .main)
    site.page("news", ["เข้าสู่ระบบ"], forms: [form], digest: "wall")
    #expect(site.index().pages.first { $0.url.path == "/news" }?.condition == .loginWall)
  }
}
