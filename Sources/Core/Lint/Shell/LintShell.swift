/// A text that a shell runs, taken apart, and where it lies in the source.
///
/// The items of `bootcmd` are one text, as cloud-init makes one script of them: a quote that one item leaves open
/// reaches into the next.
struct LintShell: Sendable {
  enum Kind: Hashable, Sendable {
    case bootcmd
    case runcmd
    case script
    case boothook
  }

  enum Dialect: Hashable, Sendable {
    /// `/bin/sh`, whatever that is on the node.
    case posix
    /// bash, or another shell that knows as much.
    case bash
  }

  let kind: Kind
  let dialect: Dialect
  let shell: ShellText
  /// Its commands by what they run, in order.
  let programs: [LintProgram]
  private let pieces: [Piece]
  /// The offset of each line's first byte.
  private let lineStarts: [Int]

  /// A text that lies in the source on its own: a script, an item, an argument.
  private struct Piece {
    let start: Int
    /// Nil for an argument, which is told by its node alone.
    let text: LintText?
    let node: YAMLNode?
    let item: Int
  }

  /// The script or boothook that a part is; nil where another program runs it.
  init?(script part: Part, _ text: LintText) {
    let kind: Kind
    switch part.type {
    case .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce: kind = .script
    case .boothook: kind = .boothook
    case .cloudConfig, .cloudConfigPatch, .includeURL, .includeOnceURL, .partHandler, .jinja, .upstartJob, .bringup,
      .unhandled:
      return nil
    }
    guard let dialect = Dialect(script: text.bytes) else { return nil }
    self.init(kind, dialect, text.bytes, [Piece(start: 0, text: text, node: nil, item: 0)], in: text)
  }

  /// Items that a shell never comes to, such as numbers, are left out.
  init(_ commands: LintCommands, in text: LintText) {
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    for (index, item) in commands.items.enumerated() where bytes.count < Limits.commandBytes {
      switch item.value {
      case .string(let string):
        pieces.append(Piece(start: bytes.count, text: text.text(of: item), node: item, item: index))
        bytes += string.utf8
      case .sequence(let arguments):
        for argument in arguments where bytes.count < Limits.commandBytes {
          pieces.append(Piece(start: bytes.count, text: nil, node: argument, item: index))
          bytes += Shellify.line(argument) + [UInt8(ascii: " ")]
        }
      case .null, .bool, .int, .float, .binary, .timestamp, .mapping, .set: continue
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    self.init(commands.key == "bootcmd" ? .bootcmd : .runcmd, .posix, bytes, pieces, in: text)
  }

  private init(_ kind: Kind, _ dialect: Dialect, _ bytes: [UInt8], _ pieces: [Piece], in text: LintText) {
    self.kind = kind
    self.dialect = dialect
    self.pieces = pieces
    let shell = ShellText(bytes)
    self.shell = shell
    programs = shell.commands.compactMap { LintProgram($0, in: shell) }
    lineStarts = LineStarts(bytes).offsets
    whole = text
  }

  private let whole: LintText

  /// The item of `bootcmd` or `runcmd` that a byte is of; 0 in a script.
  func item(at offset: Int) -> Int { piece(at: offset)?.item ?? 0 }

  /// The item's node; nil in a script.
  func node(at offset: Int) -> YAMLNode? { piece(at: offset)?.node }

  /// The place of a range, and its length in columns where it is on one line, else 0.
  func place(of range: Range<Int>) -> (origin: Origin, length: Int) {
    guard let piece = piece(at: range.lowerBound) else { return (whole.origin(at: .start), 0) }
    if let text = piece.text, text.isPlaced {
      let isOneLine = line(at: range.lowerBound) == line(at: max(range.lowerBound, range.upperBound - 1))
      let length = isOneLine ? shell.bytes[range].columns : 0
      return (text.origin(at: position(of: range.lowerBound, in: piece)), length)
    }
    return (whole.origin(at: (piece.node?.start) ?? .start), piece.node?.widthOnFirstLine ?? 0)
  }

  /// Puts `replacement` in place of a range of one line; nil where it does not lie in the source as it is.
  func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit? {
    guard let piece = piece(at: range.lowerBound), let text = piece.text, text.isPlaced else { return nil }
    return text.source.edit(
      from: text.origin(at: position(of: range.lowerBound, in: piece)),
      to: text.origin(at: position(of: range.upperBound, in: piece)), replacement)
  }

  private func position(of offset: Int, in piece: Piece) -> Position {
    let number = line(at: offset)
    let start = max(lineStarts[number], piece.start)
    return Position(
      line: 1 + number - line(at: piece.start), column: 1 + shell.bytes[start..<max(start, offset)].columns)
  }

  private func piece(at offset: Int) -> Piece? {
    let index = Self.count(of: pieces, upTo: offset, \.start)
    return index > 0 ? pieces[index - 1] : nil
  }

  /// Counted from 0.
  private func line(at offset: Int) -> Int {
    max(0, Self.count(of: lineStarts, upTo: offset, \.self) - 1)
  }

  /// How many of `elements`, which are in order, start at `offset` or before it.
  private static func count<Element>(
    of elements: [Element], upTo offset: Int, _ start: (Element) -> Int
  ) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if start(elements[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension LintShell.Dialect {
  /// By the first line that begins with `#!`, which a boothook's may not be the first; nil where another program is
  /// named there, or none.
  fileprivate init?(script: [UInt8]) {
    let lines = script.prefix(1024).split(separator: UInt8(ascii: "\n")).prefix(3)
    guard let line = lines.first(where: { $0.starts(with: "#!".utf8) }) else { return nil }
    var words = line.dropFirst(2).split(whereSeparator: ASCII.isSpace).map { String(decoding: $0, as: UTF8.self) }[...]
    if words.first?.hasSuffix("/env") == true {
      words = words.dropFirst().drop { $0.utf8.first == UInt8(ascii: "-") }
    }
    switch words.first.map(LintProgram.baseName) {
    case "sh", "dash", "ash": self = .posix
    case "bash", "ksh", "zsh", "mksh": self = .bash
    case _: return nil
    }
  }
}

extension LintFindings {
  /// Adds a finding about a range of a shell text.
  mutating func add(
    at range: Range<Int>, in shell: LintShell, _ message: @autoclosure () -> String,
    help: @autoclosure () -> String, assuming: [LintAssumption] = [], severity: LintSeverity? = nil,
    fix: @autoclosure () -> [TextEdit?] = []
  ) {
    let place = isFull ? (Origin(source: ""), 0) : shell.place(of: range)
    add(at: place.0, length: place.1, message(), help: help(), assuming: assuming, severity: severity, fix: fix())
  }
}
