/// What earlier runs did, arranged to be asked.
package struct EarlierRuns: Sendable {
  private struct Text: Hashable {
    let path: AbsolutePath
    let digest: String
  }

  private var appended: Set<Text> = []
  private var written: Set<Text> = []
  private var ofInstance: Set<AbsolutePath> = []
  private var dropIns: [AbsolutePath: AppliedRecord] = [:]

  /// `instance` is the one that runs now.
  package init(_ state: AppliedState, instance: String?) {
    for record in state.records {
      guard let path = AbsolutePath(known: record.subject) else { continue }
      let text = Text(path: path, digest: record.digest)
      switch record.kind {
      case .append: appended.insert(text)
      case .file, .preflight: written.insert(text)
      case .dropIn:
        written.insert(text)
        dropIns[path] = record
      }
      switch record.kind {
      case .file, .append: if record.instance == instance { ofInstance.insert(path) }
      case .dropIn, .preflight: break
      }
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

  /// The part of another run, not seen by `scope`, that wrote the drop-in with another content.
  package func otherPart(thatWrote dropIn: DropIn, for part: PartName, in scope: Scope) -> String? {
    guard let record = dropIns[dropIn.path], !scope.governs(record.scope), record.part != part.description,
      record.digest != SHA256(of: dropIn.text).description
    else { return nil }
    return record.part
  }

  /// Whether this instance already got the file, as cloud-init counts: by path, whatever it now holds.
  package func gaveInstance(_ path: AbsolutePath) -> Bool { ofInstance.contains(path) }
}
