enum NumericPrefixWidth: LintRule {
  static let id = "numeric-prefix-width"
  static let severity = LintSeverity.advice
  static let summary = "Scripts with numbers of different widths run in another order"
  static let why: Prose = """
    Scripts run in the order of their names, character by character: 10-b.sh comes before 9-a.sh. Write all numbers with as
    many digits.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - {name: 9-a.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
        - {name: 10-b.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - {name: 09-a.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
        - {name: 10-b.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.isWalkedByCloudInit else { return }
    let numbered = input.parts.filter(\.isScript).compactMap { part -> (name: [UInt8], number: Int, part: LintPart)? in
      let name = Array(ScriptName.clean(part.name).utf8)
      let digits = name.prefix(while: ASCII.isDigit)
      return Int(String(decoding: digits, as: UTF8.self)).map { (name, $0, part) }
    }
    var highest: (number: Int, part: LintPart)?
    for script in numbered.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      if let highest, script.number < highest.number {
        findings.add(
          at: script.part.origin, length: script.part.nameWidth,
          "the script runs after \(Printable.quote(highest.part.name.description)), whose number is higher",
          help: "write the numbers with as many digits")
      }
      if script.number > highest?.number ?? -1 { highest = (script.number, script.part) }
    }
  }
}
