import Core
import Foundation
import Testing

/// The recorded blobs: what cloud-init made of each, but for the cases where this program knows better.
@Suite struct MIMEVectorTests {
  @Test("recorded blobs come to the parts that cloud-init hands on", arguments: Vectors.cases("mime"))
  func recorded(vector: JSON) throws {
    let name = try #require(vector["name"]?.string)
    let list = PartDecoder.decode([source(try bytes(vector["input_b64"]), fileName: "part-001")])
    let lines = list.partLines.sorted() + list.failureLines + list.warningLines
    #expect(try lines == Self.better[name] ?? recordedLines(vector))
  }

  @Test("every case where the outcome is another is one of the recorded")
  func deviations() throws {
    let names = Vectors.cases("mime").compactMap { $0["name"]?.string }
    #expect(Self.better.keys.filter { !names.contains($0) } == [])
  }

  /// What is done otherwise than cloud-init does it, and deliberately.
  private static let better: [String: [String]] = [
    "base64 blob (not auto-decoded by processor)": ["text/cloud-config part-001 \"#cloud-config\\nbootcmd: [a]\\n\""],
    "part binary no CTE utf8": [
      "text/cloud-config part-001 \"#cloud-config\\na: —\\n\"", "source:8:4: " + garbled,
    ],
    "part application/x-gzip bad": ["part-001: source:5:1: the gzip data is damaged; compress it again"],
    "part text/cloud-config but gz b64": [
      "text/cloud-config part-001 \"#cloud-config\\nbootcmd: [a]\\n\"",
      "source:5:1: gzip under a text type: cloud-init does not inflate it; give the part the type application/gzip",
    ],
    "message/rfc822": [
      "message/rfc822 part-001 \"\"", "text/cloud-config part-002 \"#cloud-config\\nbootcmd: [a]\\n\"",
    ],
    "wrong boundary": [
      "source: source: the multipart type declares the boundary \"X\", which no line holds; was it cut short?"
    ],
    "no mime-version header": [
      "source: source: the MIME message has no MIME-Version header, so cloud-init ignores it; "
        + "add the header line MIME-Version: 1.0"
    ],
    "leading newline before headers": [
      "source: source: the MIME message begins with an empty line, so cloud-init sees no headers; take the line out"
    ],
    "cloud-config containing MIME-Version text in body": [
      "text/cloud-config part-001 "
        + "\"#cloud-config\\nwrite_files:\\n- path: /x\\n  content: |\\n    MIME-Version: 1.0\\n    é —\\n\"",
      "source:6:5: text that is not ASCII: cloud-init garbles it, because \"MIME-Version:\" in the first 4,096 bytes makes "
        + "it read the text as a MIME message",
    ],
    "bin junk": ["source: source: a binary file, which is no kind of user-data"],
    "archive not list": ["part-001: source:2:1: the archive is a mapping, not a list of parts"],
    "kops ('na', 'text/x-shellscript', '#!/bin/sh\\necho café\\n')": [
      "text/x-shellscript na \"#!/bin/sh\\necho café\\n\"",
      "text/x-shellscript nodeup.sh \"#!/bin/bash\\necho nodeup\\n\"", "source:20:9: " + garbled,
    ],
  ]

  private static let garbled =
    "text that is not ASCII: cloud-init garbles it in a MIME message; encode the part as base64"

  private func recordedLines(_ vector: JSON) throws -> [String] {
    try (vector["parts"]?.array ?? []).map { part in
      let content = String(decoding: try bytes(part["payload_b64"]), as: UTF8.self)
      return "\(part["type"]?.string ?? "?") \(part["filename"]?.string ?? "?") \(content.debugDescription)"
    }.sorted()
  }

  private func bytes(_ base64: JSON?) throws -> [UInt8] {
    let text = try #require(base64?.string)
    return Array(try #require(Data(base64Encoded: text)))
  }
}
