import AuditCore
import WebURL

/// One entry of `targets`: somebody who is told, and the way.
enum TargetReader {
  private static let channels = ["webhook", "line", "smtp", "sendmail"]

  /// The targets of a list; a name that was given already is a fault.
  static func targets(_ node: RuleNode) -> [NotificationTarget] {
    var seen: Set<String> = []
    return (node.list(atMost: 200) ?? []).compactMap { entry in
      guard let target = target(entry) else { return nil }
      if !seen.insert(target.name).inserted {
        entry.report(
          .duplicate, th: "มีปลายทางชื่อ “\(target.name)” แล้ว", en: "there is a target “\(target.name)” already")
      }
      return target
    }
  }

  private static func target(_ node: RuleNode) -> NotificationTarget? {
    guard let map = node.mapping(of: ["name", "language"] + channels) else { return nil }
    let name = map.required("name")?.line(longest: 60)
    let language = map["language"]?.choice(of: Language.self)
    let ways = channels.filter { map[$0] != nil }
    guard ways.count == 1, let way = ways.first, let value = map[way] else {
      node.report(
        ways.isEmpty ? .missing : .duplicate, th: "ต้องมีช่องทางหนึ่งเดียว: \(channels.joined(separator: ", "))",
        en: "needs exactly one way: \(channels.joined(separator: ", "))")
      return nil
    }
    let channel =
      switch way {
      case "webhook": webhook(value)
      case "line": line(value)
      case "smtp": smtp(value)
      default: sendmail(value)
      }
    guard let name, let channel else { return nil }
    return NotificationTarget(name: name, channel: channel, language: language)
  }

  private static func webhook(_ node: RuleNode) -> NotificationTarget.Channel? {
    guard let map = node.mapping(of: ["url", "secret"]) else { return nil }
    let signing = map["secret"].map(SecretReader.source)
    guard let address = map.required("url").flatMap(SecretReader.address) else { return nil }
    return .webhook(address: address, signing: signing ?? nil)
  }

  private static func line(_ node: RuleNode) -> NotificationTarget.Channel? {
    guard let map = node.mapping(of: ["token", "to", "endpoint"]) else { return nil }
    let token = map.required("token").flatMap(SecretReader.source)
    let receiver = map.required("to").flatMap(receiver)
    let endpoint = map["endpoint"].flatMap(tokenEndpoint)
    guard let token, let receiver else { return nil }
    return .line(token: token, to: receiver, endpoint: endpoint)
  }

  /// Id of a user, group or room: no secret by itself, so it may stand in the file.
  private static func receiver(_ node: RuleNode) -> SecretSource? {
    guard node.node.scalar != nil else { return SecretReader.source(node) }
    guard let id = node.line(longest: 100) else { return nil }
    guard id.utf8.count == 33, let first = id.utf8.first, "UCR".utf8.contains(first),
      id.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else {
      node.report(
        .badValue, th: "ต้องเป็นรหัสผู้รับของ LINE: U, C หรือ R ตามด้วยอักขระ 0–9 a–f 32 ตัว",
        en: "must be a LINE id: U, C or R and 32 characters of 0–9 a–f")
      return nil
    }
    return .plain(id)
  }

  /// A token travels there: only encrypted, or within this machine.
  private static func tokenEndpoint(_ node: RuleNode) -> String? {
    guard let url = node.webAddress() else { return nil }
    guard url.href.hasPrefix("https://") || isOwnMachine(url) else {
      node.report(.badValue, th: "ต้องขึ้นต้นด้วย https://", en: "must begin with https://")
      return nil
    }
    return url.href
  }

  private static func isOwnMachine(_ url: WebURL) -> Bool {
    ["localhost", "127.0.0.1", "[::1]", "::1"].contains(url.host ?? "")
  }

  private static func smtp(_ node: RuleNode) -> NotificationTarget.Channel? {
    guard let map = node.mapping(of: ["server", "from", "to", "user", "password", "ca"]) else { return nil }
    let server = map.required("server").flatMap(mailServer)
    let from = map.required("from")?.mailAddress()
    let receivers = map.required("to").flatMap(receivers)
    let user = map["user"]?.line(longest: 254)
    let password = map["password"].flatMap(SecretReader.source)
    let authority = map["ca"]?.line(longest: 1_000)
    if map["password"] != nil { _ = map.required("user") }
    if map["user"] != nil { _ = map.required("password") }
    guard let server, let from, let receivers else { return nil }
    return .smtp(.init(server: server, from: from, user: user, password: password, authority: authority), to: receivers)
  }

  private static func mailServer(_ node: RuleNode) -> String? {
    guard let text = node.line(longest: 300) else { return nil }
    let scheme = ["smtps://", "smtp://"].first { text.hasPrefix($0) }
    let place = text.dropFirst(scheme?.utf8.count ?? 0)
    if place.utf8.contains(UInt8(ascii: "@")) {
      node.report(
        .secretInClear, th: "ห้ามใส่ชื่อผู้ใช้หรือรหัสผ่านในที่อยู่เครื่อง ให้ใช้ user และ password",
        en: "must not hold a user name or password: use user and password")
      return nil
    }
    let whole = "http://\(place)/"
    guard scheme != nil, let url = WebURL(parsing: whole), url.href == whole,
      url.host?.isEmpty == false
    else {
      node.report(
        .badValue, th: "ต้องเขียนเช่น smtps://mail.example.go.th:465 หรือ smtp://mail.example.go.th:587",
        en: "must be written like smtps://mail.example.go.th:465 or smtp://mail.example.go.th:587")
      return nil
    }
    return text
  }

  private static func sendmail(_ node: RuleNode) -> NotificationTarget.Channel? {
    guard let map = node.mapping(of: ["from", "to"]) else { return nil }
    let from = map.required("from")?.mailAddress()
    let receivers = map.required("to").flatMap(receivers)
    guard let from, let receivers else { return nil }
    return .sendmail(from: from, to: receivers)
  }

  private static func receivers(_ node: RuleNode) -> [String]? {
    let addresses = (node.list(atMost: 50) ?? []).compactMap { $0.mailAddress() }
    if node.node.sequence?.isEmpty == true {
      node.report(.missing, th: "ต้องมีผู้รับอย่างน้อยหนึ่งคน", en: "needs at least one receiver")
    }
    return addresses.isEmpty ? nil : addresses
  }
}
