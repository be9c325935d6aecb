/// One event of libyaml's parser: what begins, stands or ends, and from where to where.
struct YAMLEvent {
  enum Kind {
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(YAMLProperties, text: String, style: ScalarStyle)
    case sequenceStart(YAMLProperties, YAMLStyle)
    case mappingStart(YAMLProperties, YAMLStyle)
    case collectionEnd
  }

  enum ScalarStyle {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  let kind: Kind
  let start: Position
  let end: Position
}

/// What stands before a node.
struct YAMLProperties {
  let anchor: String?
  /// Nil where the type is to be told from the node.
  let tag: YAMLTag?
}

extension YAMLEvent {
  var isCollectionEnd: Bool {
    if case .collectionEnd = kind { true } else { false }
  }
}
