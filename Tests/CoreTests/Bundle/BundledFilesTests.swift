import Testing

@testable import Core

/// `files[].source` of bringup documents.
struct BundledFilesTests {
  private func document(_ entry: String) -> String {
    "#!/usr/bin/bringup apply\napiVersion: bringup/v1\nfiles:\n\(entry)"
  }

  @Test(
    "content takes the place of source",
    arguments: [
      (
        "- path: /x\n  source:\n    uri: file://x\n  permissions: \"0755\"\n",
        "- path: /x\n  content: |\n    a\n  permissions: \"0755\"\n"
      ),
      ("- path: /x\n  source: {uri: file://x} # c\n", "- path: /x\n  content: | # c\n    a\n"),
      (
        "- source:\n    # c\n    uri: file://x # d\n  # e\n  path: /x\n", "- content: | # d\n    a\n  # e\n  path: /x\n"
      ),
      ("- {path: /x, source: {uri: file://x}}\n", "- {path: /x, \"content\": \"a\\n\"}\n"),
      ("- path: /x\n  source:\n    uri: |-\n      file://x\n", "- path: /x\n  content: |\n    a\n"),
      ("- path: /x\n  source:\n    uri: file://x", "- path: /x\n  content: |\n    a\n"),
    ])
  func text(entry: String, wanted: String) throws {
    #expect(try bundled(document(entry), "a\n") == document(wanted))
  }

  @Test(
    "what is not UTF-8 is base64",
    arguments: [
      (
        "- path: /x\n  source:\n    uri: file://x\n  append: true\n",
        "- path: /x\n  encoding: base64\n  content: |\n    /wA=\n  append: true\n"
      ),
      ("- {path: /x, source: {uri: file://x}}\n", "- {path: /x, \"encoding\": \"base64\", \"content\": \"/wA=\\n\"}\n"),
      (
        "- path: /x\r\n  source: {uri: file://x}\r\n",
        "- path: /x\r\n  encoding: base64\r\n  content: |\r\n    /wA=\r\n"
      ),
      (
        "- path: /x\n  source: {uri: file://x}\n     # c\n",
        "- path: /x\n  encoding: base64\n  content: \"/wA=\\n\"\n     # c\n"
      ),
    ])
  func binary(entry: String, wanted: String) throws {
    let result = try Bundle(document(entry)).filled(with: [[0xFF, 0x00]])
    #expect(String(decoding: result, as: UTF8.self) == document(wanted))
  }

  @Test("a script of the document's preflight is a text like a manifest's")
  func script() throws {
    let text = "apiVersion: bringup/v1\npreflight:\n  requirements:\n    customChecks:\n      - script: file://x\n"
    #expect(try Bundle(text).references.map(\.field) == ["preflight.requirements.customChecks[0].script"])
    #expect(try bundled(text, "a").hasSuffix("- script: |-\n          a\n"))
  }

  @Test(
    "an entry that cannot be edited is an error with its line",
    arguments: [
      (
        "- {path: /x, content: a, source: {uri: file://x}}\n",
        "4:34: the entry has content beside source, which takes its place; remove one of them"
      ),
      (
        "- {path: /x, encoding: b64, source: {uri: file://x}}\n",
        "4:37: the entry has encoding beside source, which takes its place; remove one of them"
      ),
      (
        "- {path: /x, source: {uri: 's3://x'}}\n",
        "4:22: source.uri \"s3://x\" is no address that is fetched; write file:// or https://"
      ),
      (
        "- {path: /x, source: {uri: http://x, headers: {}}}\n",
        "4:22: source.headers are not sent; fetch the file yourself and write uri: file://NAME"
      ),
      (
        "- {path: /x, owner: &o {source: {uri: file://x}}}\n- {path: /y, <<: *o}\n",
        "4:25: source comes from elsewhere by a merge (<<); write it in this entry"
      ),
      (
        "- path: /x\n  permissions: &p {uri: file://x}\n  source: *p\n",
        "6:3: the address comes from elsewhere by an alias (*); write it here"
      ),
      (
        "- path: /x\n  owner: &p file://x\n  source: {uri: *p}\n", nil
      ),
      (
        "- path: /x\n  owner: &p file://x\n  source:\n    uri: *p\n",
        "6:3: the address comes from elsewhere by an alias (*); write it here"
      ),
      (
        "- path: /x\n  ? source\n  : {uri: file://x}\n",
        "5:5: the key is written with \"?\"; write source: below the other keys"
      ),
    ] as [(String, String?)])
  func refused(entry: String, wanted: String?) throws {
    #expect(complaints(about: document(entry)) == [wanted].compactMap { $0.map { "app.yaml:\($0)" } })
  }

  @Test(
    "a source without uri, or not a mapping, is nothing to bundle",
    arguments: ["{}", "{uri: 1}", "file://x", "[]", "{uri: ''}"])
  func none(source: String) throws {
    #expect(try Bundle(document("- {path: /x, source: \(source)}\n")).references.isEmpty)
  }
}
