/// Base64 (RFC 4648, section 4) in two readings: a whole text that is nothing else, and a MIME part as Python reads it.
enum Base64 {
  /// A MIME part's content, and whether the text was what an encoder writes.
  struct Decoded: Equatable {
    enum Fault: Equatable {
      /// Characters outside the alphabet were left out.
      case strayCharacters
      case missingPadding
    }

    var content: [UInt8]
    var fault: Fault?
    /// Whether the last group was whole or padded; Python's `b64decode` is strict about no more than that.
    var isPadded = true
  }

  /// What a text decodes to that is base64 from end to end, white space aside; nil for any other text.
  static func decodeWhole(_ text: [UInt8]) -> [UInt8]? {
    var digits = 0
    var padding = 0
    for byte in text where !ASCII.isSpace(byte) {
      if byte == pad {
        padding += 1
      } else {
        guard value(byte) != nil, padding == 0 else { return nil }
        digits += 1
      }
    }
    guard digits > 0, padding <= 2, (digits + padding).isMultiple(of: 4) else { return nil }
    return decodeMIME(text[...])?.content
  }

  /// The decoding of `email.message.Message.get_payload`: characters outside the alphabet are passed over, missing
  /// padding is made up for, and decoding stops at padding that completes a group. Nil where the digits come to a length that
  /// no bytes encode to.
  static func decodeMIME(_ text: ArraySlice<UInt8>) -> Decoded? {
    var decoded = Decoded(content: [])
    decoded.content.reserveCapacity(text.count / 4 * 3)
    var (group, digits, padding) = (UInt32(0), 0, 0)
    for byte in text where !ASCII.isSpace(byte) {
      if byte == pad {
        padding += 1
        if digits >= 2, digits + padding >= 4 { break }
      } else if let value = value(byte) {
        padding = 0
        group = group << 6 | UInt32(value)
        digits += 1
        if digits == 4 {
          decoded.content += [UInt8(truncatingIfNeeded: group >> 16), UInt8(truncatingIfNeeded: group >> 8)]
          decoded.content.append(UInt8(truncatingIfNeeded: group))
          (group, digits) = (0, 0)
        }
      } else {
        decoded.fault = .strayCharacters
      }
    }
    if digits > 0, digits + padding < 4 {
      decoded.fault = decoded.fault ?? .missingPadding
      decoded.isPadded = false
    }
    switch digits {
    case 1: return nil
    case 2: decoded.content.append(UInt8(truncatingIfNeeded: group >> 4))
    case 3: decoded.content += [UInt8(truncatingIfNeeded: group >> 10), UInt8(truncatingIfNeeded: group >> 2)]
    default: break
    }
    return decoded
  }

  private static let pad = UInt8(ascii: "=")

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
