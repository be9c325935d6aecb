enum ShebangMissing: LintRule {
  static let id = "shebang-missing"
  static let severity = LintSeverity.error
  static let summary = "A script does not begin with #!"
  static let why: Prose = """
    cloud-init runs the file as it is, and the kernel runs what begins with #! and the path of an interpreter, at the very
    first byte. A script without it, or with an empty line before it, fails with an exec format error.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: 10-date.sh
          type: text/x-shellscript
          content: |

            #!/bin/sh
            date
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: 10-date.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
    """

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      guard let file = executed(part), !file.starts(with: "#!".utf8), !file.starts(with: byteOrderMark) else {
        continue
      }
      let start = part.text.bytes.drop(while: ASCII.isSpace)
      let isLate = start.starts(with: "#!".utf8)
      findings.add(
        at: part.text.origin(at: .start),
        isLate ? "#! is not at the start of the script" : "the script does not begin with #!",
        help: isLate ? "take out what stands before it" : "begin with #! and an interpreter, such as #!/bin/sh",
        fix: isLate ? [part.removal(upTo: start.startIndex)] : [])
    }
  }

  /// What the kernel is given to run; nil for a part that it is not given.
  private static func executed(_ part: LintPart) -> [UInt8]? {
    switch part.type {
    case .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce: part.text.bytes
    case .boothook: ScriptText.ofBoothook(part.text.bytes)
    case .cloudConfig, .cloudConfigPatch, .includeURL, .includeOnceURL, .partHandler, .jinja, .upstartJob, .bringup,
      .unhandled:
      nil
    }
  }
}

extension LintPart {
  /// Takes out the lines before the byte at `offset`; nil where it is not the first of its line.
  fileprivate func removal(upTo offset: Int) -> TextEdit? {
    let lines = text.bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    let first = text.origin(at: .start)
    guard lines > 0, text.bytes[offset - 1] == UInt8(ascii: "\n"), text.isPlaced, first.part == nil,
      let line = first.position?.line
    else { return nil }
    return source.removal(ofLines: line, to: line + lines - 1)
  }
}
