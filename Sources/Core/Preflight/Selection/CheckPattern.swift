/// A pattern for checks' names, as `--only` and `--skip` take it: `*` is any text, everything else is itself.
///
/// `port:tcp/80*` stands for `port:tcp/80` and `port:tcp/8080`. The beginning of a name stands for all under it: `volume`
/// for each check of each volume, `volume:/var/lib/data` for the checks of that one and not of `/var/lib/data/db`,
/// `port:tcp` for all TCP ports, `cpu` for `cpu.min` and `cpu.max`.
package struct CheckPattern: Hashable, Sendable, CustomStringConvertible {
  package let text: String
  private let bytes: [UInt8]

  package init(_ text: String) throws(ValueProblem) {
    guard !text.isEmpty else { throw .empty }
    self.text = text
    bytes = Array(text.utf8)
  }

  var hasWildcard: Bool { bytes.contains(Self.star) }

  package func matches(_ id: CheckID) -> Bool { mayMatch(NameShape(id)) }

  /// Whether it matches a name of this shape. Takes the length of the one times that of the other.
  func mayMatch(_ shape: NameShape) -> Bool {
    // How much of the pattern can have been used up by the characters so far.
    var used = [Bool](repeating: false, count: bytes.count + 1)
    used[0] = true
    passStars(&used)
    for element in shape.elements {
      if used[bytes.count], isBoundary(element) { return true }
      used = advanced(used, over: element)
    }
    return used[bytes.count]
  }

  private func advanced(_ used: [Bool], over element: NameShape.Element) -> [Bool] {
    var next = [Bool](repeating: false, count: used.count)
    switch element {
    case .anything:
      // Whatever the pattern wants next may stand there.
      if let first = used.firstIndex(of: true) { for index in first..<next.count { next[index] = true } }
    case .byte(let byte):
      for index in bytes.indices where used[index] {
        if bytes[index] == Self.star { next[index] = true } else if bytes[index] == byte { next[index + 1] = true }
      }
      passStars(&next)
    }
    return next
  }

  /// A star may stand for nothing.
  private func passStars(_ used: inout [Bool]) {
    for index in bytes.indices where used[index] && bytes[index] == Self.star { used[index + 1] = true }
  }

  /// Whether what is before `element` stands for all under it. A slash ends a beginning only where the pattern holds none,
  /// so that no directory stands for those in it; a dot only where it holds no colon, so that no file's name does.
  private func isBoundary(_ element: NameShape.Element) -> Bool {
    switch element {
    case .anything: true
    case .byte(UInt8(ascii: ":")): true
    case .byte(UInt8(ascii: "/")): !bytes.contains(UInt8(ascii: "/"))
    case .byte(UInt8(ascii: ".")): !bytes.contains(UInt8(ascii: ":"))
    case .byte: false
    }
  }

  private static let star = UInt8(ascii: "*")

  package var description: String { Printable.escape(text) }

  package static func == (left: CheckPattern, right: CheckPattern) -> Bool { left.bytes == right.bytes }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

/// What the names of some checks have in common: their characters, with gaps of any text.
struct NameShape {
  enum Element {
    case byte(UInt8)
    case anything
  }

  let elements: [Element]

  /// One name.
  init(_ id: CheckID) {
    elements = id.text.utf8.map { .byte($0) }
  }

  /// `before`, any text, `after`.
  init(_ before: some Sequence<UInt8>, _ after: String) {
    elements = before.map { .byte($0) } + [.anything] + after.utf8.map { .byte($0) }
  }
}
