import Foundation
import Glibc

/// A directory of its own, removed at the end.
final class ScratchRoot: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/bringup-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    // What a test made immutable or mounted is its own to undo; everything else goes.
    do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
  }

  func makeDirectory(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(relative)", withIntermediateDirectories: true)
  }

  private func makeDirectory(above relative: String) throws {
    if let slash = relative.lastIndex(of: "/") { try makeDirectory(String(relative[..<slash])) }
  }

  func write(_ relative: String, _ text: String, mode: mode_t = 0o644) throws {
    try makeDirectory(above: relative)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(relative)"))
    chmod("\(path)/\(relative)", mode)
  }

  func link(_ relative: String, to target: String) throws {
    try makeDirectory(above: relative)
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(relative)", withDestinationPath: target)
  }

  func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(relative)")
  }

  func text(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(relative)")), as: UTF8.self)
  }

  func exists(_ relative: String) -> Bool {
    var raw = stat()
    return lstat("\(path)/\(relative)", &raw) == 0
  }

  func mode(_ relative: String) -> mode_t {
    var raw = stat()
    return lstat("\(path)/\(relative)", &raw) == 0 ? raw.st_mode & 0o7777 : 0
  }

  func owner(_ relative: String) -> [uid_t] {
    var raw = stat()
    return lstat("\(path)/\(relative)", &raw) == 0 ? [raw.st_uid, raw.st_gid] : []
  }

  func inode(_ relative: String) -> ino_t {
    var raw = stat()
    return lstat("\(path)/\(relative)", &raw) == 0 ? raw.st_ino : 0
  }

  /// Every path below the root but the program's own state, sorted.
  func tree() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { !$0.hasPrefix("var") }.sorted()
  }
}
