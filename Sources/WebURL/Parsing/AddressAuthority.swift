/// Credentials, host and port (states "authority", "host" and "port").
extension AddressParser {
  /// Reads up to the path, after the slashes, and goes on with the path.
  mutating func authority() -> Bool {
    output.beginAuthority()
    let end = authorityEnd()
    var hostStart = at
    if let sign = input[at..<end].lastIndex(of: 0x40) {
      guard sign + 1 < end else { return false }
      appendCredentials(input[at..<sign])
      hostStart = sign + 1
    }
    let hostEnd = hostEnd(from: hostStart, to: end)
    let hasPort = hostEnd < end
    guard hostStart < hostEnd || !(isSpecial || hasPort) else { return false }
    output.marks.hostStart = output.position
    if hostStart < hostEnd {
      guard appendHost(input[hostStart..<hostEnd]) else { return false }
    }
    output.marks.hostEnd = output.position
    if hasPort {
      guard appendPort(input[(hostEnd + 1)..<end]) else { return false }
    }
    at = end
    return pathAfterAuthority()
  }

  private func authorityEnd() -> Int {
    var end = at
    while end < input.count {
      let byte = input[end]
      if byte == 0x3F || byte == 0x23 || isSeparator(byte) { break }
      end += 1
    }
    return end
  }

  /// The colon before the port, or the end: colons inside brackets belong to the host.
  private func hostEnd(from start: Int, to end: Int) -> Int {
    var isInBrackets = false
    for index in start..<end {
      switch input[index] {
      case 0x5B: isInBrackets = true
      case 0x5D: isInBrackets = false
      case 0x3A where !isInBrackets: return index
      default: continue
      }
    }
    return end
  }

  private mutating func appendCredentials(_ credentials: ArraySlice<UInt8>) {
    let colon = credentials.firstIndex(of: 0x3A)
    let username = credentials[..<(colon ?? credentials.endIndex)]
    let password = colon.map { credentials[($0 + 1)...] } ?? []
    output.bytes.append(username, encoding: .userinfo)
    output.marks.usernameEnd = output.position
    if !password.isEmpty {
      output.append(0x3A)
      output.bytes.append(password, encoding: .userinfo)
    }
    if !username.isEmpty || !password.isEmpty { output.append(0x40) }
  }

  /// Writes the port unless it is the scheme's own; false when it is no number or too large.
  private mutating func appendPort(_ digits: ArraySlice<UInt8>) -> Bool {
    var port: UInt32 = 0
    for digit in digits {
      guard digit.isASCIIDigit else { return false }
      port = port * 10 + UInt32(digit - 0x30)
      guard port <= 0xFFFF else { return false }
    }
    let number = UInt16(truncatingIfNeeded: port)
    guard !digits.isEmpty, output.marks.schemeKind.defaultPort != number else { return true }
    output.marks.port = number
    output.append(0x3A)
    output.bytes.append(contentsOf: String(number).utf8)
    return true
  }

  /// Writes a host, serialised; false where the host parser fails (WHATWG URL §3.5).
  mutating func appendHost(_ host: ArraySlice<UInt8>) -> Bool {
    isSpecial
      ? HostText.appendSpecial(host, to: &output.bytes, domainToASCII: domainToASCII)
      : HostText.appendOpaque(host, to: &output.bytes)
  }
}
