package import Core

/// The EC2 instance metadata service, by its second protocol (IMDSv2): a token first, then what is asked for.
package struct MetadataService: Sendable {
  struct Timing: Sendable {
    var connect = Duration.seconds(1)
    /// For one call, the token and all attempts included.
    var total = Duration.seconds(5)
    var attempts = 3
    var pause = Duration.milliseconds(200)
  }

  let endpoint: MetadataEndpoint
  var timing = Timing()

  /// Nil is the address that EC2 gives the service.
  package init(_ endpoint: MetadataEndpoint? = nil) {
    self.endpoint = endpoint ?? .ec2
  }

  /// The instance's user-data. That it was started without any is an error that says so.
  package func userData() throws(HostError) -> [UInt8] {
    let path = "/latest/user-data"
    guard let bytes = try get(path, bodyLimit: Limits.sourceBytes) else {
      throw HostError("ask", url(path), said: "no user-data: this instance was started without any")
    }
    return bytes
  }

  /// One value, such as `instance-type` or `placement/region`; nil where the service has none of that name.
  package func value(_ name: String) throws(HostError) -> String? {
    try get("/latest/meta-data/\(name)", bodyLimit: Limits.metadataValueBytes).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Nil where nothing is there.
  private func get(_ path: String, bodyLimit: Int) throws(HostError) -> [UInt8]? {
    let deadline = MonotonicTime.now + timing.total
    let token = try token(until: deadline)
    let headers = [("X-aws-ec2-metadata-token", token)]
    let response = try answer(to: "GET", path, headers: headers, bodyLimit: bodyLimit, until: deadline)
    switch response.status {
    case 200: return response.body
    case 404: return nil
    case 401: throw refusal(path, response, ": it does not accept the token that it gave")
    case 403: throw refusal(path, response, ": this instance may not read it")
    default: throw refusal(path, response)
    }
  }

  private func token(until deadline: MonotonicTime) throws(HostError) -> String {
    let path = "/latest/api/token"
    let headers = [("X-aws-ec2-metadata-token-ttl-seconds", "60"), ("Content-Length", "0")]
    let response = try answer(to: "PUT", path, headers: headers, bodyLimit: Limits.metadataTokenBytes, until: deadline)
    switch response.status {
    case 200: break
    case 403: throw refusal(path, response, ": instance metadata is turned off for this instance")
    case 404, 405: throw refusal(path, response, ": it does not speak IMDSv2")
    default: throw refusal(path, response)
    }
    // It goes into a header, where a line break would begin another one.
    guard !response.body.isEmpty, response.body.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw HostError("ask", url(path), said: "its answer is no token")
    }
    return String(decoding: response.body, as: UTF8.self)
  }

  private func refusal(_ path: String, _ response: HTTPResponse, _ meaning: String = "") -> HostError {
    let meaning = (300..<400).contains(response.status) ? "; redirects are not followed" : meaning
    return HostError("ask", url(path), said: "it answered \(response.status)\(meaning)")
  }
}
