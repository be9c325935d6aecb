internal import Core

extension Plan {
  /// The result of one step, with what the reports say about its file.
  func result(
    _ part: Int, _ step: Int, _ outcome: StepResult.Outcome, note: String? = nil, accounts: Accounts
  ) -> StepResult {
    let planned = parts[part].steps[step]
    return StepResult(
      kind: planned.kind, subject: Printable.escape(planned.subject), part: parts[part].name, origin: planned.origin,
      outcome: outcome, note: note, details: planned.file.map { .file(FileDetails($0, accounts: accounts)) } ?? .none)
  }
}

extension FileDetails {
  init(_ file: FileWrite, accounts: Accounts) {
    let mode: String? = if case .set(let asked) = file.mode { asked.description } else { nil }
    self.init(
      mode: mode, owner: file.owner.user.map { accounts.userName(of: $0) },
      group: file.owner.group.map { accounts.groupName(of: $0) }, sha256: SHA256(of: file.content).description,
      size: file.content.count)
  }
}
