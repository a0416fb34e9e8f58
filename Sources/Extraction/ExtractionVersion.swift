import CLibXML2

extension DocumentExtractor {
  /// What reads beside this program's own code and may read otherwise once the machine is updated.
  package static var libraryVersion: String { "libxml2 " + String(cString: CLibXML2_version()) }
}
