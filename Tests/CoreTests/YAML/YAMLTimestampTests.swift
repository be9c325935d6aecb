import Testing

@testable import Core

/// Plain text that is a date or a time, and text that only looks like one; the values are PyYAML's.
struct YAMLTimestampTests {
  private func value(_ text: String) throws -> YAMLValue? {
    let node = try #require(try YAML.parse(Array("a: \(text)".utf8), placement: .whole("x")))
    guard case .mapping(let mapping) = node.value else { return nil }
    return mapping["a"]?.value
  }

  @Test(
    "a date or a time is written as Python's isoformat() does",
    arguments: [
      ("2001-01-01", "2001-01-01"), ("2001-1-1 1:02:03", "2001-01-01T01:02:03"),
      ("2001-01-01T00:00:00 -5", "2001-01-01T00:00:00-05:00"),
      ("2001-01-01t00:00:00.1234567Z", "2001-01-01T00:00:00.123456+00:00"),
      ("2001-01-01T00:00:00.Z", "2001-01-01T00:00:00+00:00"),
      ("2001-01-01T00:00:00+05:30", "2001-01-01T00:00:00+05:30"),
    ])
  func timestamps(text: String, iso: String) throws {
    guard case .timestamp(let found) = try value(text) else {
      Issue.record("no timestamp")
      return
    }
    #expect(found == iso)
  }

  @Test(
    "what has a digit too many or too few is text",
    arguments: [
      "2001-1-1", "2001-01-01T00:00:00+123", "2001-01-01T00:00:00+12:3", "2001-01-01T0:0:00", "2001-01-01T100:00:00Z",
      "2001-001-01", "20010-01-01", "2001-01-01T", "2001-01-01T00:00:000",
    ])
  func texts(text: String) throws {
    guard case .string(let found) = try value(text) else {
      Issue.record("no text")
      return
    }
    #expect(found == text)
  }
}
