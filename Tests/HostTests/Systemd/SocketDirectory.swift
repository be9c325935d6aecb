import Foundation
import Glibc

@testable import Host

/// A directory with sockets that behave in one way each; gone with the value.
final class SocketDirectory {
  enum Behaviour {
    /// Nobody listens: connections are refused.
    case refusing
    /// Takes connections and never answers.
    case silent
    /// Says this to the first three that connect and begin to speak, and hangs up.
    case saying([UInt8])
    /// Datagrams, which nobody takes.
    case datagrams
  }

  let path: String
  private var numbers: [Int32] = []

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("sockets-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    for number in numbers {
      // Wakes the thread that answers there.
      shutdown(number, Int32(SHUT_RDWR))
      close(number)
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes the socket; its number, which stays open.
  @discardableResult
  func bind(_ name: String, as behaviour: Behaviour) throws -> Int32 {
    let kind: __socket_type =
      switch behaviour {
      case .datagrams: SOCK_DGRAM
      case .refusing, .silent, .saying: SOCK_STREAM
      }
    let number = socket(AF_UNIX, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0)
    numbers.append(number)
    let address = try UnixAddress(path(name))
    try SystemCall.run { address.with { Glibc.bind(number, $0, $1) } }
    switch behaviour {
    case .refusing, .datagrams: break
    case .silent: try SystemCall.run { listen(number, 8) }
    case .saying(let bytes):
      try SystemCall.run { listen(number, 8) }
      // Of its own: the number may belong to another test by the time that it is used again.
      let own = try SystemCall.run { fcntl(number, F_DUPFD_CLOEXEC, 0) }
      Thread.detachNewThread { Self.say(bytes, on: own) }
    }
    return number
  }

  /// From now on nobody is behind the socket; its name stays.
  func abandon(_ number: Int32) {
    numbers.removeAll { $0 == number }
    close(number)
  }

  private static func say(_ bytes: [UInt8], on number: Int32) {
    defer { close(number) }
    for _ in 0..<3 {
      let peer = accept(number, nil, nil)
      if peer < 0 { return }
      // Hung up before, the one that connects would find out only sometimes when it speaks.
      var byte: UInt8 = 0
      recv(peer, &byte, 1, 0)
      send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      close(peer)
    }
  }
}
