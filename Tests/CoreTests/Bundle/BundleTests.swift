import Testing

@testable import Core

struct BundleTests {
  @Test(
    "a text becomes a block, or stands in double quotes where no block holds it",
    arguments: [
      ("echo hi\n", "|\n  echo hi\n"),
      ("echo hi", "|-\n  echo hi\n"),
      ("a\n\n\n", "|+\n  a\n\n\n"),
      ("a\n\n  b\n", "|\n  a\n\n    b\n"),
      (" a\n", "|2\n   a\n"),
      ("\ta", "|2-\n  \ta\n"),
      ("\n\n a\n\n", "|2+\n\n\n   a\n\n"),
      ("\na\n", "|\n\n  a\n"),
      ("a \n \n", "|\n  a \n   \n"),
      ("a\n  ", "|-\n  a\n    \n"),
      ("# no comment: \"x\" '\n--- \n", "|\n  # no comment: \"x\" '\n  --- \n"),
      ("héé\u{1F600}\n", "|\n  héé\u{1F600}\n"),
      ("", "\"\"\n"),
      ("\n", "\"\\n\"\n"),
      ("\n\n", "\"\\n\\\n  \\n\"\n"),
      ("a\r\n  b\r\n", "\"a\\r\\n\\\n  \\  b\\r\\n\"\n"),
      ("a\rb", "\"a\\rb\"\n"),
      ("a\u{85}b\u{2028}c\u{2029}", "\"a\\u0085b\\u2028c\\u2029\"\n"),
      ("\u{FEFF}#!/bin/sh\n", "\"\\ufeff#!/bin/sh\\n\"\n"),
      ("a\u{0}\u{1B}\u{7F}\u{9F}\u{FFFE}\u{FFFF}", "\"a\\u0000\\u001b\\u007f\\u009f\\ufffe\\uffff\"\n"),
      ("\"\\\t\u{7}\n\tx\n", "\"\\\"\\\\\\t\\u0007\\n\\\n  \\tx\\n\"\n"),
    ])
  func text(content: String, written: String) throws {
    let result = try bundled(manifest("releaseNotes: file://x\n"), content)
    #expect(result.unicodeScalars.elementsEqual(manifest("releaseNotes: \(written)").unicodeScalars))
  }

  @Test("an address in a block gives way with the blanks behind it", arguments: ["\t", " ", " \t ", ""])
  func blanksBehindBlock(blanks: String) throws {
    let result = try bundled(manifest("releaseNotes: |\n  file://x\(blanks)\n\nversion: 1\n"), "a\tb\r\n")
    #expect(result == manifest("releaseNotes: \"a\\tb\\r\\n\"\n\nversion: 1\n"))
  }

  @Test(
    "everything but the address stays as it is, wherever it stands",
    arguments: [
      ("releaseNotes:   'file://x'   # note\n", "releaseNotes:   |   # note\n  a\n"),
      ("releaseNotes: file://x", "releaseNotes: |\n  a\n"),
      ("releaseNotes: file://x # note", "releaseNotes: | # note\n  a\n"),
      ("releaseNotes: \"file://x\"#note\n", "releaseNotes: \"a\\n\"#note\n"),
      ("releaseNotes:\n   file://x\nkind: Bundle\n", "releaseNotes:\n   |\n  a\nkind: Bundle\n"),
      ("releaseNotes: |  # note\n   file://x\n\n\nkind: Bundle\n", "releaseNotes: |\n  a\n\n\nkind: Bundle\n"),
      ("releaseNotes: >-\n  file://x\n# note\nkind: Bundle\n", "releaseNotes: |\n  a\n# note\nkind: Bundle\n"),
      ("releaseNotes: &n file://x\nlicense: *n\n", "releaseNotes: &n |\n  a\nlicense: *n\n"),
      ("releaseNotes: &n  # note\n  file://x\n", "releaseNotes: &n  # note\n  |\n  a\n"),
      ("? releaseNotes\n: file://x\n", "? releaseNotes\n: \"a\\n\"\n"),
      (
        "releaseNotes: file://x\n   # further in\nkind: Bundle\n",
        "releaseNotes: \"a\\n\"\n   # further in\nkind: Bundle\n"
      ),
      ("releaseNotes: file://x\n # less\nkind: Bundle\n", "releaseNotes: |\n  a\n # less\nkind: Bundle\n"),
      ("releaseNotes: file://x\n    \nkind: Bundle\n", "releaseNotes: \"a\\n\"\n    \nkind: Bundle\n"),
      ("releaseNotes: file://x\n  \nkind: Bundle\n", "releaseNotes: |\n  a\n  \nkind: Bundle\n"),
      ("hooks:\n  install: {job: file://x}\n", "hooks:\n  install: {job: \"a\\n\"}\n"),
      ("hooks: {install: {job: file://x}}\n", "hooks: {install: {job: \"a\\n\"}}\n"),
      ("\"releaseNotes\" : file://x\n---\nkind: Pod\n", "\"releaseNotes\" : |\n  a\n---\nkind: Pod\n"),
      ("releaseNotes: file://x\r\nkind: Bundle\r\n", "releaseNotes: |\r\n  a\r\nkind: Bundle\r\n"),
      ("releaseNotes: file://x\rkind: Bundle\r", "releaseNotes: |\r  a\nkind: Bundle\r"),
      (
        "nodeProfiles:\n- requirements:\n    customChecks:\n    - script: file://x\n      description: d\n",
        "nodeProfiles:\n- requirements:\n    customChecks:\n    - script: |\n        a\n      description: d\n"
      ),
      (
        "base: &b\n  job: file://x\nhooks:\n  install: {<<: *b}\n",
        "base: &b\n  job: \"a\\n\"\nhooks:\n  install: {<<: *b}\n"
      ),
      (
        "checks: &c\n- script: file://x\nnodeProfiles:\n- requirements: {customChecks: *c}\n- requirements: {customChecks: *c}\n",
        "checks: &c\n- script: |\n    a\nnodeProfiles:\n- requirements: {customChecks: *c}\n- requirements: {customChecks: *c}\n"
      ),
    ])
  func place(text: String, wanted: String) throws {
    #expect(try bundled(manifest(text), "a\n") == manifest(wanted))
  }

  @Test("a manifest in JSON stays JSON")
  func json() throws {
    let text = #"{"apiVersion": "bundle.gravitational.io/v2", "hooks": {"install": {"job": "file://x"}}}"#
    let wanted = #"{"apiVersion": "bundle.gravitational.io/v2", "hooks": {"install": {"job": " \u0007\"\\\r\n"}}}"#
    #expect(try bundled(text, " \u{7}\"\\\r\n") == wanted)
  }

  @Test("a byte order mark and a comment before the first key stay")
  func byteOrderMark() throws {
    let text = "\u{FEFF}# é\napiVersion: app.gravitational.io/v2\nreleaseNotes: file://x\n"
    #expect(try bundled(text, "a") == "\u{FEFF}# é\napiVersion: app.gravitational.io/v2\nreleaseNotes: |-\n  a\n")
  }

  @Test("what keeps its line ends is in double quotes where blank lines follow")
  func keptLineEnds() throws {
    let text = manifest("releaseNotes: file://x\n\nkind: Bundle\n")
    #expect(try bundled(text, "a\n\n") == manifest("releaseNotes: \"a\\n\\\n  \\n\"\n\nkind: Bundle\n"))
  }

  @Test(
    "these fields may name their content, and no others",
    arguments: [
      ("releaseNotes: file://x", "releaseNotes"), ("logo: http://x/l.png", "logo"),
      ("webConfig: https://x/", "webConfig"),
      ("installer: {eula: {source: file://x}}", "installer.eula.source"),
      ("installer: {flavors: {description: file://x}}", "installer.flavors.description"),
      ("hooks: {\"a\\nb\": {job: file://x}}", "hooks.a\\nb.job"),
      (
        "nodeProfiles: [{}, {requirements: {customChecks: [{script: file://x}]}}]",
        "nodeProfiles[1].requirements.customChecks[0].script"
      ),
      ("releaseNotes: ' file://x '", "releaseNotes"),
      ("description: file://x", nil), ("installer: {flavors: {items: [{description: file://x}]}}", nil),
      ("hooks: {install: file://x}", nil), ("hooks: {1: {job: file://x}}", nil),
      ("nodeProfiles: {script: file://x}", nil),
      ("releaseNotes: FILE://x", nil), ("releaseNotes: file:/x", nil), ("releaseNotes: ftp://x", nil),
      ("releaseNotes: see file://x", nil), ("releaseNotes: !!binary ZmlsZTovL3g=", nil), ("releaseNotes: 1", nil),
    ] as [(String, String?)])
  func fields(text: String, field: String?) throws {
    #expect(try Bundle(manifest(text)).references.map(\.field) == [field].compactMap(\.self))
  }

  @Test("only documents of Gravity and of this program are looked at; the others of a stream stay")
  func otherDocuments() throws {
    let stream = "releaseNotes: file://a\n---\n\(manifest("releaseNotes: file://b\n"))---\n- logo: file://c\n"
    let bundle = try Bundle(stream)
    #expect(bundle.references.map(\.address.text) == ["file://b"])
    #expect(bundle.references.map(\.origin.description) == ["app.yaml:4:15"])
  }

  @Test("references come in the order of the text, one for a value that aliases repeat")
  func order() throws {
    let text = manifest("hooks: {install: {job: &j file://b}, update: {job: *j}}\nreleaseNotes: file://a\n")
    #expect(try Bundle(text).references.map(\.address.text) == ["file://b", "file://a"])
  }

  @Test(
    "what is not UTF-8 becomes !!binary",
    arguments: [
      (
        "releaseNotes: file://x\n",
        "releaseNotes: !!binary |\n  \(String(repeating: "6enp", count: 19))\n  6enp\n"
      ),
      (
        "hooks: {install: {job: file://x}}\n",
        "hooks: {install: {job: !!binary \"\(String(repeating: "6enp", count: 19))\\n6enp\\n\"}}\n"
      ),
    ])
  func binary(text: String, wanted: String) throws {
    let bundle = try Bundle(manifest(text))
    let result = try bundle.filled(with: [[UInt8](repeating: 0xE9, count: 60)])
    #expect(String(decoding: result, as: UTF8.self) == manifest(wanted))
  }

  @Test("a logo becomes a data: URL")
  func logo() throws {
    #expect(
      try bundled(manifest("logo: file://l # l\n"), "GIF89a")
        == manifest("logo: \"data:image/gif;base64,R0lGODlh\" # l\n"))
  }
}
