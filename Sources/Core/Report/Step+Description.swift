extension Step {
  /// The kind that this step has in reports.
  package var kind: StepKind {
    switch action {
    case .write(let write): write.placement == .appended ? .append : .file
    case .dropIn: .dropIn
    case .run(let command): command.kind
    case .leave(let kind, _, _): kind
    }
  }

  /// What the step is about: the path of a file or drop-in, else a name.
  package var subject: String {
    switch action {
    case .write(let write): write.path.text
    case .dropIn(let dropIn): dropIn.path
    case .run(let command): command.name
    case .leave(_, let subject, _): subject
    }
  }

  /// The file that the step asks for; nil where it asks for none.
  package var fileDetails: FileDetails? {
    switch action {
    case .write(let write): FileDetails(write)
    case .dropIn(let dropIn): FileDetails(dropIn)
    case .run, .leave: nil
    }
  }
}

extension FileDetails {
  /// What was asked: names as they were written, nil for what is kept as it is.
  package init(_ write: FileWrite) {
    let mode: String? =
      switch write.mode {
      case .set(let mode): mode.description
      case .keep: nil
      }
    self.init(
      mode: mode, owner: write.owner.user?.text, group: write.owner.group?.text,
      sha256: SHA256(of: write.content).description, size: write.content.count)
  }

  package init(_ dropIn: DropIn) {
    self.init(
      mode: "0644", owner: "root", group: "root", sha256: SHA256(of: dropIn.text).description, size: dropIn.text.count)
  }
}

extension AccountName {
  fileprivate var text: String {
    switch self {
    case .name(let name): Printable.escape(name)
    case .id(0): "root"
    case .id(let number): String(number)
    }
  }
}

extension DropIn {
  fileprivate var path: String { "/etc/systemd/system/\(unit).d/\(fileName)" }
}
