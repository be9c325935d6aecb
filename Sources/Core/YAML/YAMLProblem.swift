/// Why a text is not the YAML that cloud-init reads.
package enum YAMLProblem: Swift.Error, Hashable, Sendable {
  case notUTF8(UInt8)
  /// A character that PyYAML's reader refuses wherever it stands.
  case unprintable(UInt32)
  case byteOrderMark
  case tab

  case indicator(UInt8)
  case unopenedBracket(UInt8)
  case questionMark
  case tagEnd
  case blockScalarHeader
  case directiveName
  case tooManyTagDirectives
  case secondVersion
  case noDocumentStart
  /// What libyaml found, and how far above what it belongs to began: a quote, a bracket.
  case syntax(YAMLSyntax, linesAbove: Int = 0)
  /// What libyaml found, in its words, where there is no better sentence.
  case otherSyntax(String)

  case secondDocument
  case undefinedAlias
  case duplicateAnchor(linesAbove: Int)
  case recursiveAlias
  case tooDeep
  case tooManyNodes

  case unknownTag(String)
  /// An explicit tag on a node of another kind: `!!str [a]`.
  case tagOfOtherKind(tag: String, found: String)
  /// Text that its type, written or implied, does not allow: `2024-13-01`.
  case notA(String, text: String)
  /// A number of more digits than ``Limits/yamlDigits``.
  case tooManyDigits
  /// `=` or `<<` where a value is wanted.
  case specialValue(String)
  case unhashableKey(String)
  case mergeOf(String)
  /// An item of `!!omap` or `!!pairs`.
  case notAPair(String)

  package var sentence: String {
    switch self {
    case .notUTF8(let byte): "byte 0x\(hexadecimal(UInt32(byte))) is not UTF-8; save the file as UTF-8"
    case .unprintable(let scalar):
      "the character U+\(hexadecimal(scalar, digits: 4)) is not allowed in YAML; write it as an escape in double quotes"
    case .byteOrderMark: "a byte order mark (U+FEFF) begins the line; remove it"
    case .tab: "a tab where YAML wants spaces; indent with spaces"
    case .indicator(let byte): "\(character(byte)) cannot begin a value; put the whole value in quotes"
    case .unopenedBracket(let byte): "\(character(byte)) closes nothing; put the value in quotes if it is text"
    case .questionMark: "\"?\" inside [ ] or { } begins a key; put the text in quotes"
    case .tagEnd: "a tag must be followed by a space; write e.g. \"!!str a\""
    case .blockScalarHeader:
      "text after \"|\" or \">\", which begin a block; put the block below it, or the value in quotes"
    case .directiveName: "\"%\" at the start of a line begins a directive; put the value in quotes"
    case .secondVersion: "a second %YAML directive; remove it"
    case .noDocumentStart: "directives (\"%...\") must be followed by a line \"---\""
    case .syntax(let syntax, let lines): syntax.sentence(begun: Self.above(lines))
    case .otherSyntax(let problem): "not YAML: \(Printable.escape(problem))"
    case .secondDocument: "a second document begins; only one is allowed here, remove the \"---\""
    // No names: what YAML takes for an alias may be a password that nobody quoted.
    case .undefinedAlias:
      "the * makes this refer to an anchor, and none of that name is defined above; put it in quotes if it is text"
    case .duplicateAnchor(let lines):
      "an anchor of this name was defined \(Self.above(lines)) already; give this one another name"
    case .recursiveAlias: "this alias stands inside the node that it refers to"
    case .tooManyTagDirectives: "more than \(Limits.yamlTagDirectives) %TAG directives"
    case .tooDeep: "YAML collections are nested more than \(Limits.yamlDepth) deep"
    case .tooManyNodes: "the document has more than \(Limits.yamlNodes) values, aliases expanded"
    case .unknownTag(let tag):
      "tag \(Printable.quote(tag)) is not known to cloud-init; put the value in quotes if it is text"
    case .tagOfOtherKind(let tag, let found): "tag \(Printable.quote(tag)) is on \(found), which it does not fit"
    case .notA(let type, let text): "\(Printable.quote(text)) is not \(type); put it in quotes if it is text"
    case .tooManyDigits: "a number of more than \(Limits.yamlDigits) digits; put it in quotes if it is text"
    case .specialValue(let text): "a bare \(Printable.quote(text)) has no value in YAML 1.1; put it in quotes"
    case .unhashableKey(let kind): "\(kind) cannot be a key; put the key in quotes if it is text"
    case .mergeOf(let kind): "\"<<\" merges \(kind), wanted a mapping or a list of mappings"
    case .notAPair(let kind): "\(kind) in an ordered map, wanted a mapping of one key"
    }
  }

  /// Told by distance, for a line's number is another in the source that the text lies in.
  private static func above(_ lines: Int) -> String {
    switch lines {
    case 0: "in this line"
    case 1: "in the line above"
    default: "\(lines) lines above"
    }
  }

  private func hexadecimal(_ value: UInt32, digits: Int = 2) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  private func character(_ byte: UInt8) -> String { Printable.quote(String(Unicode.Scalar(byte))) }
}
