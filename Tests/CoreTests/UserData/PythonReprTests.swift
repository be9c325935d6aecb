import Testing

@testable import Core

@Suite struct PythonReprTests {
  @Test(
    "text stays as it is, and anything that holds text quotes it",
    arguments: [("it\u{1B}", "it\u{1B}"), ("[it]", "['it']")])
  func str(yaml: String, text: String) throws {
    #expect(try str(yaml == "[it]" ? yaml : "\"\(yaml.replacing("\u{1B}", with: "\\e"))\"", limit: 100) == text)
  }

  @Test(
    "what is longer than the limit is refused, however it is nested",
    arguments: [
      "abcdef", "[abcd]", "[[[]]]", "{a: b}", "[a, b]", "!!set {ab}", "[!!binary YWJj]", "[2024-01-01]", "[1.5e+300]",
    ])
  func tooLong(yaml: String) throws {
    #expect(throws: PythonRepr.Fault.tooLong) { try str(yaml, limit: 5) }
    _ = try str(yaml, limit: 40)
  }

  @Test("an integer of more than 4,300 digits is refused, as Python refuses it")
  func tooManyDigits() throws {
    let (most, more) = (String(repeating: "9", count: 4300), "1" + String(repeating: "0", count: 4300))
    for sign in ["", "-"] {
      #expect(try PythonRepr.str(Self.integer(sign + most), limit: 5000).count == 4300 + sign.count)
      #expect(throws: PythonRepr.Fault.tooManyDigits) { try PythonRepr.str(Self.integer(sign + more), limit: 5000) }
    }
  }

  private static func integer(_ digits: String) -> YAMLNode {
    YAMLNode(value: .int(.big(digits)), start: .start, end: .start, style: .plain)
  }

  private func str(_ yaml: String, limit: Int) throws -> String {
    let node = try #require(try YAML.parse(Array(yaml.utf8), placement: .whole("x.yaml")))
    return String(decoding: try PythonRepr.str(node, limit: limit), as: UTF8.self)
  }
}
