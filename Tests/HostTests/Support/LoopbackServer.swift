import Foundation
import Glibc
import Synchronization

/// A server on a port of 127.0.0.1 of its own that says what a test tells it to, one connection after the other.
final class LoopbackServer: Sendable {
  enum Act: Sendable {
    case say(String)
    case sayBytes([UInt8])
    /// Says nothing more, until the client has gone.
    case hold
    /// The same byte again and again, until the client has gone.
    case drip(UInt8)
    /// Ends the connection with an error for the client.
    case reset
  }

  let port: UInt16
  private let listener: Int32
  private let seen: Seen

  private final class Seen: Sendable {
    let requests = Mutex<[String]>([])
  }

  /// `script` says how to answer a request; its number counts from 0.
  init(_ script: @escaping @Sendable (_ request: String, _ number: Int) -> [Act]) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var size = socklen_t(MemoryLayout.size(ofValue: address))
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, pointer, &size) == 0
      }
    }
    guard bound else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    let seen = Seen()
    self.seen = seen
    Thread { LoopbackServer.serve(listener, seen, script) }.start()
  }

  deinit {
    // Wakes the thread, which closes it.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// The requests so far, heads only.
  var requests: [String] { seen.requests.withLock { $0 } }

  private static func serve(
    _ listener: Int32, _ seen: Seen, _ script: @Sendable (_ request: String, _ number: Int) -> [Act]
  ) {
    while true {
      let connection = accept(listener, nil, nil)
      if connection == -1 { break }
      let request = head(connection)
      let number = seen.requests.withLock { requests in
        requests.append(request)
        return requests.count - 1
      }
      for act in script(request, number) { perform(act, on: connection) }
      close(connection)
    }
    close(listener)
  }

  private static func head(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func perform(_ act: Act, on connection: Int32) {
    switch act {
    case .say(let text): say(Array(text.utf8), on: connection)
    case .sayBytes(let bytes): say(bytes, on: connection)
    case .hold:
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
    case .drip(let byte):
      while send(connection, [byte], 1, Int32(MSG_NOSIGNAL)) == 1 { usleep(2000) }
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }
  }

  private static func say(_ bytes: [UInt8], on connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }
}
