/// The syntax errors that libyaml finds, by its own words for them.
package enum YAMLSyntax: String, Hashable, Sendable {
  case valueNotAllowed = "mapping values are not allowed in this context"
  case keyNotAllowed = "mapping keys are not allowed in this context"
  case itemNotAllowed = "block sequence entries are not allowed in this context"
  case noColon = "could not find expected ':'"
  case cannotStart = "found character that cannot start any token"
  case noItem = "did not find expected '-' indicator"
  case noKey = "did not find expected key"
  case openList = "did not find expected ',' or ']'"
  case openMapping = "did not find expected ',' or '}'"
  case openQuote = "found unexpected end of stream"
  case markerInQuotes = "found unexpected document indicator"
  case unknownEscape = "found unknown escape character"
  case notHexadecimal = "did not find expected hexdecimal number"
  case notACodePoint = "found invalid Unicode character escape code"
  case blockHeader = "did not find expected comment or line break"
  case zeroIndent = "found an indentation indicator equal to 0"
  case anchorName = "did not find expected alphabetic or numeric character"
  case noContent = "did not find expected node content"
  case noDocumentStart = "did not find expected <document start>"
  case tagHandle = "found undefined tag handle"
  case tagEnd = "did not find expected whitespace or line break"
  case noTag = "did not find expected tag URI"
  case version = "found incompatible YAML document"
  case duplicateTagDirective = "found duplicate %TAG directive"

  /// libyaml has two more for tabs.
  static func problem(_ text: String, linesAbove: Int) -> YAMLProblem {
    switch text {
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      .tab
    default: YAMLSyntax(rawValue: text).map { .syntax($0, linesAbove: linesAbove) } ?? .otherSyntax(text)
    }
  }

  /// `begun` says where what is wrong began: `in the line above`.
  func sentence(begun: String) -> String {
    switch self {
    case .valueNotAllowed: "a \": \" makes a mapping, which cannot begin here; put text that holds \": \" in quotes"
    case .keyNotAllowed: "a \"? \" makes a key, which cannot begin here; put the text in quotes"
    case .itemNotAllowed: "a list item (\"- \") cannot begin here; put it on a line of its own"
    case .noColon: "a key without \":\"; write \"key: value\", or indent the line further if it continues the one above"
    case .cannotStart: "this character cannot begin a value; put the whole value in quotes"
    case .noItem:
      "the list above ended here unexpectedly; wanted \"- \" at its indentation, or put the item above in quotes"
    case .noKey:
      "the mapping above ended here unexpectedly; wanted a key at its indentation, or put the value above in quotes"
    case .openList:
      "wanted \",\" or \"]\" in the list that \"[\" opened \(begun); put text that begins with \"[\" in quotes"
    case .openMapping:
      "wanted \",\" or \"}\" in the mapping that \"{\" opened \(begun); put text that begins with \"{\" in quotes"
    case .openQuote: "a quote opened \(begun) is never closed"
    case .markerInQuotes: "a line of \"---\" or \"...\" inside quotes opened \(begun); is the closing quote missing?"
    case .unknownEscape: "an unknown escape in double quotes; write \"\\\\\" for a backslash, or use single quotes"
    case .notHexadecimal: "an escape in double quotes has too few hexadecimal digits"
    case .notACodePoint:
      "an escape in double quotes is no character; write one above U+FFFF as \"\\U\" and eight digits"
    case .blockHeader: "text after \"|\" or \">\", which begin a block; put the block below it, or the value in quotes"
    case .zeroIndent: "the indentation after \"|\" or \">\" is 0, wanted 1 to 9"
    case .anchorName: "a name must follow \"&\" or \"*\" at the start of a value; put the value in quotes if it is text"
    case .noContent: "a value is missing here; put text that begins with a special character in quotes"
    case .noDocumentStart: "the document ended above, and this does not begin another; is \"---\" missing?"
    case .tagHandle: "a tag's handle (\"!name!\") is not declared with %TAG; put the value in quotes if it is text"
    case .tagEnd: "a tag must be followed by a space; put the value in quotes if it is text"
    case .noTag: "\"!\" begins a tag and none follows; put the value in quotes if it is text"
    case .version: "the version of YAML is not 1.x; remove the %YAML line"
    case .duplicateTagDirective: "a second %TAG directive for the same handle; remove it"
    }
  }
}
