/// IPv4 addresses in the notations that browsers accept: `127.0.0.1`, `127.1`, `0x7f.1`, `017700000001`, `2130706433`
/// (WHATWG URL §3.5). All of them reach the same machine, so all of them must be recognised before a link is followed.
enum IPv4Text {
  /// Whether the host is to be read as an IPv4 address, and refused when it is none (ends-in-a-number checker).
  static func endsInNumber(_ host: ArraySlice<UInt8>) -> Bool {
    let named = host.last == 0x2E ? host.dropLast() : host
    let start = named.lastIndex(of: 0x2E).map { $0 + 1 } ?? named.startIndex
    let last = named[start...]
    guard let first = last.first, first.isASCIIDigit else { return false }
    return last.allSatisfy(\.isASCIIDigit) || number(last) != nil
  }

  /// Reads an address of one to four numbers, each decimal, octal (`0…`) or hexadecimal (`0x…`).
  static func parse(_ host: ArraySlice<UInt8>) -> UInt32? {
    var parts = host.split(separator: 0x2E, maxSplits: 5, omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count <= 4 else { return nil }
    var numbers: [UInt64] = []
    for part in parts {
      guard let number = number(part) else { return nil }
      numbers.append(number)
    }
    guard let last = numbers.popLast(), numbers.allSatisfy({ $0 <= 255 }) else { return nil }
    guard last < 1 << UInt64(8 * (4 - numbers.count)) else { return nil }
    var address = last
    for (index, number) in numbers.enumerated() { address += number << UInt64(8 * (3 - index)) }
    return UInt32(address)
  }

  /// Dotted decimals.
  static func serialised(_ address: UInt32) -> String {
    "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
  }

  /// One number of an address; values beyond 32 bits are held at 2^32, which no place accepts.
  private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
    guard let first = part.first else { return nil }
    var digits = part
    var radix: UInt64 = 10
    if first == 0x30, part.count > 1 {
      let isHex = part[part.startIndex + 1] | 0x20 == 0x78
      radix = isHex ? 16 : 8
      digits = part.dropFirst(isHex ? 2 : 1)
    }
    var value: UInt64 = 0
    for digit in digits {
      guard let places = digit.hexValue, UInt64(places) < radix else { return nil }
      value = min(value * radix + UInt64(places), 1 << 32)
    }
    return value
  }
}
