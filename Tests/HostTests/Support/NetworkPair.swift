import Core
import Foundation
import Glibc

@testable import Host

@_silgen_name("setns") private func setns(_ descriptor: Int32, _ kind: Int32) -> Int32

/// Two network namespaces of a test's own, joined by a cable; needs root, iproute2, nftables.
final class NetworkPair: Sendable {
  enum End: String, Sendable {
    case near
    case far
  }

  private let name: String

  static let isPossible = { () -> Bool in
    do {
      let pair = try NetworkPair()
      try pair.run(.near, "/usr/sbin/nft", "list", "ruleset")
      return true
    } catch {
      return false
    }
  }()

  init() throws {
    name = "bringup-\(getpid())-\(try Random.token().prefix(6))"
    for end in [End.near, .far] { try ip("netns", "add", nameOf(end)) }
    try ip("-n", nameOf(.near), "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", nameOf(.far))
    for end in [End.near, .far] {
      try ip("-n", nameOf(end), "address", "add", "\(NetworkPair.address(end))/24", "dev", "cable")
      try ip("-n", nameOf(end), "address", "add", "\(NetworkPair.address6(end))/64", "dev", "cable", "nodad")
      for device in ["lo", "cable"] { try ip("-n", nameOf(end), "link", "set", device, "up") }
    }
  }

  deinit {
    for end in [End.near, .far] { _ = try? ip("netns", "delete", nameOf(end)) }
  }

  static func address(_ end: End) -> String { end == .near ? "192.0.2.1" : "192.0.2.2" }
  static func address6(_ end: End) -> String { end == .near ? "2001:db8::1" : "2001:db8::2" }

  private func nameOf(_ end: End) -> String { "\(name)-\(end.rawValue)" }

  private func ip(_ words: String...) throws { try command("/usr/sbin/ip", words) }

  /// Runs a program at an end.
  func run(_ end: End, _ words: String...) throws {
    try command("/usr/sbin/ip", ["netns", "exec", nameOf(end)] + words)
  }

  /// Loads nftables rules for what comes in at an end.
  func filter(_ end: End, _ rules: [String]) throws {
    let lines = ["table inet test {", "chain input {", "type filter hook input priority 0", "}", "}"]
    try run(end, "/usr/sbin/nft", (lines[..<3] + rules + lines[3...]).joined(separator: "\n"))
  }

  /// Lets no more than `rate` (such as `80mbit`) out of an end.
  func shape(_ end: End, _ rate: String) throws {
    try run(
      end, "/usr/sbin/tc", "qdisc", "add", "dev", "cable", "root", "tbf", "rate", rate, "burst", "64k", "latency",
      "100ms")
  }

  private func command(_ path: String, _ words: [String]) throws {
    var program = Program(path, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], timeLimit: .seconds(20))
    program.arguments = words
    let details = try program.run()
    guard details.end == .exited(0) else {
      throw HostError(words.joined(separator: " "), said: String(decoding: details.output, as: UTF8.self))
    }
  }

  /// Runs `body` at an end, in a thread of its own, which `finished` waits for.
  func start<Value: Sendable>(_ end: End, _ body: @escaping @Sendable () throws -> Value) -> Running<Value> {
    let running = Running<Value>()
    let path = "/run/netns/\(nameOf(end))"
    Thread {
      running.finish(
        Result {
          let namespace = open(path, O_RDONLY | O_CLOEXEC)
          defer { close(namespace) }
          guard setns(namespace, 0) == 0 else { throw HostError("setns", path, Errno(errno)) }
          return try body()
        })
    }.start()
    return running
  }

  /// ``start(_:_:)``, and its value.
  func at<Value: Sendable>(_ end: End, _ body: @escaping @Sendable () throws -> Value) throws -> Value {
    try start(end, body).value()
  }

  final class Running<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var result: Result<Value, any Swift.Error>?

    func finish(_ result: Result<Value, any Swift.Error>) {
      condition.lock()
      self.result = result
      condition.broadcast()
      condition.unlock()
    }

    func value() throws -> Value {
      condition.lock()
      defer { condition.unlock() }
      while true {
        if let result { return try result.get() }
        condition.wait()
      }
    }
  }
}
