extension LintText {
  /// What stands in the source between two places of one line; nil where the text does not lie there as it is.
  func written(from start: Position, to end: Position) -> String? {
    guard isPlaced, start.line == end.line, start <= end, let line = rest(of: start) else { return nil }
    return String(String.UnicodeScalarView(line.text.prefix(end.column - start.column)))
  }

  /// What stands in the source from a place to the end of its line, and where that begins.
  func rest(of start: Position) -> (text: Substring.UnicodeScalarView, origin: Origin)? {
    let origin = origin(at: start)
    guard isPlaced, origin.part == nil, let place = origin.position, let line = source.line(place.line) else {
      return nil
    }
    let scalars = Substring(decoding: line, as: UTF8.self).unicodeScalars
    return (scalars.dropFirst(place.column - 1), origin)
  }
}

extension Origin {
  /// So many columns further on its line.
  func moved(by columns: Int) -> Origin {
    guard let position else { return self }
    return Origin(
      source: source, part: part, position: Position(line: position.line, column: position.column + columns))
  }
}

extension LintPart {
  /// `bootcmd` and `runcmd`, as far as they are there.
  var commands: [LintCommands] { [bootcmd, runcmd].compactMap(\.self) }
}

extension YAMLNode {
  /// The text, where it is one.
  var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The entries, where it is a mapping.
  var fields: YAMLMapping? {
    if case .mapping(let mapping) = value { mapping } else { nil }
  }

  /// The items of a list; none of anything else.
  var items: [YAMLNode] {
    if case .sequence(let items) = value { items } else { [] }
  }

  /// Text of one line in single quotes, in which only they themselves need another.
  static func singleQuoted(_ text: String) -> String {
    "'" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "'" ? "''" : String($1) } + "'"
  }
}
