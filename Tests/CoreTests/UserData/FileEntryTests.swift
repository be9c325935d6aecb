import Core
import Testing

@Suite struct FileEntryTests {
  @Test("an entry knows its place in the source and in its part")
  func place() {
    let file = entry("path: /a", "append: yes", "defer: 'on'", "source: {uri: file:///x, headers: {A: b}}").files.first
    #expect(file?.origin.description == "test.yaml:2:3")
    #expect(file?.position == Position(line: 2, column: 3))
    #expect(file?.write.extent == .appended(.unknown))
    #expect(file?.timing == .deferred)
    #expect(file?.sourceURI == "file:///x")
  }

  @Test("recorded flags count as cloud-init counted them", arguments: Vectors.cases("bool"), ["append", "defer"])
  func recordedFlags(vector: JSON, key: String) throws {
    let yaml = try #require(vector["yaml"]?.string)
    let files = entry("path: /a", "\(key): \(yaml)").files
    let file = try #require(files.first)
    let isSet = key == "append" ? file.write.extent == .appended(.unknown) : file.timing == .deferred
    #expect(JSON.bool(isSet) == vector["bool"])
  }

  @Test("a flag that is set", arguments: ["true", "yes", "ON", "1", "' TRUE '", "'Yes'", "\"\\u00a01\""])
  func set(yaml: String) {
    #expect(entry("path: /a", "append: \(yaml)").files.first?.write.extent == .appended(.unknown))
  }

  @Test(
    "a flag that is clearly not set draws no warning",
    arguments: ["false", "no", "0", "'0'", "'off'", "''", "", "[]", "0.0"])
  func unset(yaml: String) {
    let result = entry("path: /a", "append: \(yaml)")
    #expect(result.files.first?.write.extent == .whole)
    #expect(result.warnings.isEmpty)
  }

  @Test(
    "a flag that is no boolean counts as false with a warning, and is an error where it is ours",
    arguments: [("2", "2"), ("y", "\"y\""), ("1.0", "1.0"), ("[x]", "a list"), ("enabled", "\"enabled\"")])
  func notABoolean(yaml: String, shown: String) {
    let result = entry("path: /a", "defer: \(yaml)")
    #expect(result.files.first?.timing == .now)
    #expect(
      result.warnings
        == ["test.yaml:3:10: defer \(shown) is not a boolean; write true or false (it counts as false)"])
    #expect(
      strictErrors("path: /a", "defer: \(yaml)")
        == ["test.yaml:4:10: defer \(shown) is not a boolean; write true or false"])
  }

  @Test(
    "a path is what os.path.abspath makes of it",
    arguments: [
      ("/a", "/a"), ("//a///b/./c", "/a/b/c"), ("/...", "/..."), ("!!binary L2E=", "/a"), ("'/a b'", "/a b"),
      ("/~/$X", "/~/$X"),
      ("/é", "/é"),
    ])
  func path(yaml: String, path: String) {
    let result = entry("path: \(yaml)")
    #expect(result.files.first?.write.path.text == path)
    #expect(result.warnings.isEmpty)
  }

  @Test("a path with .. is resolved with a warning, and an error where it is ours")
  func parentReference() {
    let result = entry("path: /a/../b")
    #expect(result.files.first?.write.path.text == "/b")
    #expect(result.files.first?.write.path.hadParentReference == true)
    #expect(result.warnings == ["test.yaml:2:9: path \"/a/../b\" holds \"..\"; write \"/b\" (it is taken as \"/b\")"])
    #expect(strictErrors("path: /a/../b") == ["test.yaml:3:9: path \"/a/../b\" holds \"..\"; write \"/b\""])
  }

  @Test(
    "a path that is no file's fails the part",
    arguments: [
      ("a/b", "path \"a/b\" is relative; write an absolute path"),
      ("~/x", "path \"~/x\" is relative; write an absolute path"),
      ("/", "path \"/\" names a directory; write the path of a file"),
      ("/a/", "path \"/a/\" names a directory; write the path of a file"),
      ("/a/.", "path \"/a/.\" names a directory; write the path of a file"),
      ("/a/..", "path \"/a/..\" names a directory; write the path of a file"),
      ("\"/a\\0\"", "path \"/a\\u{0}\" holds a NUL character; remove it"),
      ("5", "path is a number; write an absolute path, in quotes if need be"),
      ("yes", "path is a boolean; write an absolute path, in quotes if need be"),
      ("[/a]", "path is a list; write an absolute path, in quotes if need be"),
      ("!!binary L/8=", "path is not UTF-8; write the path of a file as text"),
    ])
  func badPath(yaml: String, sentence: String) {
    #expect(entry("path: \(yaml)").errors == ["test.yaml:2:9: " + sentence])
  }

  @Test("a path beyond the kernel's limits fails the part")
  func longPath() {
    let name = String(repeating: "x", count: 256)
    #expect(
      entry("path: /\(name)").errors == [
        "test.yaml:2:9: path \"/\(name.prefix(79))...\" is too long; 4095 bytes are allowed, 255 between slashes"
      ])
  }

  @Test(
    "an entry without a path is skipped with a warning, and an error where it is ours",
    arguments: ["content: 5", "path: ''", "path:", "path: 0", "path: false", "{}"])
  func noPath(line: String) {
    let result = entry(line)
    #expect(result.files.isEmpty)
    #expect(result.warnings == ["test.yaml:2:3: the entry has no path; write an absolute path (the entry is skipped)"])
    #expect(strictErrors(line) == ["test.yaml:3:3: the entry has no path; write an absolute path"])
  }

  @Test(
    "an unknown key is ignored with a warning that names the nearest, and an error where it is ours",
    arguments: [
      ("contents: a", "\"contents\" is not a key of a write_files entry; did you mean \"content\"?"),
      ("Permission: a", "\"Permission\" is not a key of a write_files entry; did you mean \"permissions\"?"),
      (
        "mode: '0755'",
        "\"mode\" is not a key of a write_files entry; write one of path, content, owner, permissions, encoding, append, "
          + "defer, source"
      ),
      ("1: a", "a key of a write_files entry is a number; quote it"),
    ])
  func unknownKey(line: String, sentence: String) {
    let result = entry("path: /a", line)
    #expect(result.files.count == 1)
    #expect(result.warnings == ["test.yaml:3:3: \(sentence) (it is ignored)"])
    let ours = sentence.replacing("write_files entry", with: "files entry")
    #expect(strictErrors("path: /a", line) == ["test.yaml:4:3: \(ours)"])
  }

  @Test("a key that is there twice is warned about, and an error where it is ours")
  func duplicateKey() {
    let result = entry("path: /a", "path: /b")
    #expect(result.files.first?.write.path.text == "/b")
    #expect(
      result.warnings
        == ["test.yaml:2:3: \"path\" is in a write_files entry twice; keep one (the last one counts)"])
    #expect(
      strictErrors("path: /a", "path: /b") == ["test.yaml:3:3: \"path\" is in a files entry twice; keep one"])
  }

  @Test(
    "a source without a uri is ignored with a warning, and an error where it is ours",
    arguments: ["file:///x", "{uri: ''}", "{uri: 5}", "[a]"])
  func source(yaml: String) {
    let result = entry("path: /a", "source: \(yaml)")
    #expect(result.files.first?.sourceURI == nil)
    #expect(result.warnings == ["test.yaml:3:11: source has no uri; write source: {uri: URL} (it is ignored)"])
    #expect(
      strictErrors("path: /a", "source: \(yaml)") == ["test.yaml:4:11: source has no uri; write source: {uri: URL}"])
  }

  @Test(
    "an entry that is no mapping fails the part",
    arguments: [("/a", "text"), ("5", "a number"), ("[path, /a]", "a list"), ("", "nothing")])
  func notAMapping(yaml: String, found: String) {
    #expect(
      entry(yaml).errors == [
        "test.yaml:2:\(yaml.isEmpty ? 2 : 3): an entry of write_files is \(found); write a mapping with a path"
      ])
  }
}
