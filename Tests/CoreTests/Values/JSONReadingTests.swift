import Core
import Testing

struct JSONReadingTests {
  private static let values: [(String, JSON)] = [
    (#" null "#, JSON.null),
    ("\t\r\n[true, false]\n", [true, false]),
    ("[]", []),
    ("[ ]", []),
    ("{ }", [:]),
    ("0", 0),
    ("-0", 0),
    ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)),
    ("1.50", .number(1.5)),
    ("-1E+2", .number(-100)),
    ("5e-324", .number(.leastNonzeroMagnitude)),
    (#""""#, ""),
    (#""a\"\\\/\b\f\n\r\té""#, "a\"\\/\u{8}\u{C}\n\r\té"),
    (#""\u00e9\uD83D\uDE00""#, "é😀"),
    (#""\uD83Dx""#, "\u{FFFD}x"),
    (#""\uD83D\u0041""#, "\u{FFFD}A"),
    (#""\uDE00""#, "\u{FFFD}"),
    (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀"),
    ("\"\u{2028}\u{7F}\"", "\u{2028}\u{7F}"),
    (#"{"b": 1, "a": {"c": [2, {}]}}"#, ["b": 1, "a": ["c": [2, [:]]]]),
  ]

  @Test(
    "a JSON text is read as RFC 8259 has it",
    arguments: values)
  func reads(text: String, value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test("of members with one name the last counts, in the place of the first")
  func duplicates() throws {
    #expect(try JSON(parsing: Array(#"{"a": 1, "b": 2, "a": 3}"#.utf8)) == ["a": 3, "b": 2])
  }

  @Test("names that only normalise to the same text are two members")
  func normalisation() throws {
    let value = try JSON(parsing: Array("{\"\u{E9}\": 1, \"e\u{301}\": 2}".utf8))
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
  }

  @Test(
    "a text that is not JSON is refused where it stops being so",
    arguments: [
      ("", "1:1: the text ends in the middle of a value"),
      ("[1,\n  2", "2:4: the text ends in the middle of a value"),
      (#""abc"#, "1:5: the text ends in the middle of a value"),
      (#""\u12"#, "1:6: the text ends in the middle of a value"),
      ("tru", "1:4: the text ends in the middle of a value"),
      ("trie", "1:3: found 'i' where true is due"),
      ("[1,]", "1:4: found ']' where a value is due"),
      ("{\"é\" 1}", "1:6: found '1' where ':' is due"),
      ("{a: 1}", "1:2: found 'a' where a member's name in quotes is due"),
      ("{\"a\": 1,}", "1:9: found '}' where a member's name in quotes is due"),
      ("[1 2]", "1:4: found '2' where ',' or ']' is due"),
      ("{\"a\": 1]", "1:8: found ']' where ',' or '}' is due"),
      ("\u{FEFF}1", "1:1: found byte 0xef where a value is due"),
      ("// x", "1:1: found '/' where a value is due"),
      ("NaN", "1:1: found 'N' where a value is due"),
      ("1 2", "1:3: more text follows the value"),
      ("01", "1:1: the number is not written as JSON writes numbers; write e.g. 10, -0.5 or 1e9"),
      ("[-]", "1:2: the number is not written as JSON writes numbers; write e.g. 10, -0.5 or 1e9"),
      ("1.", "1:1: the number is not written as JSON writes numbers; write e.g. 10, -0.5 or 1e9"),
      ("1e", "1:1: the number is not written as JSON writes numbers; write e.g. 10, -0.5 or 1e9"),
      (".5", "1:1: found '.' where a value is due"),
      ("1e999", "1:1: the number is too large for a 64-bit float"),
      (#""a\x""#, #"1:3: the escape is none of \" \\ \/ \b \f \n \r \t \uXXXX"#),
      (#""\u12g4""#, #"1:2: the escape is none of \" \\ \/ \b \f \n \r \t \uXXXX"#),
      ("\"a\nb\"", "1:3: the string holds byte 0xa as it stands; write it as an escape"),
    ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test("a string that is not UTF-8 is refused")
  func notUTF8() {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xC3, 0x22]) }
    #expect(error?.description == "1:2: the text is not UTF-8")
  }

  @Test("nesting is read up to its limit and refused beyond it", arguments: ["[", "{\"a\":"])
  func depth(open: String) throws {
    func nested(_ depth: Int) -> [UInt8] {
      let close = open == "[" ? "]" : "}"
      return Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
    }
    _ = try JSON(parsing: nested(Limits.jsonDepth))
    let error = #expect(throws: JSONError.self) { try JSON(parsing: nested(Limits.jsonDepth + 1)) }
    #expect(error?.problem == .tooDeep)
    #expect(error?.problem.sentence == "JSON arrays and objects are nested more than 200 deep")
    #expect(throws: JSONError.self) { try JSON(parsing: nested(1_000_000)) }
  }

  @Test("a text beyond the limit is refused unread")
  func size() {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: Array("[1, 2]".utf8), limit: 5) }
    #expect(error?.description == "1:1: the JSON text has 6 bytes; at most 5 are read")
  }
}
