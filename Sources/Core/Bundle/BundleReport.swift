/// What a bundle came to, or what is still outside of a manifest.
package struct BundleReport: Sendable {
  package enum Outcome: Sendable {
    /// Nothing was asked but what is outside.
    case checked
    /// The contents, in the order of the references.
    case filled([[UInt8]])
    case failed
  }

  /// As the user named it.
  let manifest: String
  let references: [Reference]
  let outcome: Outcome
  let warnings: [Finding]
  let errors: [UserDataError]

  package init(
    manifest: String, references: [Reference], outcome: Outcome, warnings: [Finding] = [], errors: [UserDataError] = []
  ) {
    self.manifest = manifest
    self.references = references
    self.outcome = outcome
    self.warnings = warnings
    self.errors = errors
  }

  package var status: ExitStatus {
    switch outcome {
    case .checked: references.isEmpty && errors.isEmpty ? .done : .failed
    case .filled: .done
    case .failed: .failed
    }
  }

  /// For people: after a check a line for each reference, `app.yaml:5:15: releaseNotes -> file://notes.html`; else a line
  /// on what was done, unless something failed.
  package var text: String {
    switch outcome {
    case .checked:
      return references.map { "\($0.origin): \($0.field) -> \(ShownAddress.of($0.address.text))\n" }.joined()
    case .filled(let contents):
      let bytes = contents.reduce(0) { $0 + $1.count }
      if references.isEmpty { return "bundle: nothing was outside of \(Printable.escape(manifest))\n" }
      let verb = references.count == 1 ? "is" : "are"
      return "bundle: \(counted(bytes, "byte")) of \(counted(references.count, "reference")) \(verb) in place\n"
    case .failed:
      return ""
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// What is wrong and what is worth knowing, for standard error.
  package var complaints: String {
    errors.map { "\($0)\n" }.joined() + warnings.map { "\($0.origin): warning: \($0.message)\n" }.joined()
  }

  /// The report for programs; its shape is `schemas/bundle.schema.json`.
  package var json: JSON {
    let sizes: [Int?] =
      if case .filled(let contents) = outcome { contents.map(\.count) } else { references.map { _ in nil } }
    return [
      "version": 1,
      "command": "bundle",
      "status": .integer(Int(status.rawValue)),
      "manifest": .string(Printable.escape(manifest)),
      "references": .array(
        zip(references, sizes).map { reference, size in
          [
            "field": .string(reference.field),
            "uri": .string(ShownAddress.of(reference.address.text)),
            "origin": .string(reference.origin.description),
            "bytes": JSON(size),
          ]
        }),
      "warnings": .array(warnings.map { .string("\($0.origin): \($0.message)") }),
      "errors": .array(errors.map { .string($0.description) }),
    ]
  }
}
