enum BringupDocumentInvalid: LintRule {
  static let id = "bringup-document-invalid"
  static let severity = LintSeverity.error
  static let summary = "A bringup document is none that is applied"
  static let why: Prose = """
    bringup applies a document whole or not at all: an unknown key, a mode that is not octal or a unit that systemd would
    not read keeps all of it from being written.
    """
  static let bad = """
    #!/usr/bin/bringup apply
    apiVersion: bringup/v1
    units:
      kops-configuration.service:
        timeoutSecs: infinity
    """
  static let good = """
    #!/usr/bin/bringup apply
    apiVersion: bringup/v1
    units:
      kops-configuration.service:
        timeoutSec: infinity
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      guard case .failure(let failure) = part.bringup else { continue }
      for error in failure.errors { add(error, in: part.source, &findings) }
    }
  }

  private static func add(_ error: UserDataError, in source: LintSource, _ findings: inout LintFindings) {
    switch error.problem {
    // Said of every kind of part.
    case .yaml: return
    case .requirement(.ports(.reversed)): return
    case .document(.trap(.unknownKey(let key, _, let known))):
      add(error, in: source, key, Nearest.match(key, among: known), &findings)
    case .unit(.unknownKey(let key, let nearest)): add(error, in: source, key, nearest, &findings)
    case .blob, .document, .unit, .requirement, .preflight, .bundle:
      let advice = error.problem.sentence.splitAdvice
      findings.add(at: error.origin, advice.message, help: advice.help)
    }
  }

  /// An unknown key that was likely meant to be another.
  private static func add(
    _ error: UserDataError, in source: LintSource, _ key: String, _ nearest: String?, _ findings: inout LintFindings
  ) {
    let advice = error.problem.sentence.splitAdvice
    let length = key.unicodeScalars.count
    let written = source.offset(of: error.origin).map { source.bytes[$0...].starts(with: key.utf8) } ?? false
    findings.add(
      at: error.origin, length: written ? length : 0, advice.message, help: advice.help,
      fix: nearest.map { [written ? source.edit(at: error.origin, length: length, $0) : nil] } ?? [])
  }
}
