import Testing

@testable import Core

/// Integers at the edges of what a machine word holds; the values are PyYAML's.
struct YAMLIntegerTests {
  private func text(_ text: String) throws -> String? {
    let node = try #require(try YAML.parse(Array(text.utf8), placement: .whole("x")))
    guard case .int(let number) = node.value else { return nil }
    return number.description
  }

  @Test(
    "sexagesimal numbers of any size, and with a tag of any parts",
    arguments: [
      ("1:30", "90"), ("-1:30", "-90"), ("!!int 1:75", "135"), ("!!int 1:-5", "55"),
      ("153722867280912930:7", "9223372036854775807"), ("153722867280912930:08", "9223372036854775808"),
      ("!!int 153722867280912930:59", "9223372036854775859"),
    ])
  func sexagesimal(text: String, value: String) throws {
    #expect(try self.text(text) == value)
  }

  @Test(
    "numbers around 64 bits",
    arguments: [
      ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9223372036854775808"),
      ("-9223372036854775808", "-9223372036854775808"), ("-9223372036854775809", "-9223372036854775809"),
      ("0x7fffffffffffffff", "9223372036854775807"), ("0x8000000000000000", "9223372036854775808"),
      ("18446744073709551616", "18446744073709551616"),
    ])
  func large(text: String, value: String) throws {
    #expect(try self.text(text) == value)
  }
}
