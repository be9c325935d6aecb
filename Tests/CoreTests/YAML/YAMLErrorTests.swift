import Core
import Testing

/// What people get wrong, and the one line that they are told.
struct YAMLErrorTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let text: String
    let line: String

    init(_ text: String, _ line: String) {
      self.text = text
      self.line = line
    }

    var testDescription: String { text.debugDescription }
  }

  static let tab = "a tab where YAML wants spaces; indent with spaces"
  static let blockHeader =
    "text after \"|\" or \">\", which begin a block; put the block below it, or the value in quotes"

  static let mistakes = [
    Mistake("runcmd:\n\t- ls", "x:2:1: \(tab)"),
    Mistake("runcmd:\t- ls", "x:1:8: \(tab)"),
    Mistake("a: 1\t# note", "x:1:5: \(tab)"),
    Mistake("a: two\twords", "x:1:7: \(tab)"),
    Mistake("é: [1,\t2]", "x:1:7: \(tab)"),
    Mistake("a: |\t\n  x", "x:1:5: \(tab)"),
    Mistake("a: |\n  x\n\ty", "x:3:1: \(tab)"),
    Mistake("a: |\n          \tx", "x:2:11: \(tab)"),
    Mistake("a:\n- b: |\n            \tx", "x:3:13: \(tab)"),
    Mistake("%YAML 1.1\t\n---\n", "x:1:10: \(tab)"),
    Mistake("%FOO\tbar\n---\n", "x:1:5: \(tab)"),
    Mistake(
      "- echo a: b: c",
      "x:1:12: a \": \" makes a mapping, which cannot begin here; put text that holds \": \" in quotes"),
    Mistake("- @x", "x:1:3: \"@\" cannot begin a value; put the whole value in quotes"),
    Mistake("- `date`", "x:1:3: \"`\" cannot begin a value; put the whole value in quotes"),
    Mistake("[>]", "x:1:2: \">\" cannot begin a value; put the whole value in quotes"),
    Mistake("a: ]", "x:1:4: \"]\" closes nothing; put the value in quotes if it is text"),
    Mistake("[a?b]", "x:1:3: \"?\" inside [ ] or { } begins a key; put the text in quotes"),
    Mistake("[!!str,a]", "x:1:7: a tag must be followed by a space; write e.g. \"!!str a\""),
    Mistake("- > file", "x:1:5: \(blockHeader)"),
    Mistake("a: |# note\n  x", "x:1:5: \(blockHeader)"),
    Mistake("a: |0\n  x", "x:1:5: the indentation after \"|\" or \">\" is 0, wanted 1 to 9"),
    Mistake("%\n---\n", "x:1:2: \"%\" at the start of a line begins a directive; put the value in quotes"),
    Mistake("%YAML 1.1\n%YAML 1.1\n---\n", "x:2:1: a second %YAML directive; remove it"),
    Mistake(
      (0...1000).map { "%TAG !t\($0)! x\n" }.joined() + "--- a\n", "x:1001:5: more than 1000 %TAG directives"),
    Mistake("%FOO\na: 1", "x:2:1: directives (\"%...\") must be followed by a line \"---\""),
    Mistake("%YAML 2.0\n---\n", "x:1:1: the version of YAML is not 1.x; remove the %YAML line"),
    Mistake(
      "%TAG !a! b\n%TAG !a! c\n---\n", "x:2:1: a second %TAG directive for the same handle; remove it"),
    Mistake("a: 1\n\u{FEFF}b: 2", "x:2:1: a byte order mark (U+FEFF) begins the line; remove it"),
    Mistake(
      "a: \u{7}",
      "x:1:4: the character U+0007 is not allowed in YAML; write it as an escape in double quotes"),
    Mistake(
      "é\u{85}\u{2028}ab\u{7F}",
      "x:3:3: the character U+007F is not allowed in YAML; write it as an escape in double quotes"),
    Mistake("a: 1\n--- \nb: 2", "x:2:1: a second document begins; only one is allowed here, remove the \"---\""),
    Mistake("a: 1\n...\njunk", "x:3:1: the document ended above, and this does not begin another; is \"---\" missing?"),
    Mistake(
      "- *.log",
      "x:1:4: a name must follow \"&\" or \"*\" at the start of a value; put the value in quotes if it is text"),
    Mistake(
      "- *log",
      "x:1:3: the * makes this refer to an anchor, and none of that name is defined above; put it in quotes if it is text"
    ),
    Mistake(
      "- &a 1\n- &a 2",
      "x:2:3: an anchor of this name was defined in the line above already; give this one another name"),
    Mistake("a: &a [*a]", "x:1:8: this alias stands inside the node that it refers to"),
    Mistake("a: !foo b", "x:1:4: tag \"!foo\" is not known to cloud-init; put the value in quotes if it is text"),
    Mistake("!foo [a]", "x:1:1: tag \"!foo\" is not known to cloud-init; put the value in quotes if it is text"),
    Mistake("a: !!str [b]", "x:1:4: tag \"!!str\" is on a list, which it does not fit"),
    Mistake("a: !!seq {b}", "x:1:4: tag \"!!seq\" is on a mapping, which it does not fit"),
    Mistake("a: !!map b", "x:1:4: tag \"!!map\" is on text, which it does not fit"),
    Mistake(
      "a: 2024-13-01", "x:1:4: \"2024-13-01\" is not a date that exists; put it in quotes if it is text"),
    Mistake("a: !!int x", "x:1:4: \"x\" is not an integer; put it in quotes if it is text"),
    Mistake("a: !!float x", "x:1:4: \"x\" is not a number; put it in quotes if it is text"),
    Mistake("a: !!bool x", "x:1:4: \"x\" is not a boolean; put it in quotes if it is text"),
    Mistake("a: !!binary x", "x:1:4: \"x\" is not base64; put it in quotes if it is text"),
    Mistake("a: =", "x:1:4: a bare \"=\" has no value in YAML 1.1; put it in quotes"),
    Mistake("a: <<", "x:1:4: a bare \"<<\" has no value in YAML 1.1; put it in quotes"),
    Mistake("? [a]\n: b", "x:1:3: a list cannot be a key; put the key in quotes if it is text"),
    Mistake("{{ a }}: b", "x:1:2: a mapping cannot be a key; put the key in quotes if it is text"),
    Mistake("<<: a", "x:1:5: \"<<\" merges text, wanted a mapping or a list of mappings"),
    Mistake("!!omap [a]", "x:1:1: text in an ordered map, wanted a mapping of one key"),
    Mistake("a: \"b", "x:1:6: a quote opened in this line is never closed"),
    Mistake("a: \"b\nc\n", "x:3:1: a quote opened 2 lines above is never closed"),
    Mistake(
      "a: 'b\n--- c'",
      "x:2:1: a line of \"---\" or \"...\" inside quotes opened in the line above; is the closing quote missing?"),
    Mistake(
      #"- "\d+""#, "x:1:4: an unknown escape in double quotes; write \"\\\\\" for a backslash, or use single quotes"),
    Mistake(#"- "\x4""#, "x:1:6: an escape in double quotes has too few hexadecimal digits"),
    Mistake(
      #"- "\ud83d\ude00""#,
      "x:1:6: an escape in double quotes is no character; write one above U+FFFF as \"\\U\" and eight digits"),
    Mistake(
      "- [ -f x ] && y",
      "x:1:13: a name must follow \"&\" or \"*\" at the start of a value; put the value in quotes if it is text"),
    Mistake(
      "- \"a\" b",
      "x:1:7: the list above ended here unexpectedly; wanted \"- \" at its indentation, or put the item above in quotes"
    ),
    Mistake(
      "a:\n - b\n- c",
      "x:3:1: the mapping above ended here unexpectedly; wanted a key at its indentation, or put "
        + "the value above in quotes"
    ),
    Mistake(
      "a: 1\nb\nc: 2",
      "x:3:1: a key without \":\"; write \"key: value\", or indent the line further if it continues the one above"),
    Mistake(
      "[a b",
      "x:1:5: wanted \",\" or \"]\" in the list that \"[\" opened in this line; put text that "
        + "begins with \"[\" in quotes"
    ),
    Mistake(
      "{a b\n",
      "x:2:1: wanted \",\" or \"}\" in the mapping that \"{\" opened in the line above; put text "
        + "that begins with \"{\" in quotes"
    ),
    Mistake("a: - b", "x:1:4: a list item (\"- \") cannot begin here; put it on a line of its own"),
    Mistake("a: ? b", "x:1:4: a \"? \" makes a key, which cannot begin here; put the text in quotes"),
    Mistake("[,]", "x:1:2: a value is missing here; put text that begins with a special character in quotes"),
    Mistake(
      "- !a!b c",
      "x:1:3: a tag's handle (\"!name!\") is not declared with %TAG; put the value in "
        + "quotes if it is text"),
    Mistake("- !a\"b", "x:1:5: a tag must be followed by a space; put the value in quotes if it is text"),
    Mistake("- !! b", "x:1:5: \"!\" begins a tag and none follows; put the value in quotes if it is text"),
    Mistake("- !<a b", "x:1:6: not YAML: did not find the expected '>'"),
  ]

  @Test("a mistake is told in one line with its place", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(parseError(Array(mistake.text.utf8)) == mistake.line)
  }

  @Test(
    "bytes that are not UTF-8 are told with the first of them",
    arguments: [
      ([0x61, 0x3A, 0x0A, 0xE9, 0x74, 0xE9], "x:2:1: byte 0xE9 is not UTF-8; save the file as UTF-8"),
      ([0x61, 0xC3], "x:1:2: byte 0xC3 is not UTF-8; save the file as UTF-8"),
      ([0xC0, 0x80], "x:1:1: byte 0xC0 is not UTF-8; save the file as UTF-8"),
      ([0xED, 0xA0, 0x80], "x:1:1: byte 0xED is not UTF-8; save the file as UTF-8"),
      ([0xF4, 0x90, 0x80, 0x80], "x:1:1: byte 0xF4 is not UTF-8; save the file as UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "x:1:1: byte 0xFF is not UTF-8; save the file as UTF-8"),
    ])
  func notUTF8(_ bytes: [UInt8], _ line: String) {
    #expect(parseError(bytes) == line)
  }

  @Test("the place is that in the source where the text lies in one line for line")
  func placed() {
    let outer = Placement.whole("ig.yaml").inner(firstLine: 14, indent: 6)
    let error = #expect(throws: UserDataError.self) { try YAML.parse(Array("a: 1\nb:\tc".utf8), placement: outer) }
    #expect(error?.origin.description == "ig.yaml:15:9")
  }

  @Test(
    "a tab within quotes is text, whatever is escaped before it",
    arguments: [#""b\"\#tc""#, #""b\\\#tc""#, "'b''\tc'", "\"b\\\n\tc\"", "\"b\\\r\n\tc\"", "\"b\n\tc\""])
  func quoted(text: String) {
    #expect(parseError(Array("a: \(text)\nd: e".utf8)) == nil)
    #expect(parseError(Array("a: \(text)\td".utf8)) != nil)
  }

  @Test("what is wrong first in the text is what is told")
  func first() {
    #expect(parseError(Array("a: !foo b\nc:\td".utf8))?.hasPrefix("x:1:4: tag") == true)
    #expect(parseError(Array("a:\tb\nc: !foo d".utf8)) == "x:1:3: \(Self.tab)")
  }

  @Test("an error behind an edit of the text is told where it is in the text itself")
  func edited() {
    #expect(parseError(Array("[{a:[1]}, {b:[2]}, ? , c d, !x e]".utf8))?.hasPrefix("x:1:29: tag \"!x\"") == true)
  }
}

/// The line that parsing ends with; nil where it does not fail.
func parseError(_ text: [UInt8]) -> String? {
  do {
    _ = try YAML.parse(text, placement: .whole("x"))
    return nil
  } catch {
    return error.description
  }
}
