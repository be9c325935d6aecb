enum MkdocsTemplateResidue: LintRule {
  static let id = "mkdocs-template-residue"
  static let severity = LintSeverity.warning
  static let summary = "A shell expression is wrapped in braces of a documentation generator"
  static let why: Prose = """
    Guides that are made by MkDocs write {{ "${#DISKS[@]}" }} where the page is to show ${#DISKS[@]}. Copied from the
    source of the page and not from the page, the braces are still there, and mean nothing to a shell.
    """
  static let bad = """
    #!/bin/bash
    DISKS=(/dev/nvme1n1 /dev/nvme2n1)
    mdadm --create /dev/md0 --level=0 --raid-devices={{ "${#DISKS[@]}" }} "${DISKS[@]}"
    """
  static let good = """
    #!/bin/bash
    DISKS=(/dev/nvme1n1 /dev/nvme2n1)
    mdadm --create /dev/md0 --level=0 --raid-devices=${#DISKS[@]} "${DISKS[@]}"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for text in part.shellTexts {
        for line in text.lines where !findings.isFull { check(line, of: text, &findings) }
      }
    }
  }

  private static func check(_ line: LintLine, of text: LintText, _ findings: inout LintFindings) {
    var index = line.range.lowerBound
    while let range = residue(in: text.bytes[index..<line.range.upperBound]) {
      index = range.whole.upperBound
      findings.add(
        at: text.origin(ofByte: range.whole.lowerBound, on: line), length: text.bytes[range.whole].columns,
        "the braces are a documentation generator's, and mean nothing to a shell", help: "keep what is in the quotes",
        fix: [text.edit(range.whole, String(decoding: text.bytes[range.inner], as: UTF8.self))])
    }
  }

  /// `{{ "${...}" }}`; other templates in braces are what a program asks for.
  private static func residue(in bytes: ArraySlice<UInt8>) -> (whole: Range<Int>, inner: Range<Int>)? {
    let (opening, closing) = (Array("{{ \"$".utf8), Array("\" }}".utf8))
    guard bytes.contains(UInt8(ascii: "{")) else { return nil }
    guard let start = bytes.indices.first(where: { bytes[$0] == opening[0] && bytes[$0...].starts(with: opening) }),
      let end = bytes[start...].indices.first(where: { bytes[$0] == closing[0] && bytes[$0...].starts(with: closing) })
    else { return nil }
    return (start..<end + closing.count, start + opening.count - 1..<end)
  }
}
