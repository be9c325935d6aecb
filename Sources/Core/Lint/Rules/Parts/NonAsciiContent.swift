enum NonAsciiContent: LintRule {
  static let id = "non-ascii-content"
  static let severity = LintSeverity.error
  static let summary = "cloud-init garbles text that is not ASCII in a MIME message"
  static let why: Prose = """
    kops sends every part as it stands, and cloud-init takes such text for another encoding than UTF-8: a script with é
    is not written at all, a configuration with é is dropped, and other characters become their escapes, such as \\\\u2014
    for a dash. The content of a file can be given in base64; elsewhere write ASCII.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            write_files:
              - path: /etc/motd
                content: |
                  Grüße
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            write_files:
              - path: /etc/motd
                encoding: b64
                content: R3LDvMOfZQo=
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for entry in input.group?.entries ?? [] {
      guard let content = entry.content else { continue }
      check(content, input.parts.first { $0.entry?.node.start == entry.node.start }, &findings)
    }
    guard input.group == nil else { return }
    for part in input.parts where part.isTakenForLatin1(in: input.form) { check(part.text, part, &findings) }
  }

  private static func check(_ text: LintText, _ part: LintPart?, _ findings: inout LintFindings) {
    guard text.bytes.contains(where: { $0 >= 0x80 }) else { return }
    var mended: Set<Int> = []
    for line in text.lines {
      guard let first = text.bytes(of: line).firstIndex(where: { $0 >= 0x80 }) else { continue }
      let end = text.bytes[first..<line.range.upperBound].firstIndex { $0 < 0x80 } ?? line.range.upperBound
      let file = part.flatMap { part in
        part.files.firstIndex { $0.holdsLine(line.number) }.map { (part: part, index: $0) }
      }
      let isFirst = file.map { mended.insert($0.index).inserted } ?? false
      findings.add(
        at: text.origin(ofByte: first, on: line), length: text.bytes[first..<end].count { $0 & 0xC0 != 0x80 },
        "cloud-init garbles text that is not ASCII here",
        help: file == nil ? "write it in ASCII" : "give the file's content in base64",
        fix: isFirst ? file.map { $0.part.files[$0.index].inBase64(in: $0.part.text) } ?? [] : [])
    }
  }
}
