/// Line ends of scripts and boothooks, as cloud-init mends them.
package enum LineEndings {
  /// `util.dos2unix`: where the first line ends in CR LF, every CR LF becomes LF; else the text stays as it is, so that
  /// a file with mixed line ends keeps its carriage returns.
  package static func dosToUnix(_ text: [UInt8]) -> [UInt8] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard let first = text.firstIndex(of: lineFeed), first > 0, text[first - 1] == carriageReturn else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte == carriageReturn, index + 1 < text.count, text[index + 1] == lineFeed { continue }
      result.append(byte)
    }
    return result
  }
}
