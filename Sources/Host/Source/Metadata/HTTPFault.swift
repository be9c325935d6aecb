internal import Core

/// What can be wrong with an HTTP response.
enum HTTPFault: Swift.Error, Hashable {
  case notHTTP
  case badHeader
  case badLength
  case badChunk
  /// `Transfer-Encoding` other than `chunked`.
  case transferEncoding
  case headTooLarge
  case bodyTooLarge(limit: Int)
  case cutShort

  var sentence: String {
    switch self {
    case .notHTTP: "its answer is not HTTP/1.1"
    case .badHeader: "its answer has a header without a name and a colon"
    case .badLength: "its answer has a length that is no number, or two lengths"
    case .badChunk: "its answer has a chunk that is not as long as it says"
    case .transferEncoding: "its answer has a transfer encoding other than \"chunked\""
    case .headTooLarge: "the head of its answer is larger than \(Limits.httpHeadBytes >> 10) KiB"
    case .bodyTooLarge(let limit): "its answer is larger than \(limit) bytes"
    case .cutShort: "its answer ended before it was whole"
    }
  }
}
