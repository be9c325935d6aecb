enum UnitFileInvalid: LintRule {
  static let id = "unit-file-invalid"
  static let severity = LintSeverity.error
  static let summary = "A line of a unit or drop-in is one that systemd skips"
  static let why: Prose = """
    systemd puts up with a line that it cannot read: it writes a warning to its log and goes on without. A setting outside
    of a section, in another's section, or with a value that does not parse is not in effect.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/chrony.service.d/10-limits.conf
        content: |
          TimeoutStartSec=5min
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/systemd/system/chrony.service.d/10-limits.conf
        content: |
          [Service]
          TimeoutStartSec=5min
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        // What is added to another file may stand in a section of that.
        guard file["encoding"] == nil, file["append"] == nil, let path = file.path.flatMap({ AbsolutePath(known: $0) }),
          let unit = UnitFilePath(path), let node = file["content"], let text = part.text.text(of: node),
          let error = fault(in: text, of: unit.type)
        else { continue }
        let advice = error.problem.sentence.splitAdvice
        if text.isPlaced {
          findings.add(at: error.origin, advice.message, help: advice.help)
        } else {
          findings.add(at: node, in: part.text, advice.message, help: advice.help)
        }
      }
    }
  }

  private static func fault(in text: LintText, of type: UnitType) -> UserDataError? {
    do throws(UserDataError) {
      _ = try UnitFile.parse(text.bytes, of: type, placement: text.placement)
      return nil
    } catch {
      return error
    }
  }
}
