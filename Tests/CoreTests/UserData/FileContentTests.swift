import Core
import Testing

@Suite struct FileContentTests {
  /// `hello` and a line feed.
  static let base64 = "aGVsbG8K"
  static let gzip = "H4sIAAAAAAACA8tIzcnJ5wIAIDA6NgYAAAA="

  @Test("recorded encodings name the steps that undo them", arguments: Vectors.cases("encoding"))
  func recorded(vector: JSON) throws {
    let steps = try #require(vector["steps"]?.array).compactMap(\.string)
    let encoding = vector["encoding"]?.string.map { "'\($0)'" } ?? "~"
    let content =
      switch steps {
      case ["application/base64"]: Self.base64
      case ["application/base64", "application/x-gzip"]: Self.gzip
      case ["application/x-gzip"]: "!!binary \(Self.gzip)"
      default: "\"hello\\n\""
      }
    let result = entry("path: /a", "encoding: \(encoding)", "content: \(content)")
    #expect(result.files.first?.write.content == Array("hello\n".utf8))
  }

  @Test(
    "content becomes the bytes that cloud-init would write",
    arguments: [
      ("content: ''", ""), ("encoding: b64", ""), ("encoding: gz", ""), ("content: é—🙂", "é—🙂"),
      ("content: \"e\\u0301\\0\"", "e\u{301}\0"), ("content: !!binary aGk=", "hi"),
      ("content: |\n    a\n    b", "a\nb\n"),
      ("{encoding: b64, content: 'aG Vs\n bG8K'}", "hello\n"), ("{encoding: b64, content: 'a*G-Vs.bG8K'}", "hello\n"),
      ("{encoding: b64, content: 'aGk=aGk='}", "hi"), ("{encoding: b64, content: 'aGk===='}", "hi"),
      ("{encoding: b64, content: '===='}", ""), ("{encoding: b64, content: !!binary YUdrPQ==}", "hi"),
      ("{encoding: gz, content: ''}", ""),
    ])
  func decoded(lines: String, content: String) {
    let text =
      lines.hasPrefix("{")
      ? "write_files:\n- {path: /a, \(lines.dropFirst())\n" : "write_files:\n- path: /a\n  \(lines)\n"
    #expect(throws: Never.self) {
      let written = try CloudConfig.decode(.text(text)).files.first?.write.content
      #expect(written == Array(content.utf8))
    }
  }

  @Test("an entry without content is an empty file, with no warning")
  func absent() {
    let result = entry("path: /a")
    #expect(result.files.first?.write.content == [])
    #expect(result.warnings.isEmpty)
  }

  @Test("content without a value is an empty file with a warning, and an error where it is ours")
  func null() {
    let result = entry("path: /a", "content:")
    #expect(result.files.first?.write.content == [])
    #expect(
      result.warnings == [
        "test.yaml:3:11: content has no value; write content: \"\" for an empty file (an empty file is written, where "
          + "older cloud-init stops at the entry)"
      ])
    #expect(
      strictErrors("path: /a", "content:")
        == ["test.yaml:4:11: content has no value; write content: \"\" for an empty file"])
  }

  @Test(
    "an unknown encoding leaves the content as it stands with a warning, and is an error where it is ours",
    arguments: [("base64+gz", "\"base64+gz\""), ("'gz + b64'", "\"gz + b64\""), ("!!binary Z3o=", "binary data")])
  func unknownEncoding(encoding: String, shown: String) {
    let result = entry("path: /a", "encoding: \(encoding)", "content: aGk=")
    #expect(result.files.first?.write.content == Array("aGk=".utf8))
    #expect(
      result.warnings == [
        "test.yaml:3:13: encoding \(shown) is unknown; write b64, gz or gz+b64, or leave it out (the content is written as "
          + "it stands)"
      ])
    #expect(
      strictErrors("path: /a", "encoding: \(encoding)")
        == ["test.yaml:4:13: encoding \(shown) is unknown; write b64, gz or gz+b64, or leave it out"])
  }

  @Test(
    "content that stops cloud-init fails the part",
    arguments: [
      ("5", "content is a number; quote it, or write it as a block after \"content: |\""),
      ("yes", "content is a boolean; quote it, or write it as a block after \"content: |\""),
      ("[a]", "content is a list; quote it, or write it as a block after \"content: |\""),
      ("{a: b}", "content is a mapping; quote it, or write it as a block after \"content: |\""),
      ("2024-01-01", "content is a date; quote it, or write it as a block after \"content: |\""),
    ])
  func notText(content: String, sentence: String) {
    #expect(entry("path: /a", "content: \(content)").errors == ["test.yaml:3:12: " + sentence])
  }

  @Test(
    "encoded content that cannot be decoded fails the part",
    arguments: [
      ("b64", "aGk", "content is not base64: its end is missing, or its padding; encode it again"),
      ("b64", "aGk*", "content is not base64: its end is missing, or its padding; encode it again"),
      ("b64", "aGkhX", "content is not base64: its end is missing, or its padding; encode it again"),
      ("b64", "aGké", "content is not base64: it holds characters beyond ASCII"),
      ("gz", "hello", "content cannot be inflated: the gzip data is damaged; compress it again"),
      ("gz+b64", "aGk=", "content cannot be inflated: the gzip data is damaged; compress it again"),
      (
        "gz+b64", "H4sIAAAAAAACA8tIzcnJ5w==",
        "content cannot be inflated: the gzip data ends before its end marker; was it cut short?"
      ),
    ])
  func undecodable(encoding: String, content: String, sentence: String) {
    #expect(
      entry("path: /a", "encoding: \(encoding)", "content: '\(content)'").errors == ["test.yaml:4:12: " + sentence])
  }

  @Test(
    "an encoding that is no text fails the part",
    arguments: [("64", "a number"), ("[b64]", "a list"), ("yes", "a boolean")])
  func encodingNotText(encoding: String, found: String) {
    #expect(
      entry("path: /a", "encoding: \(encoding)").errors
        == ["test.yaml:3:13: encoding is \(found); write b64, gz or gz+b64, or leave it out"])
  }

  @Test("a few aliases that stand for gigabytes are refused")
  func bomb() {
    let text =
      "a: &a {path: /a, content: \"\(String(repeating: "x", count: 1 << 20))\"}\nwrite_files: [\(String(repeating: "*a,", count: 100))]\n"
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(.text(text)) }
    #expect(error?.errors.first?.problem.sentence == "the files of this part hold more than 67108864 bytes")
  }
}
