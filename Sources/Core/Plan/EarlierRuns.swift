/// What earlier runs did, arranged to be asked.
package struct EarlierRuns: Sendable {
  private struct Text: Hashable {
    let path: AbsolutePath
    let digest: String
  }

  private var appended: Set<Text> = []
  private var written: Set<Text> = []
  private var ofInstance: Set<AbsolutePath> = []

  /// `instance` is the one that runs now.
  package init(_ state: AppliedState, instance: String?) {
    for record in state.records {
      guard let path = AbsolutePath(known: record.subject) else { continue }
      let text = Text(path: path, digest: record.digest)
      switch record.kind {
      case .append: appended.insert(text)
      case .file, .dropIn: written.insert(text)
      case .script: continue
      }
      if record.instance == instance, record.kind != .dropIn { ofInstance.insert(path) }
    }
  }

  /// Whether the content with this digest was appended to the file.
  package func appended(_ digest: SHA256, to path: AbsolutePath) -> Bool {
    appended.contains(Text(path: path, digest: digest.description))
  }

  /// Whether the file was written with the content of this digest.
  package func wrote(_ digest: SHA256, to path: AbsolutePath) -> Bool {
    written.contains(Text(path: path, digest: digest.description))
  }

  /// Whether this instance already got the file, as cloud-init counts: by path, whatever it now holds.
  package func gaveInstance(_ path: AbsolutePath) -> Bool { ofInstance.contains(path) }
}
