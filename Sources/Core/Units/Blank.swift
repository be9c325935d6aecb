/// The characters that systemd takes for white space in unit files: blank, tab, line feed, carriage return.
enum Blank {
  static func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// `bytes` without white space at its ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let tail = bytes.drop(while: contains)
    guard let last = tail.lastIndex(where: { !contains($0) }) else { return tail.prefix(0) }
    return tail[...last]
  }
}

/// The backslashes that a text ends in: an odd number leaves one that escapes what follows.
enum BackslashRun {
  static func isOdd(atEndOf bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }
}
