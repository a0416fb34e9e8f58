import ThaiText

/// Recognises what kind of answer a delivered page really is, from its own words: an error page sent with
/// status 200, a login wall, a firewall's or a maintenance page, a shell that only script fills.
/// Used on recorded pages by the index and on fresh ones by the crawl.
package struct PageSigns: Sendable {
  private let notFound: [[UInt8]]
  private let maintenance: [[UInt8]]
  private let firewall: [[UInt8]]
  private let underConstruction: [[UInt8]]
  private let askingAccess: [[UInt8]]

  package init() {
    notFound = Self.folded([
      "ไม่พบหน้า", "ไม่พบเพจ", "ไม่พบหน้าเว็บ", "ไม่พบไฟล์", "ไม่พบข้อมูลที่ท่านต้องการ", "page not found", "404 not found",
      "error 404", "404 error",
      "file not found", "object not found", "หน้านี้ไม่มีอยู่", "ไม่พบ url", "the requested url was not found",
      "หน้าที่คุณค้นหาไม่มี", "ไม่พบหน้าที่คุณค้นหา",
    ])
    maintenance = Self.folded([
      "ปิดปรับปรุงระบบ", "ปิดปรับปรุงเว็บไซต์", "เว็บไซต์อยู่ระหว่างการปรับปรุง", "เว็บไซต์อยู่ระหว่างปรับปรุง", "under maintenance",
      "site is temporarily unavailable", "ปิดปรับปรุงชั่วคราว", "bandwidth limit exceeded",
      "account has been suspended", "this account has been suspended",
    ])
    firewall = Self.folded([
      "checking your browser", "attention required! | cloudflare", "request unsuccessful. incapsula",
      "the requested url was rejected", "access denied", "you have been blocked", "verify you are human",
      "just a moment...", "web application firewall", "your support id is", "ddos protection by",
      "please enable cookies and javascript", "captcha",
    ])
    // Google Drive, Google accounts, Microsoft and Facebook, as they answer a visitor without an account.
    askingAccess = Self.folded([
      "you need access", "request access", "ask for access", "คุณต้องมีสิทธิ์เข้าถึง", "ต้องได้รับสิทธิ์การเข้าถึง", "ขอสิทธิ์การเข้าถึง",
      "ขอสิทธิ์เข้าถึง",
      "sign in - google accounts", "ลงชื่อเข้าใช้ด้วยบัญชี google", "ลงชื่อเข้าใช้ - บัญชี google", "sign in to your account",
      "you must log in to continue",
      "log in to facebook", "เข้าสู่ระบบ facebook", "คุณต้องเข้าสู่ระบบก่อน",
    ])
    underConstruction = Self.folded([
      "อยู่ระหว่างปรับปรุง", "อยู่ระหว่างการปรับปรุง", "กำลังปรับปรุงข้อมูล", "อยู่ระหว่างดำเนินการปรับปรุง", "กำลังดำเนินการปรับปรุง",
      "under construction",
      "coming soon", "ยังไม่มีข้อมูล", "ไม่มีข้อมูลในขณะนี้", "ไม่พบข้อมูล", "ไม่มีรายการ", "รอการปรับปรุง", "no data", "ไม่มีข้อมูล",
      "อยู่ระหว่างจัดทำ", "อยู่ระหว่างการจัดทำ", "no post found", "nothing found",
    ])
  }

  /// What the page is, given the blocks that are its own (menu and footer taken off).
  ///
  /// - Parameter ownPictures: pictures of its content that do not stand on every page.
  package func condition(
    of document: Document, ownBlocks: [Block], ownLinks: Int, ownPictures: Int = 0
  ) -> PageCondition {
    switch document.readability {
    case .unopenable(let detail): return .unopenable(detail)
    case .unreadable(let cause, let detail): return .unreadable(cause, detail: detail)
    case .readable, .damaged: break
    }
    guard document.mediaType == .html else {
      return Self.letters(ownBlocks) == 0 ? .unreadable(.noText, detail: "no text in the file") : .readable
    }
    if document.isScriptShell { return .scriptOnly }
    let opening = Self.opening(document.title, ownBlocks)
    let size = Self.letters(ownBlocks)
    if size < 600 {
      if Self.holds(firewall, in: opening) { return .blocked("firewall") }
      if Self.holds(maintenance, in: opening) { return .blocked("maintenance") }
      if Self.holds(notFound, in: opening) { return .softNotFound }
      if isLogin(document, size: size) || Self.holds(askingAccess, in: opening) { return .loginWall }
    }
    if isPlaceholder(document, ownBlocks, ownLinks: ownLinks) { return .placeholder }
    let isPicture = ownPictures > 0 && ownLinks == 0 && Self.letters(Self.body(ownBlocks)) < 40
    return isPicture ? .unreadable(.noText, detail: "pictures only") : .readable
  }

  /// A page whose only purpose is a password field.
  ///
  /// A box to log in beside long text is none, even where that text stands on many pages.
  private func isLogin(_ document: Document, size: Int) -> Bool {
    size < 300 && Self.letters(document.blocks.filter { $0.region == .main }) < Self.longText
      && document.forms.contains { form in
        form.fieldTypes.contains("password") && (form.region == .main || document.forms.count == 1)
      }
  }

  /// Nothing under the heading: no text to speak of, no links of its own, no pictures, no form.
  private func isPlaceholder(_ document: Document, _ ownBlocks: [Block], ownLinks: Int) -> Bool {
    let body = Self.body(ownBlocks)
    let letters = Self.letters(body)
    let pictures = document.pictures.contains { $0.region == .main }
    let forms = document.forms.contains { $0.region == .main && !$0.fieldTypes.isEmpty }
    if ownLinks > 0 || forms { return false }
    if letters < 200, Self.holds(underConstruction, in: Self.opening("", body)) { return true }
    return letters < 12 && !pictures
  }

  /// Letters from which on a page has something to say beside a box to log in.
  static let longText = 1_000

  private static func body(_ blocks: [Block]) -> [Block] {
    blocks.filter { if case .heading = $0.kind { false } else { true } }
  }

  /// Letters and digits, white space and punctuation left out.
  static func letters(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { sum, block in
      sum + block.text.unicodeScalars.count { LetterTable.holds($0) }
    }
  }

  /// Title and first words of the page, folded; error pages say it at once.
  private static func opening(_ title: String, _ blocks: [Block]) -> [UInt8] {
    var text = title
    for block in blocks {
      text += "\n" + block.text
      if text.utf8.count > 3_000 { break }
    }
    return ThaiFolding.fold(text)
  }

  private static func folded(_ phrases: [String]) -> [[UInt8]] {
    phrases.map { ThaiFolding.fold($0) }
  }

  private static func holds(_ phrases: [[UInt8]], in text: [UInt8]) -> Bool {
    phrases.contains { ByteSearch.contains(text, $0) }
  }
}
