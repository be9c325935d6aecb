import Core
import Testing

@Suite struct PartDecoderTests {
  @Test(
    "a text is known by its first line, and is one part by the name of its file",
    arguments: [
      ("#cloud-config\n", "text/cloud-config"), ("#!/bin/sh\n", "text/x-shellscript"),
      ("#include https://a\n", "text/x-include-url"), ("#include-once\n", "text/x-include-once-url"),
      ("#part-handler\n", "text/part-handler"), ("## template: jinja\n", "text/jinja2"),
      ("#cloud-boothook\n#!/bin/sh\n", "text/cloud-boothook"), ("#cloud-config-jsonp\n", "text/cloud-config-jsonp"),
      ("#!/usr/bin/bringup apply\n", "bringup/v1"), ("#cloud-boothook\n#!/usr/bin/bringup apply\n", "bringup/v1"),
      ("apiVersion: bringup/v1\n", "bringup/v1"), ("# a comment\napiVersion: bringup/v2\n", "bringup/v1"),
      ("{\"apiVersion\": \"bringup/v1\"}", "bringup/v1"),
    ])
  func kinds(text: String, type: String) {
    #expect(decoded(text) == ["\(type) file \(text.debugDescription)"])
  }

  @Test(
    "a source that is nothing known says so, and the others go on",
    arguments: [
      ("", "there is nothing in it"), (" \n\t\r\n", "there is nothing in it"),
      ("echo hi\n", unknown), ("kind: InstanceGroup\n", unknown), ("YWJj\n", unknown),
      ("Content-Type: text/plain\n", unknown),
      ("apiVersion: cluster.gravitational.io/v2\nkind: Bundle\n", unknown), ("Foo: bar\nMIME-Version: 1.0", nil),
      ("a\u{0}b", "a binary file, which is no kind of user-data"),
      (
        "\u{FEFF}#cloud-config\n",
        "a byte order mark (U+FEFF) is before the first line, so cloud-init does not know it; save the file without"
      ),
      ("\u{FEFF}echo hi\n", unknown),
      (
        "Content-Type: multipart/mixed; boundary=B\n\n--B\n\n--B--\n",
        "the MIME message has no MIME-Version header, so cloud-init ignores it; add the header line MIME-Version: 1.0"
      ),
      (
        "\r\nMIME-Version: 1.0\r\n\r\n",
        "the MIME message begins with an empty line, so cloud-init sees no headers; take the line out"
      ),
    ] as [(String, String?)])
  func unknownKinds(text: String, sentence: String?) {
    let list = PartDecoder.decode([source(text), source(Array("#!/bin/sh\n".utf8), fileName: "good")])
    #expect(list.failureLines == (sentence.map { ["source: source: \($0)"] } ?? []))
    #expect(list.parts.last?.name == PartName(sentence == nil ? "part-001" : "good"))
  }

  @Test("a source that is no text says so", arguments: [[0x80], [0xFF, 0xFE, 0x23, 0x00], [0xC3, 0x28]])
  func binary(bytes: [UInt8]) {
    let list = PartDecoder.decode([source(bytes)])
    #expect(list.failureLines == ["source: source: a binary file, which is no kind of user-data"])
  }

  @Test("a source that is too large is not looked at")
  func large() {
    let list = PartDecoder.decode([source(Array(repeating: 0x23, count: Limits.sourceBytes + 1))])
    #expect(list.failureLines == ["source: source: larger than 32 MiB"])
  }

  @Test("parts of all sources are sorted by name, and those of one name stay in their order")
  func order() {
    let names = ["b", "10-a", "9-a", "B", "b", "é", "nodeup.sh", "part-001"]
    let sources = names.enumerated().map { index, name in
      source(Array("#!/bin/sh\n# \(index)\n".utf8), name: "dir/\(name)", fileName: name)
    }
    let list = PartDecoder.decode(sources)
    #expect(list.parts.map(\.name.description) == ["10-a", "9-a", "B", "b", "b", "nodeup.sh", "part-001", "é"])
    #expect(list.parts.filter { $0.name == PartName("b") }.map(\.content) == [sources[0].bytes, sources[4].bytes])
  }

  @Test("failures are in the order of the sources")
  func failures() {
    let list = PartDecoder.decode([source([], name: "z"), source([0xFF], name: "a")])
    #expect(list.failures.map(\.name) == [PartName("z"), PartName("a")])
  }

  @Test("a source that would make too many parts is left out, and what came before stays")
  func tooMany() {
    let parts = String(repeating: "--B\n\n#!/bin/sh\n\n", count: Limits.parts)
    let many = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n\(parts)--B--\n"
    let list = PartDecoder.decode([source("#!/bin/sh\n"), source(many)])
    #expect(list.parts.count == 1)
    #expect(list.failureLines == ["source: source: there are more than 100000 parts in all sources together"])
  }

  @Test("parts that are too large together fail their source, however small it is")
  func tooMuch() {
    let megabyte = String(repeating: "x", count: 1 << 20)
    let aliases = String(repeating: "- *x\n", count: 64)
    let list = PartDecoder.decode([source("#cloud-config-archive\n- &x \(megabyte)\n\(aliases)")])
    #expect(list.failureLines == ["source: source: its parts are larger than 64 MiB together"])
    #expect(list.parts.isEmpty)
  }

  @Test("text that is not UTF-8 is a failure at its line")
  func notUTF8() {
    let list = PartDecoder.decode([source(Array("#!/bin/sh\necho ".utf8) + [0xE9])])
    #expect(list.failureLines == ["file: source:2:6: byte 0xE9 is not UTF-8; save the text as UTF-8"])
  }
}

private let unknown =
  "not a kind of user-data that is known; begin it with #cloud-config, with #! or with apiVersion: bringup/v1"
