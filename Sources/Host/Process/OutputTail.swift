/// The last bytes of an output of any length, in memory bounded by twice the limit.
struct OutputTail {
  private let limit: Int
  private var bytes: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// At most `limit` bytes.
  var kept: [UInt8] { Array(bytes.suffix(limit)) }

  mutating func append(_ chunk: ArraySlice<UInt8>) {
    bytes += chunk
    if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
  }
}
