/// What user-data is wrapped in.
extension FuzzTarget {
  /// What is inflated stays within its limit.
  static func inflate(_ bytes: [UInt8]) {
    guard let content = try? Gzip.inflate(bytes) else { return }
    precondition(content.count <= Limits.sourceBytes, "more than the limit")
  }

  /// What was decoded is encoded and decoded to the same; and any bytes at all come back.
  static func encodeAgain(_ bytes: [UInt8]) {
    precondition(bytes.isEmpty || Base64.decodeWhole(Base64.encode(bytes)) == bytes, "encoded, decoded to others")
    _ = Base64.decodeMIME(bytes[...])
    guard let content = Base64.decodeWhole(bytes) else { return }
    precondition(content.isEmpty || Base64.decodeWhole(Base64.encode(content)) == content, "decoded, encoded to others")
  }

  static func walk(_ bytes: [UInt8]) {
    do throws(MIMEProblem) { _ = try MIMEParser(parsing: bytes) } catch {
      precondition(!error.sentence.isEmpty, "an error without a sentence")
    }
  }
}
