extension Step {
  /// The file that the step asks for, as the reports tell it; nil where it asks for none.
  package var fileDetails: FileDetails? { file.map { FileDetails($0) } }
}

extension FileDetails {
  /// What was asked: names as they were written, nil for what is kept as it is.
  init(_ write: FileWrite) {
    let mode: String? =
      switch write.mode {
      case .set(let mode): mode.description
      case .keep: nil
      }
    self.init(
      mode: mode, owner: write.owner.user?.text, group: write.owner.group?.text,
      sha256: write.digest.description, size: write.content.count)
  }
}

extension AccountName {
  var text: String {
    switch self {
    case .name(let name): Printable.escape(name)
    case .id(0): "root"
    case .id(let number): String(number)
    }
  }
}
