/// An absolute path without `.`, `..`, empty components or NUL; `/` alone is the root.
package struct AbsolutePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  package enum Fault: Swift.Error, Hashable, Sendable {
    case empty
    case relative
    case holdsNUL
    /// Longer than PATH_MAX (4,096 bytes with the NUL) or a component longer than NAME_MAX (255 bytes).
    case tooLong
    /// Names a directory: `/`, or text that ends in a slash.
    case directory
  }

  package let text: String
  /// The text held `..`, which was resolved lexically as Python's `os.path.abspath` does.
  package let hadParentReference: Bool

  /// Normalises as Python's `os.path.abspath` does, lexically: `/a//b/../c` is `/a/c`.
  package init(_ text: String) throws(Fault) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.first == UInt8(ascii: "/") else { throw .relative }
    if AbsolutePath.isNormal(text) {
      self.init(normal: text)
      return
    }
    guard !text.utf8.contains(0) else { throw .holdsNUL }
    var components: [Substring.UTF8View.SubSequence] = []
    var parentReference = false
    for component in text.utf8.split(separator: UInt8(ascii: "/")) {
      if component.elementsEqual(".".utf8) { continue }
      if component.elementsEqual("..".utf8) {
        parentReference = true
        _ = components.popLast()
        continue
      }
      guard component.count <= 255 else { throw .tooLong }
      components.append(component)
    }
    let normal = components.isEmpty ? "/" : components.map { "/" + String(Substring($0)) }.joined()
    guard normal.utf8.count < 4096 else { throw .tooLong }
    self.init(normal: normal, hadParentReference: parentReference)
  }

  /// Whether `text`, which begins with a slash, is short and surely as ``init(_:)`` would leave it: no component is empty,
  /// begins with a dot or holds a NUL. Most paths are.
  private static func isNormal(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0 || previous == UInt8(ascii: "/") && (byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")) {
        return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/") && text.utf8.count <= 255
  }

  /// A path that this program wrote down itself; nil where it is none.
  package init?(known text: String) {
    do throws(Fault) {
      try self.init(text)
    } catch {
      return nil
    }
  }

  private init(normal: String, hadParentReference: Bool = false) {
    text = normal
    self.hadParentReference = hadParentReference
  }

  package static let root = AbsolutePath(normal: "/")
  /// Where administrators' unit files and drop-ins live.
  package static let systemdUnits = AbsolutePath(normal: "/etc/systemd/system")
  /// This program's own memory.
  package static let bringupState = AbsolutePath(normal: "/var/lib/bringup")
  /// The documents that a gate checks the node against.
  package static let preflightDocuments = AbsolutePath(normal: "/var/lib/bringup/preflight")
  /// Where packages and images put this program.
  package static let installedProgram = AbsolutePath(normal: "/usr/bin/bringup")

  /// The directory that holds it; the root's is the root.
  package var parent: AbsolutePath { AbsolutePath(normal: AbsolutePath.split(text).directory) }

  /// The last component; empty for the root.
  package var name: String { AbsolutePath.split(text).name }

  /// What is before the last slash of a path that need not be normal, and what is after it: `/a/../b` is `/a/..` and `b`.
  package static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("/", path) }
    let directory = String(path[..<slash])
    return (directory.isEmpty ? "/" : directory, String(path[path.utf8.index(after: slash)...]))
  }

  /// `name` in this directory. `name` is one component, given by this program and not by input.
  package func appending(_ name: String) -> AbsolutePath {
    precondition(!name.isEmpty && name != ".." && !name.utf8.contains(UInt8(ascii: "/")), "one path component")
    return AbsolutePath(normal: text == "/" ? "/\(name)" : "\(text)/\(name)")
  }

  /// By byte, so that listings do not depend on a locale.
  package static func < (left: AbsolutePath, right: AbsolutePath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package static func == (left: AbsolutePath, right: AbsolutePath) -> Bool {
    left.text.hasBytes(of: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  package var description: String { Printable.escape(text) }
}
