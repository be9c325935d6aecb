/// A response of HTTP/1.1 (RFC 9112), as far as a metadata service's are of interest.
struct HTTPResponse: Hashable {
  let status: Int
  let body: [UInt8]
}
