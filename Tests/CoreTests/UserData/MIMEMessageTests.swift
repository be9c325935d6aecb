import Core
import Foundation
import Testing

/// From a MIME message to parts: names, types, encodings, places, and what goes wrong with one part.
@Suite struct MIMEMessageTests {
  @Test(
    "parts are named by their headers, else by their place",
    arguments: [
      ("Content-Disposition: attachment; filename=a.sh\n\n#!", "a.sh"), ("\n#!", "part-001"),
      ("Content-Type: text/x-shellscript; name=n\n\n#!", "n"), ("Content-Type: text/plain; name=n\n\n#!", "part-001"),
      ("Content-Disposition: a; filename=d\nContent-Type: text/x-shellscript; name=n\n\n#!", "d"),
      ("Content-Disposition: a; filename=\"\"\nContent-Type: text/x-shellscript; name=n\n\n#!", "part-001"),
      ("Content-Disposition: a; filename=\" \u{A0}\"\n\n#!", "part-001"),
    ])
  func names(part: String, name: String) {
    #expect(decoded(message(part)) == ["text/x-shellscript \(name) \"#!\""])
  }

  @Test("numbers count every part that came before, containers apart")
  func numbers() {
    let inner = "Content-Type: multipart/mixed; boundary=C\n\n--C\n\n#!2\n--C\n\n#!3\n--C--"
    let lines = decoded(message("Content-Disposition: a; filename=a\n\n#!1", inner, "\n#!4"))
    #expect(
      lines.map { String($0.dropFirst("text/x-shellscript ".count)) } == [
        "a \"#!1\"", "part-002 \"#!2\"", "part-003 \"#!3\"", "part-004 \"#!4\"",
      ])
  }

  @Test(
    "a type that says little is looked behind, any other is believed",
    arguments: [
      ("text/plain", "#cloud-config", "text/cloud-config"),
      ("text/x-shellscript", "#cloud-config", "text/cloud-config"),
      ("TEXT/Plain; charset=utf-8", "#!", "text/x-shellscript"), ("text/x-not-multipart", "#!", "text/x-shellscript"),
      ("text/x-shellscript", "echo", "text/x-shellscript"), ("text/plain", "echo", "text/plain"),
      ("nonsense", "#!", "text/x-shellscript"), ("a/b/c", "#!", "text/x-shellscript"),
      ("text/cloud-config", "#!", "text/cloud-config"),
      ("text/cloud-config", "## template: jinja", "text/cloud-config"),
      ("text/cloud-boothook", "#cloud-config", "text/cloud-boothook"), ("text/upstart-job", "x", "text/upstart-job"),
      ("image/png", "x", "image/png"), ("text/x-shellscript", "#!/bin/bringup apply", "bringup/v1"),
      ("text/cloud-boothook", "#!/bin/bringup apply", "bringup/v1"),
      ("text/plain", "#!/bin/bringup apply", "bringup/v1"),
      ("text/cloud-config", "#!/bin/bringup apply", "text/cloud-config"),
      ("text/x-shellscript-per-boot", "#!/bin/bringup apply", "bringup/v1"),
    ])
  func types(declared: String, content: String, type: String) {
    #expect(decoded(message("Content-Type: \(declared)\n\n\(content)")) == ["\(type) part-001 \"\(content)\""])
  }

  @Test(
    "a bringup document keeps the type it came as",
    arguments: [
      ("Content-Type: text/cloud-boothook\n\n", "text/cloud-boothook"),
      ("Content-Type: text/x-shellscript\n\n", "text/x-shellscript"), ("\n", nil),
      ("\n#cloud-boothook\n", "text/cloud-boothook"), ("Content-Type: text/plain\n\n", "text/plain"),
    ] as [(String, String?)])
  func declaredTypes(head: String, type: String?) {
    let part = PartDecoder.decode([source(message(head + "#!/usr/bin/bringup apply"))]).parts.first
    #expect(part?.type == .bringup)
    #expect(part?.declaredType == type)
  }

  @Test(
    "transfer encodings are undone",
    arguments: [
      ("base64", "IyEvYmlu", "#!/bin"), ("BASE64", "IyEvYm\nlu\n", "#!/bin"),
      ("quoted-printable", "#!=2Fbin=\n", "#!/bin"),
      ("7bit", "#!/bin", "#!/bin"), ("8bit", "#!/bin", "#!/bin"), ("binary", "#!/bin", "#!/bin"),
      ("unheard-of", "#!/bin", "#!/bin"),
    ])
  func encodings(encoding: String, body: String, content: String) {
    let lines = decoded(message("Content-Transfer-Encoding: \(encoding)\n\n\(body)"))
    #expect(lines == ["text/x-shellscript part-001 \"\(content)\""])
  }

  @Test("a part in gzip is inflated and then looked at, and keeps no header but its name")
  func gzipPart() throws {
    let body = Data(gzipped(Array("#cloud-config\n".utf8))).base64EncodedString()
    let head = "Content-Transfer-Encoding: base64\nX-Merge-Type: list(append)\nContent-Type: application/x-gzip; name=n"
    let list = PartDecoder.decode([source(message("\(head)\n\n\(body)"))])
    #expect(list.partLines == ["text/cloud-config n \"#cloud-config\\n\""])
    #expect(list.parts.first?.mergeHeader == nil)
    #expect(list.parts.first?.declaredType == "application/x-gzip")
  }

  @Test(
    "the merge header is kept, in the case that cloud-init looks for",
    arguments: [
      ("Merge-Type: a", "a"), ("X-Merge-Type: a", "a"), ("X-Merge-Type: a\nMerge-Type: b", "b"),
      ("x-merge-type: a", nil),
      // The one in the right case has to be there, and the first in any case has the value.
      ("merge-type: a\nMerge-Type: b", "a"),
      ("Merge-Type: \nX-Merge-Type: a", "a"), ("A: b", nil),
    ] as [(String, String?)])
  func mergeHeaders(headers: String, value: String?) {
    let text = message("\(headers)\nContent-Type: text/cloud-config\n\na: 1")
    #expect(PartDecoder.decode([source(text)]).parts.map(\.mergeHeader) == [value])
  }

  @Test("a part that is not encoded lies line for line in its source, any other counts for itself")
  func placement() {
    let plain = "Content-Type: text/cloud-config\n\na: 1"
    let coded = "Content-Disposition: a; filename=c\nContent-Transfer-Encoding: base64\n\nIyE="
    let parts = PartDecoder.decode([source(message(plain, coded))]).parts
    let origins = parts.map { $0.placement.origin(at: Position(line: 2, column: 3)).description }
    #expect(origins == ["source[c]:2:3", "source:8:3"])
  }

  @Test(
    "what is worth knowing about a part is told with its place",
    arguments: [
      (
        "\n#!/bin/sh\necho é",
        "source:7:6: text that is not ASCII: cloud-init garbles it in a MIME message; encode the part as base64"
      ),
      (
        "Launch-Index: 1\n\n#!",
        "source:5:1: the launch index is not looked at; cloud-init on EC2 leaves the part out where another index started"
      ),
      ("Content-Transfer-Encoding: base64\n\nIyE", "source:7:1: the base64 text lacks its padding; was it cut short?"),
      (
        "Content-Transfer-Encoding: base64\n\nIy-E=",
        "source:7:1: characters that are not base64 were passed over, as cloud-init does"
      ),
    ])
  func warnings(part: String, warning: String) {
    #expect(PartDecoder.decode([source(message(part))]).warningLines == [warning])
  }

  @Test(
    "a broken part fails alone, at its line",
    arguments: [
      (
        "Content-Transfer-Encoding: base64\n\nIyEvY",
        "part-001: source:7:1: the base64 text has a length that nothing encodes to; was it cut short?"
      ),
      (
        "Content-Transfer-Encoding: x-uuencode\n\nx",
        "part-001: source:7:1: Content-Transfer-Encoding \"x-uuencode\" is not known; use base64, quoted-printable, 7bit or 8bit"
      ),
      ("Content-Type: application/gzip\n\nx", "part-001: source:5:1: the gzip data is damaged; compress it again"),
      (
        "Content-Disposition: a; filename=n\nContent-Transfer-Encoding: base64\n\nIyEK6Q==",
        "n: source[n]:2:1: byte 0xE9 is not UTF-8; save the text as UTF-8"
      ),
      (
        "Content-Type: multipart/mixed\n\nx",
        "part-001: source:5:1: the multipart type declares no boundary; add boundary=\"...\" to Content-Type"
      ),
      (
        "Content-Type: multipart/mixed; boundary=C\n\n--C--",
        "part-001: source:5:1: the multipart message closes before its first part"
      ),
    ])
  func broken(part: String, failure: String) {
    let list = PartDecoder.decode([source(message(part, "Content-Disposition: a; filename=z\n\n#!"))])
    #expect(list.failureLines == [failure])
    #expect(list.partLines == ["text/x-shellscript z \"#!\""])
  }

  @Test("headers that are too long, and containers too deep, fail their part alone")
  func limits() {
    let long = "A: " + String(repeating: "b", count: Limits.mimeHeaderBytes) + "\n\n#!"
    #expect(decoded(message(long)) == ["part-001: source:5:1: the headers are longer than 64 KiB"])
    let deep = (0...Limits.partNesting).reduce("") { text, level in
      text + "Content-Type: multipart/x; boundary=b\(level)\nMIME-Version: 1.0\n\n--b\(level)\n"
    }
    let closings = (0...Limits.partNesting).reversed().map { "\n--b\($0)--" }.joined()
    #expect(decoded(deep + "\n#!" + closings) == ["part-001: source:65:1: MIME parts are nested more than 16 deep"])
  }

  @Test("bytes that are not UTF-8 fail the part they are in, where cloud-init refuses the whole message")
  func notUTF8() {
    let parts = ["\n#!1", "A: b\n\n#!2\n\u{1}", "\n#!3"]
    let text = (message(parts[0], parts[1], parts[2])).utf8.map { $0 == 1 ? 0xE9 : $0 }
    let list = PartDecoder.decode([source(Array(text))])
    #expect(list.partLines == ["text/x-shellscript part-001 \"#!1\"", "text/x-shellscript part-003 \"#!3\""])
    #expect(
      list.failureLines == [
        "part-002: source:11:1: byte 0xE9 is not UTF-8, and cloud-init refuses the whole message for it; encode the part as base64"
      ])
  }

  @Test(
    "a message that was cut short loses its last part, with one line",
    arguments: [
      (4, "b", 9), (9, "b", 9), (27, "part-002", 9),
    ])
  func cutShort(missing: Int, name: String, line: Int) {
    let text = message("Content-Disposition: a; filename=a\n\n#!1", "Content-Disposition: a; filename=b\n\n#!2")
    let lines = decoded(String(text.dropLast(missing)))
    #expect(
      lines == [
        "text/x-shellscript a \"#!1\"",
        "\(name): source:\(line):1: the MIME message ends inside part \"\(name)\": closing boundary missing; was it cut short?",
      ])
  }
}
