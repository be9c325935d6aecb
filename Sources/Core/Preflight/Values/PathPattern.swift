/// An absolute path whose components may hold the wildcards of Go's `filepath.Match`: `*`, `?`, `[...]`, `\` before any.
///
/// `/dev/nvidia*` is the literal component `dev` and the pattern `nvidia*`. Components are matched one by one, as
/// `filepath.Glob` does, so that no wildcard reaches over a slash. Empty components and `.` are dropped.
package struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  package enum Fault: Swift.Error, Hashable, Sendable {
    case empty
    case relative
    case holdsNUL
    /// Longer than PATH_MAX, or a component without wildcards longer than NAME_MAX.
    case tooLong
    /// `..`, which is another place on either side of a symbolic link.
    case parentReference
    case glob(NameGlob.Fault)
  }

  package enum Component: Sendable {
    /// A file's name, to be looked up and not searched for.
    case literal(String)
    /// To be tried on each name in the directory.
    case pattern(NameGlob)

    package func matches(_ name: [UInt8]) -> Bool {
      switch self {
      case .literal(let text): text.utf8.elementsEqual(name)
      case .pattern(let glob): glob.matches(name)
      }
    }
  }

  /// As the manifest has it.
  package let text: String
  /// From the root on; none for `/`.
  package let components: [Component]
  /// The path itself; nil where a component is a pattern.
  package let literal: AbsolutePath?

  package init(_ text: String) throws(Fault) {
    guard let first = text.utf8.first else { throw .empty }
    guard first == UInt8(ascii: "/") else { throw .relative }
    guard text.utf8.count < 4096 else { throw .tooLong }
    guard !text.utf8.contains(0) else { throw .holdsNUL }
    var components: [Component] = []
    var names: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: "/")) {
      let component = try PathPattern.component(String(Substring(part)))
      if case .literal(let name) = component {
        if name == "." { continue }
        names.append(name)
      }
      components.append(component)
    }
    self.text = text
    self.components = components
    literal = names.count == components.count ? AbsolutePath(known: "/" + names.joined(separator: "/")) : nil
  }

  private static func component(_ text: String) throws(Fault) -> Component {
    let glob: NameGlob
    do throws(NameGlob.Fault) { glob = try NameGlob(text) } catch { throw .glob(error) }
    guard let literal = glob.literal else { return .pattern(glob) }
    guard literal != ".." else { throw .parentReference }
    guard literal.utf8.count <= 255 else { throw .tooLong }
    return .literal(literal)
  }

  package var hasWildcards: Bool { literal == nil }

  package static func == (left: PathPattern, right: PathPattern) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  package var description: String { Printable.escape(text) }
}
