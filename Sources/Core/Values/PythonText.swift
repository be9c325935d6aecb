/// Text as Python holds it, where that differs from Swift.
package enum PythonText {
  /// `bytes.decode("utf-8", "surrogateescape")`: the code points of `bytes`, each byte that is not part of well-formed
  /// UTF-8 as U+DC00 plus the byte.
  package static func surrogateEscaped(_ bytes: [UInt8]) -> [UInt32] {
    var points: [UInt32] = []
    points.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let first = rest.first {
      let length = sequenceLength(rest)
      if length == 0 {
        points.append(0xDC00 + UInt32(first))
        rest = rest.dropFirst()
      } else {
        points.append(decode(rest.prefix(length)))
        rest = rest.dropFirst(length)
      }
    }
    return points
  }

  /// The length of the well-formed UTF-8 sequence that `bytes` starts with, 0 where there is none
  /// (Unicode standard, table 3-7).
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let second: ClosedRange<UInt8>
    let length: Int
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    let sequence = bytes.prefix(length)
    guard sequence.count == length, second.contains(sequence[sequence.startIndex + 1]) else { return 0 }
    return sequence.dropFirst(2).allSatisfy { (0x80...0xBF).contains($0) } ? length : 0
  }

  private static func decode(_ sequence: ArraySlice<UInt8>) -> UInt32 {
    let lead = UInt32(sequence[sequence.startIndex])
    let bits: UInt32 =
      switch sequence.count {
      case 1: lead
      case 2: lead & 0x1F
      case 3: lead & 0x0F
      default: lead & 0x07
      }
    return sequence.dropFirst().reduce(bits) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
