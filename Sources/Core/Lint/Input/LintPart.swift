/// A part of user-data with everything that rules ask of it, worked out once.
package struct LintPart: Sendable {
  /// What a part's text is as YAML.
  package enum Document: Sendable {
    /// The type is none that is read as YAML.
    case none
    case mapping(YAMLMapping)
    /// Not YAML, or no mapping: cloud-init drops the part.
    case broken(UserDataError)
  }

  package let part: Part
  package let text: LintText
  package let document: Document
  /// The entry of `additionalUserData` that it is of.
  package let entry: LintEntry?
  /// The items of `write_files` of a cloud-config; empty where that is no list.
  package let files: [LintFile]
  /// `bootcmd` and `runcmd` of a cloud-config, where they are there.
  package let bootcmd: LintCommands?
  package let runcmd: LintCommands?
  /// What a shell reads: a script or boothook, or each `bootcmd` and `runcmd` item that is text.
  package let shellTexts: [LintText]
  /// A bringup document, or everything that is wrong with it; nil for any other type.
  package let bringup: Result<BringupDocument, PartFailure>?
  /// What a shell runs of it: `bootcmd`, `runcmd`, or the script that it is.
  let shells: [LintShell]

  package var name: PartName { part.name }
  package var type: PartType { part.type }
  package var source: LintSource { text.source }

  /// The mapping that a cloud-config or bringup document is.
  package var mapping: YAMLMapping? {
    if case .mapping(let mapping) = document { mapping } else { nil }
  }

  /// What the rules say of the part as a whole points here: at its name in a manifest, else at its first line.
  package var origin: Origin { entry?.origin(of: "name") ?? text.origin(at: .start) }
}

/// An item of `write_files` as it is written.
package struct LintFile: Sendable {
  package let node: YAMLNode
  /// Nil for an item that is no mapping.
  package let fields: YAMLMapping?
  /// `path`, where it is text.
  package let path: String?
  /// The path as cloud-init takes it; nil where there is none, or one that depends on where cloud-init runs.
  let absolutePath: AbsolutePath?
  /// What is asked for, or what cloud-init takes for it; nil where that fails.
  let mode: ModeRequest?
  let owner: OwnerRequest?

  init(_ node: YAMLNode) {
    self.node = node
    fields = if case .mapping(let fields) = node.value { fields } else { nil }
    path = if case .string(let text) = fields?["path"]?.value { text } else { nil }
    absolutePath = path.flatMap { AbsolutePath(known: $0) }
    var scratch = Diagnosis.scratch
    mode = ModeRequest.decode(fields?["permissions"], &scratch)
    owner = OwnerRequest.decode(fields?["owner"], &scratch)
  }

  package subscript(key: String) -> YAMLNode? { fields?[key] }
}

/// The value of `bootcmd` or `runcmd`.
package struct LintCommands: Sendable {
  /// `bootcmd` or `runcmd`.
  package let key: String
  package let keyNode: YAMLNode
  package let node: YAMLNode
  /// Empty where the value is no list.
  package let items: [YAMLNode]
  /// The shell script that cloud-init makes of it, or why it can make none.
  package let script: Result<[UInt8], UserDataError>
}

/// An item of `additionalUserData` as it is written.
package struct LintEntry: Sendable {
  package let node: YAMLNode
  /// The manifest, whose nodes these are.
  package let text: LintText

  package subscript(key: String) -> YAMLNode? {
    if case .mapping(let fields) = node.value { fields[key] } else { nil }
  }

  /// The place of a field's value, or of the whole entry where it has none.
  package func origin(of key: String) -> Origin { text.origin(at: (self[key] ?? node).start) }
}
