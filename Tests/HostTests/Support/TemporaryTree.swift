import Foundation

@testable import Host

/// A directory of its own for one test, gone with it.
final class TemporaryTree {
  let path: String

  init() throws {
    path = "\(NSTemporaryDirectory())bringup-\(try Random.token())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of `name` below the directory.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the directories above it.
  @discardableResult
  func write(_ name: String, _ content: [UInt8]) throws -> TemporaryTree {
    let file = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
    return self
  }

  @discardableResult
  func write(_ name: String, _ content: String = "") throws -> TemporaryTree {
    try write(name, Array(content.utf8))
  }

  @discardableResult
  func link(_ name: String, to target: String) throws -> TemporaryTree {
    let file = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    return self
  }

  func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
  }
}
