internal import Core

extension MetadataService {
  func url(_ path: String) -> String { "\(endpoint)\(path)" }

  /// The response to one request, tried again while the connection fails or the service is in trouble itself (5xx).
  func answer(
    to method: String, _ path: String, headers: [(String, String)], bodyLimit: Int, until deadline: MonotonicTime
  ) throws(HostError) -> HTTPResponse {
    let request = request(method, path, headers: headers)
    var attempt = 1
    while true {
      do throws(Trouble) {
        let response = try exchange(request, bodyLimit: bodyLimit, until: deadline)
        if response.status < 500 || attempt == timing.attempts { return response }
      } catch {
        if !error.mayPass || attempt == timing.attempts || deadline.hasPassed {
          throw self.error(error, asking: path)
        }
      }
      attempt += 1
      do throws(Errno) {
        // Nothing to wait for but the time.
        _ = try Poll.wait(for: [], until: min(deadline, .now + timing.pause))
      } catch {
        throw HostError("ask", url(path), error)
      }
    }
  }

  private func request(_ method: String, _ path: String, headers: [(String, String)]) -> [UInt8] {
    let fields = [("Host", endpoint.authority), ("User-Agent", "bringup"), ("Connection", "close")] + headers
    let lines = ["\(method) \(path) HTTP/1.1"] + fields.map { "\($0.0): \($0.1)" } + ["", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  private func exchange(
    _ request: [UInt8], bodyLimit: Int, until deadline: MonotonicTime
  ) throws(Trouble) -> HTTPResponse {
    let connection: TCPConnection
    do throws(Errno) { connection = try sent(request, until: deadline) } catch { throw .connection(error) }
    var reader = HTTPResponseReader(bodyLimit: bodyLimit)
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count: Int
      do throws(Errno) {
        count = try connection.receive(into: &buffer, until: deadline)
      } catch {
        throw .connection(error)
      }
      do throws(HTTPFault) {
        if count == 0 { try reader.end() } else { try reader.read(buffer[..<count]) }
      } catch {
        throw .answer(error)
      }
      if let response = reader.response { return response }
    }
  }

  private func sent(_ request: [UInt8], until deadline: MonotonicTime) throws(Errno) -> TCPConnection {
    let connection = try TCPConnection.open(
      endpoint.address, port: endpoint.port, until: min(deadline, .now + timing.connect))
    try connection.send(request, until: deadline)
    return connection
  }

  private enum Trouble: Swift.Error {
    case connection(Errno)
    case answer(HTTPFault)

    /// Whether another attempt may do better.
    var mayPass: Bool {
      switch self {
      case .connection, .answer(.cutShort): true
      case .answer(.notHTTP), .answer(.badHeader), .answer(.badLength), .answer(.badChunk),
        .answer(.transferEncoding), .answer(.headTooLarge), .answer(.bodyTooLarge):
        false
      }
    }
  }

  private func error(_ trouble: Trouble, asking path: String) -> HostError {
    switch trouble {
    case .connection(.timedOut):
      HostError(
        "ask", url(path),
        said: "no answer in time; in a container, the instance's hop limit for metadata has to be 2 or more")
    case .connection(let errno): HostError("ask", url(path), errno)
    case .answer(let fault): HostError("ask", url(path), said: fault.sentence)
    }
  }
}
