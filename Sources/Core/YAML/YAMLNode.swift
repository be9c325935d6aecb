/// A YAML value as PyYAML's SafeLoader types it, with the place it was written.
///
/// A dense document has a node every four bytes, so places are kept in 32 bits: no text is that long.
package struct YAMLNode: Sendable {
  package let value: YAMLValue
  /// A scalar that became something other than text, as it was written: `0755`, which is 493.
  package let written: String?
  private let startLine, startColumn, endLine, endColumn: UInt32
  private let form: Form

  private enum Form {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal(firstLine: UInt32, indent: UInt32)
    case folded
    case block
    case flow
  }

  package init(value: YAMLValue, start: Position, end: Position, style: YAMLStyle, written: String? = nil) {
    self.value = value
    self.written = written
    startLine = UInt32(clamping: start.line)
    startColumn = UInt32(clamping: start.column)
    endLine = UInt32(clamping: end.line)
    endColumn = UInt32(clamping: end.column)
    form =
      switch style {
      case .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal(let firstLine, let indent):
        .literal(firstLine: UInt32(clamping: firstLine), indent: UInt32(clamping: indent))
      case .folded: .folded
      case .block: .block
      case .flow: .flow
      }
  }

  /// First character of the node, in the text that was parsed.
  package var start: Position { Position(line: Int(startLine), column: Int(startColumn)) }

  /// One past its last character.
  package var end: Position { Position(line: Int(endLine), column: Int(endColumn)) }

  package var style: YAMLStyle {
    switch form {
    case .plain: .plain
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal(let firstLine, let indent): .literal(firstLine: Int(firstLine), indent: Int(indent))
    case .folded: .folded
    case .block: .block
    case .flow: .flow
    }
  }
}

/// How a node was written.
package enum YAMLStyle: Hashable, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// `|`: the text's first line in the source and how many columns it is indented by.
  case literal(firstLine: Int, indent: Int)
  /// `>`.
  case folded
  /// An indented sequence or mapping.
  case block
  /// `[...]` or `{...}`.
  case flow
}

extension YAMLNode {
  /// What the node is, for "found ..., wanted ..." sentences: `a list`, `a number`.
  package var kind: String {
    switch value {
    case .null: "nothing"
    case .bool: "a boolean"
    case .int, .float: "a number"
    case .string: "text"
    case .binary: "binary data"
    case .timestamp: "a date"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .set: "a set"
    }
  }
}
