/// Keyed digests (RFC 2104 over SHA-256).
enum HMAC {
  /// 32 bytes that only a holder of `key` can make of `message`.
  static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let blockSize = 64
    var block = key.count > blockSize ? SHA256(of: key).bytes : key
    block += [UInt8](repeating: 0, count: blockSize - block.count)
    let inner = SHA256(of: block.map { $0 ^ 0x36 } + message).bytes
    return SHA256(of: block.map { $0 ^ 0x5C } + inner).bytes
  }

  /// Whether both are the same, in a time that does not tell where they first differ.
  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for index in left.indices { difference |= left[index] ^ right[index] }
    return difference == 0
  }
}
