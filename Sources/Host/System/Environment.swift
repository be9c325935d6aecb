internal import CLinux
internal import Glibc

/// Environment variables: a snapshot of this process's own, or those of a program to be run.
package struct Environment: Sendable, ExpressibleByDictionaryLiteral {
  /// `NAME=VALUE` each, the bytes as they are.
  package private(set) var entries: [[UInt8]]

  package init(dictionaryLiteral variables: (String, String)...) {
    entries = variables.map { Array("\($0.0)=\($0.1)".utf8) }
  }

  private init(entries: [[UInt8]]) {
    self.entries = entries
  }

  /// This process's variables as they are now.
  package static func current() -> Environment {
    var entries: [[UInt8]] = []
    guard var next = clinux_environment() else { return Environment(entries: []) }
    while let entry = next.pointee {
      entries.append(Array(UnsafeBufferPointer(start: entry, count: strlen(entry)).map { UInt8(bitPattern: $0) }))
      next += 1
    }
    return Environment(entries: entries)
  }

  /// The value of `name`, with U+FFFD for what is not UTF-8; setting nil removes it.
  package subscript(_ name: String) -> String? {
    get {
      let prefix = Array("\(name)=".utf8)
      guard let entry = entries.first(where: { $0.starts(with: prefix) }) else { return nil }
      return String(decoding: entry.dropFirst(prefix.count), as: UTF8.self)
    }
    set {
      let prefix = Array("\(name)=".utf8)
      entries.removeAll { $0.starts(with: prefix) }
      if let newValue { entries.append(prefix + newValue.utf8) }
    }
  }
}
