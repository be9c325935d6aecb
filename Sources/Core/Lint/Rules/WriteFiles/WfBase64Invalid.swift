enum WfBase64Invalid: LintRule {
  static let id = "wf-base64-invalid"
  static let severity = LintSeverity.error
  static let summary = "A content that is not in its encoding ends write_files"
  static let why: Prose = """
    Base64 without its padding, with a part of it lost or with characters beyond ASCII, and gzip that is damaged or is none:
    cloud-init stops at such an entry, and writes none of those behind.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/issue
        encoding: b64
        content: aGVsbG8
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/issue
        encoding: b64
        content: aGVsbG8=
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      var decoder = FileContent()
      for file in part.files {
        guard let fields = file.fields, fields["encoding"] != nil, let content = fields["content"],
          let problem = problem(of: fields, &decoder)
        else { continue }
        findings.add(
          at: content, in: part.text,
          "\(problem.sentence.prefix { $0 != ";" }); cloud-init stops here, and writes no entry behind it",
          help: "encode it again")
      }
    }
  }

  private static func problem(of fields: YAMLMapping, _ decoder: inout FileContent) -> FileProblem? {
    var diagnosis = Diagnosis.scratch
    guard decoder.decode(fields, &diagnosis) == nil else { return nil }
    return diagnosis.fileProblems.first(where: isOfEncoding)
  }

  private static func isOfEncoding(_ problem: FileProblem) -> Bool {
    switch problem {
    case .contentNotASCII, .base64Padding, .gzip: true
    case .notAList, .tooMany, .notAMapping, .pathNotText, .path, .pathNotUTF8, .contentNotText, .contentTooLarge,
      .contentIsNull, .pathBelowFile, .noLookup, .sourceNotAMapping, .encodingNotText, .permissionsOutOfRange,
      .ownerNotText, .ownerMisread, .ownerOutOfRange:
      false
    }
  }
}
