import Core
import Testing

struct JSONWritingTests {
  private let value: JSON = [
    "zeta": 1, "alpha": [true, .null, .number(0.5)], "empty": [:], "none": [], "nested": ["a": "b"],
  ]

  @Test("compact text has no white space and keeps the order of members")
  func compact() {
    #expect(
      String(decoding: value.bytes(.compact), as: UTF8.self)
        == #"{"zeta":1,"alpha":[true,null,0.5],"empty":{},"none":[],"nested":{"a":"b"}}"#)
  }

  @Test("pretty text has a member a line and ends in a newline")
  func pretty() {
    #expect(
      String(decoding: value.bytes(.pretty), as: UTF8.self) == """
        {
          "zeta": 1,
          "alpha": [
            true,
            null,
            0.5
          ],
          "empty": {},
          "none": [],
          "nested": {
            "a": "b"
          }
        }

        """)
  }

  @Test(
    "a string is escaped so that it is one line and drives no terminal",
    arguments: [
      ("plain é 😀 /", #""plain é 😀 /""#),
      ("\"\\\n\r\t", #""\"\\\n\r\t""#),
      ("\0\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("\r\n", #""\r\n""#),
    ])
  func escapes(text: String, written: String) throws {
    #expect(String(decoding: JSON.string(text).bytes(.compact), as: UTF8.self) == written)
    #expect(try JSON(parsing: JSON.string(text).bytes(.compact)) == .string(text))
  }

  @Test("numbers that JSON cannot write are null", arguments: [Double.infinity, -.infinity, .nan])
  func nonFinite(number: Double) {
    #expect(JSON.number(number).bytes(.compact) == Array("null".utf8))
  }

  @Test("what is written is read back as it was", arguments: [JSON.Layout.compact, .pretty])
  func roundTrip(layout: JSON.Layout) throws {
    let numbers: JSON = [.integer(.min), .integer(.max), .number(1e300), .number(.leastNonzeroMagnitude), .number(0.1)]
    for whole in [value, numbers] { #expect(try JSON(parsing: whole.bytes(layout)) == whole) }
  }
}
