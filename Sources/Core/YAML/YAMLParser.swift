internal import CYAML

/// libyaml's parser over one text; gives its events one by one.
///
/// `a: [1]` becomes documentStart, mappingStart, scalar `a`, sequenceStart, scalar `1`, collectionEnd, collectionEnd,
/// documentEnd, streamEnd.
struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: YAMLInput
  private let edits: [YAMLEdit]
  private let end: Position

  init(_ text: [UInt8], dialect: YAMLDialect) throws(YAMLFault) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw YAMLFault(.otherSyntax("out of memory"), at: .start)
    }
    self.parser = parser
    edits = dialect.edits
    end = dialect.stop == nil ? dialect.end : Position(line: .max, column: 1)
    input = YAMLInput(text, edits: edits)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // The parser does not outlive `input`: both end in deinit.
    yaml_parser_set_input(
      parser,
      { data, buffer, size, count in
        guard let data, let buffer, let count else { return 0 }
        let input = Unmanaged<YAMLInput>.fromOpaque(data).takeUnretainedValue()
        count.pointee = input.read(upTo: size) { bytes in
          _ = UnsafeMutableBufferPointer(start: buffer, count: size).update(fromContentsOf: bytes)
        }
        return 1
      }, Unmanaged.passUnretained(input).toOpaque())
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; `streamEnd` again and again at the end.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
      defer { yaml_event_delete(&event) }
      if let kind = kind(of: event) {
        return YAMLEvent(kind: kind, start: position(event.start_mark), end: position(event.end_mark))
      }
    }
  }

  private func fault() -> YAMLFault {
    guard let problem = parser.pointee.problem else { return YAMLFault(.otherSyntax("out of memory"), at: .start) }
    let place = position(parser.pointee.problem_mark)
    let begun = parser.pointee.context == nil ? place : position(parser.pointee.context_mark)
    let syntax = YAMLSyntax.problem(String(cString: problem), linesAbove: max(0, place.line - begun.line))
    return YAMLFault(syntax, at: place)
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    // libyaml puts the end of a text whose last line is not ended into the next line.
    min(end, edits.original(Position(line: mark.line + 1, column: mark.column + 1)))
  }

  /// Nil for the start of the stream, which says nothing.
  private func kind(of event: yaml_event_t) -> YAMLEvent.Kind? {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let properties = YAMLProperties(
        anchor: text(scalar.anchor), tag: tag(scalar.tag, isImplied: scalar.plain_implicit == 1))
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(properties, text: String(decoding: bytes, as: UTF8.self), style: style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      let properties = YAMLProperties(anchor: text(start.anchor), tag: tag(start.tag, isImplied: true))
      return .sequenceStart(properties, start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      let properties = YAMLProperties(anchor: text(start.anchor), tag: tag(start.tag, isImplied: true))
      return .mappingStart(properties, start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    case YAML_STREAM_START_EVENT: return nil
    default: return .streamEnd
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLEvent.ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    characters.map { String(decodingCString: $0, as: UTF8.self) }
  }

  /// `!` alone asks for the type that plain text would have. Quoted text without a tag is a string.
  private func tag(_ written: UnsafeMutablePointer<yaml_char_t>?, isImplied: Bool) -> YAMLTag? {
    guard let tag = text(written) else { return isImplied ? nil : .type(.string) }
    return tag == "!" ? nil : YAMLTag(tag)
  }
}
