import Testing

@testable import Core

@Suite struct SniffTests {
  @Test("recorded first lines are of the type that cloud-init took them for", arguments: Vectors.cases("sniff"))
  func recorded(vector: JSON) throws {
    let text = try #require(vector["in"]?.string)
    #expect(Sniff.contentType(of: Array(text.utf8)) == vector["type"]?.string)
  }

  @Test(
    "the longest prefix wins, after Unicode white space and in any case",
    arguments: [
      ("#include-once\nhttps://a\n", "text/x-include-once-url"), ("#include_once\n", "text/x-include-url"),
      ("#Cloud-Config-JSONP\n", "text/cloud-config-jsonp"), ("\u{A0}\u{3000}#!/bin/sh\n", "text/x-shellscript"),
      ("\u{1C}\u{85}#cloud-boothook\n", "text/cloud-boothook"), ("## template: jinja2\n", "text/jinja2"),
      ("#cloud-boothoo\u{212A}\n", "text/cloud-boothook"),
    ])
  func prefixes(text: String, type: String) {
    #expect(Sniff.contentType(of: Array(text.utf8)) == type)
  }

  @Test(
    "near misses are of no type",
    arguments: ["# cloud-config\n", "## template:jinja\n", "\u{FEFF}#!/bin/sh\n", "\u{200B}#!\n", "#cloud-confi", "#"])
  func nearMisses(text: String) {
    #expect(Sniff.contentType(of: Array(text.utf8)) == nil)
  }

  @Test("a byte that is not UTF-8 ends what is looked at")
  func notText() {
    #expect(Sniff.contentType(of: [0xFF] + Array("#!/bin/sh".utf8)) == nil)
    #expect(Sniff.contentType(of: Array("#!/bin/sh ".utf8) + [0xFF]) == "text/x-shellscript")
  }
}
