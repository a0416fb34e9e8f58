import AuditCore
import WebURL

/// Where a secret is found. No message of this reader repeats what stands in the file: it may be the secret.
enum SecretReader {
  /// `{env: NAME}` or `{file: path}`; anything else is taken for a secret in the clear.
  static func source(_ node: RuleNode) -> SecretSource? {
    guard node.node.mapping != nil, let entries = node.entries() else {
      node.report(
        .secretInClear,
        th: "ห้ามเขียนความลับลงในไฟล์ ให้เขียน {env: ชื่อตัวแปร} หรือ {file: ที่เก็บ} และเปลี่ยนความลับที่เคยเขียนไว้",
        en: "a secret must not stand in the file: write {env: NAME} or {file: path}, and renew the one that stood here")
      return nil
    }
    let names = entries.map(\.key.name)
    guard names == ["env"] || names == ["file"], let entry = entries.first else {
      node.report(
        .wrongType, th: "ต้องเป็น {env: ชื่อตัวแปร} หรือ {file: ที่เก็บ} อย่างใดอย่างหนึ่ง",
        en: "must be either {env: NAME} or {file: path}")
      return nil
    }
    return names == ["env"] ? variable(entry.value) : file(entry.value)
  }

  /// A secret, or an address that is none: without credentials and without a part that looks like a token.
  static func address(_ node: RuleNode) -> SecretSource? {
    guard node.node.scalar != nil else { return source(node) }
    guard let url = node.webAddress() else { return nil }
    guard !looksSecret(url) else {
      node.report(
        .secretInClear,
        th: "ที่อยู่นี้ดูเหมือนมีโทเคนอยู่ข้างใน ให้เก็บที่อื่นแล้วเขียน {env: ชื่อตัวแปร} หรือ {file: ที่เก็บ}",
        en: "the address seems to hold a token: keep it elsewhere and write {env: NAME} or {file: path}")
      return nil
    }
    return .plain(url.href)
  }

  private static func variable(_ node: RuleNode) -> SecretSource? {
    guard let name = node.text() else { return nil }
    let isName = name.utf8.allSatisfy { byte in
      byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard isName, name.utf8.count <= 100, let first = name.utf8.first, !(0x30...0x39).contains(first) else {
      node.report(
        .badValue, th: "ต้องเป็นชื่อตัวแปรสภาพแวดล้อม (A–Z, 0–9, _) เช่น OITCHECK_LINE_TOKEN",
        en: "must be the name of an environment variable (A–Z, 0–9, _) such as OITCHECK_LINE_TOKEN")
      return nil
    }
    return .environment(name)
  }

  private static func file(_ node: RuleNode) -> SecretSource? { node.line(longest: 1_000).map { .file($0) } }

  /// Incoming addresses of chat services carry their token as a long path segment or a query value.
  private static func looksSecret(_ url: WebURL) -> Bool {
    let parts = url.href.utf8.split { "/?&=#;.".utf8.contains($0) }.dropFirst(2)
    return parts.contains { part in
      part.count >= 20 && part.contains { (0x30...0x39).contains($0) }
        && part.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    }
  }
}
