import CLibXML2

/// What libxml2 needs once, and once a thread, before it parses.
enum XMLParsing {
  private static let library: Void = xmlInitParser()

  static func prepare() {
    _ = library
    CLibXML2_silence()
  }
}
