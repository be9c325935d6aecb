import Core
import Testing

@Suite struct ArchiveTests {
  @Test(
    "each entry is a part, typed by its first line unless it says its type",
    arguments: [
      ("- \"#!/bin/sh\\n\"", "text/x-shellscript part-001 \"#!/bin/sh\\n\""),
      ("- 'a: 1'", "text/cloud-config part-001 \"a: 1\""),
      ("- {content: '#!', filename: ' a '}", "text/x-shellscript a \"#!\""),
      ("- {}", "text/cloud-config part-001 \"\""),
      ("- {content: '#!', type: Text/Plain}", "text/plain part-001 \"#!\""),
      ("- {content: '#cloud-config', type: text/x-shellscript}", "text/x-shellscript part-001 \"#cloud-config\""),
      ("- {content: '#include x', type: ''}", "text/x-include-url part-001 \"#include x\""),
      ("- '#cloud-config-archive'", "text/cloud-config-archive part-001 \"#cloud-config-archive\""),
      ("- {content: !!binary eA==}", "application/octet-stream part-001 \"x\""),
      ("- {content: !!binary IyE=}", "text/x-shellscript part-001 \"#!\""),
      ("- '#!/usr/bin/bringup apply'", "bringup/v1 part-001 \"#!/usr/bin/bringup apply\""),
      ("- {content: é, filename: ''}", "text/cloud-config part-001 \"é\""),
    ])
  func entries(yaml: String, part: String) {
    #expect(decoded("#cloud-config-archive\n\(yaml)\n") == [part])
  }

  @Test("an empty archive has no parts", arguments: ["", "[]\n", "~\n"])
  func empty(yaml: String) {
    #expect(decoded("#cloud-config-archive\n\(yaml)") == [])
  }

  @Test("entries are numbered among the parts of their message, and the archive is none of them")
  func numbers() {
    let archive = "Content-Type: text/cloud-config-archive\n\n- '#!2'\n- '#!3'"
    let lines = decoded(message("\n#!1", archive, "\n#!4"))
    #expect(lines == (1...4).map { "text/x-shellscript part-00\($0) \"#!\($0)\"" })
  }

  @Test("an entry that cloud-init passes over takes no number")
  func skipped() {
    let lines = decoded("#cloud-config-archive\n- 5\n- '#!'\n")
    #expect(lines.first == "text/x-shellscript part-001 \"#!\"")
    #expect(lines.count == 2)
  }

  @Test("the headers that merging looks at are kept, and the launch index is told")
  func headers() {
    let text =
      "#cloud-config-archive\n- {content: 'a: 1', X-Merge-Type: list(append), launch-index: 0}\n- Merge-Type: ''\n"
    let list = PartDecoder.decode([source(text)])
    #expect(list.parts.map(\.mergeHeader) == ["list(append)", nil])
    #expect(list.parts.map(\.warnings.count) == [1, 0])
  }

  @Test("the first key of a merge header's name has the value, and binary data that is no text is not looked at")
  func oddEntries() {
    let text = "#cloud-config-archive\n- {content: 'a: 1', merge-type: a, Merge-Type: b}\n- {content: !!binary I+n/}\n"
    let list = PartDecoder.decode([source(text)])
    #expect(list.parts.map(\.mergeHeader) == ["a", nil])
    #expect(list.parts.map(\.type.name) == ["text/cloud-config", "application/octet-stream"])
  }

  @Test("a block of text lies line for line in the archive's source")
  func placement() {
    let text = "#cloud-config-archive\n- type: text/cloud-config\n  content: |\n    a: 1\n    b: 2\n"
    let part = PartDecoder.decode([source(text)]).parts.first
    #expect(part?.placement.origin(at: Position(line: 2, column: 1)).description == "source:5:5")
  }

  @Test(
    "a bad entry fails alone, at its place",
    arguments: [
      ("5", "source:2:3: an entry of the archive is a number, not text or a mapping"),
      ("~", "source:2:3: an entry of the archive is nothing, not text or a mapping"),
      ("{content: 5}", "source:2:13: content of an archive entry is a number, not text"),
      ("{content: ~}", "source:2:13: content of an archive entry is nothing, not text"),
      ("{type: shell}", "source:2:10: type \"shell\" of an archive entry is no content type"),
      ("{type: [a]}", "source:2:10: type of an archive entry is a list, not text"),
      ("{filename: 10}", "source:2:14: filename of an archive entry is a number, not text"),
      ("{X-Merge-Type: {}}", "source:2:18: X-Merge-Type of an archive entry is a mapping, not text"),
    ])
  func broken(entry: String, failure: String) {
    let lines = decoded("#cloud-config-archive\n- \(entry)\n- {filename: z, content: '#!'}\n")
    #expect(lines == ["text/x-shellscript z \"#!\"", "part-001: \(failure)"])
  }

  @Test("an archive that is no list, or no YAML, is one failure")
  func notAList() {
    #expect(
      decoded("#cloud-config-archive\na: b\n") == ["file: source:2:1: the archive is a mapping, not a list of parts"])
    let list = PartDecoder.decode([source("#cloud-config-archive\n- [\n")])
    #expect(list.parts.isEmpty && list.failures.map(\.name) == [PartName("file")])
  }
}
