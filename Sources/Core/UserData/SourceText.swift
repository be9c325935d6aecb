/// A source without its wrappings.
struct SourceText {
  let bytes: [UInt8]
  let kind: SourceKind
  /// gzip or base64 was taken off, so that positions in `bytes` are none of the source.
  let wasWrapped: Bool

  /// Takes gzip off, and base64 where something known is inside, until the content is of a known kind.
  ///
  /// Base64 is no more than a guess: a text of its alphabet that decodes to nothing known is left as it is.
  init(opening source: [UInt8]) throws(BlobProblem) {
    var bytes = source
    for layers in 0...Limits.wrappings {
      if let kind = SourceKind(of: bytes) {
        (self.bytes, self.kind, wasWrapped) = (bytes, kind, layers > 0)
        return
      }
      guard let inner = try Self.unwrapped(bytes) else { throw SourceKind.problem(with: bytes) }
      bytes = inner
    }
    throw .wrappedTooOften
  }

  private static func unwrapped(_ bytes: [UInt8]) throws(BlobProblem) -> [UInt8]? {
    if Gzip.isGzip(bytes) {
      do throws(GzipProblem) { return try Gzip.inflate(bytes) } catch { throw .gzip(error) }
    }
    return Base64.decodeWhole(bytes).flatMap { isKnown($0, layers: Limits.wrappings) ? $0 : nil }
  }

  private static func isKnown(_ bytes: [UInt8], layers: Int) -> Bool {
    if SourceKind(of: bytes) != nil || Gzip.isGzip(bytes) { return true }
    guard layers > 0, let inner = Base64.decodeWhole(bytes) else { return false }
    return isKnown(inner, layers: layers - 1)
  }
}
