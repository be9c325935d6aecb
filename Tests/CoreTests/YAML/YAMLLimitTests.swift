import Core
import Testing

/// Hostile texts end in an error, soon and without much memory.
struct YAMLLimitTests {
  static func nested(_ open: String, _ close: String, depth: Int) -> String {
    String(repeating: open, count: depth) + String(repeating: close, count: depth)
  }

  @Test("collections may be nested as deep as the limit, and no deeper")
  func depth() throws {
    let deepest = Self.nested("[", "]", depth: Limits.yamlDepth)
    #expect(try YAML.parse(Array(deepest.utf8), placement: .whole("x")) != nil)
    let column = Limits.yamlDepth + 1
    #expect(
      parseError(Array(Self.nested("[", "]", depth: Limits.yamlDepth + 1).utf8))
        == "x:1:\(column): YAML collections are nested more than \(Limits.yamlDepth) deep")
  }

  @Test(
    "a hundred thousand of what opens a collection is an error and no crash",
    arguments: ["[", "{", "{a: ", "- ", "? ", "[?", "!!set {? ", "&a ["])
  func opened(_ open: String) {
    #expect(parseError(Array(String(repeating: open, count: 100_000).utf8)) != nil)
  }

  @Test("aliases cannot nest deeper than the limit either")
  func aliasDepth() {
    var text = "- &a0 [x]\n"
    for number in 1...Limits.yamlDepth { text += "- &a\(number) [*a\(number - 1)]\n" }
    #expect(parseError(Array(text.utf8))?.hasSuffix("nested more than \(Limits.yamlDepth) deep") == true)
  }

  @Test(
    "an alias bomb is refused at the alias that passes the limit", arguments: ["[%]", "{<<: [%]}", "{a: [%], b: 1}"])
  func bomb(_ form: String) {
    var text = "- &a0 {x: 1}\n"
    for number in 1...40 {
      let aliases = Array(repeating: "*a\(number - 1)", count: 9).joined(separator: ", ")
      text += "- &a\(number) " + form.split(separator: "%").joined(separator: aliases) + "\n"
    }
    let error = parseError(Array(text.utf8))
    #expect(error?.hasSuffix("more than \(Limits.yamlNodes) values, aliases expanded") == true)
  }

  @Test("a number may have as many digits as the limit, in any base", arguments: ["", "0x", "0", "0b", "1:"])
  func digits(_ prefix: String) throws {
    let fits = prefix + String(repeating: "1", count: prefix == "1:" ? 1 : Limits.yamlDigits - 1)
    #expect(try YAML.parse(Array(fits.utf8), placement: .whole("x")) != nil)
    let digits = String(repeating: prefix == "1:" ? "1:" : "1", count: Limits.yamlDigits) + "1"
    let expected = "x:1:1: a number of more than \(Limits.yamlDigits) digits; put it in quotes if it is text"
    #expect(parseError(Array((prefix + digits).utf8)) == expected)
  }
}
