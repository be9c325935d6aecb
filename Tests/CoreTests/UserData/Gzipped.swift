/// A gzip member (RFC 1952) of deflate's stored blocks, which any content can be put in without compressing it.
func gzipped(_ content: [UInt8], checksum: UInt32? = nil) -> [UInt8] {
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
  var rest = content[...]
  repeat {
    let block = rest.prefix(0xFFFF)
    rest = rest.dropFirst(block.count)
    member += [rest.isEmpty ? 1 : 0] + littleEndian(UInt16(block.count)) + littleEndian(~UInt16(block.count)) + block
  } while !rest.isEmpty
  return member + littleEndian(checksum ?? crc32(content)) + littleEndian(UInt32(truncatingIfNeeded: content.count))
}

private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}

/// CRC-32 as gzip has it.
private func crc32(_ content: [UInt8]) -> UInt32 {
  var remainder = ~UInt32(0)
  for byte in content {
    remainder ^= UInt32(byte)
    for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return ~remainder
}
