internal import CLinux
package import Core
internal import Glibc

/// Which file a command is, as shells find it (POSIX XCU 2.9.1.4, "Command Search and Execution").
///
/// `launcher` is the first file of that name in a directory of PATH that may be executed; `bin/launcher` is that file.
package enum CommandSearch {
  /// What execvp(3) takes where there is no PATH.
  private static let standardPath = "/bin:/usr/bin"

  /// `path` is the value of PATH.
  package static func find(_ name: String, path: String?) throws(CommandFault) -> String {
    guard !name.isEmpty else { throw .notFound(name) }
    if name.utf8.contains(UInt8(ascii: "/")) {
      guard let candidate = Candidate(name) else { throw .notFound(name) }
      return try candidate.executable()
    }
    var refused: Candidate?
    for directory in (path ?? standardPath).split(separator: ":", omittingEmptySubsequences: false) {
      // An empty entry is the working directory.
      guard let candidate = Candidate(directory.isEmpty ? "./\(name)" : "\(directory)/\(name)") else { continue }
      if candidate.fault == nil { return candidate.path }
      refused = refused ?? candidate
    }
    guard let refused else { throw .notFound(name) }
    return try refused.executable()
  }
}

/// A file that has the name.
private struct Candidate {
  let path: String
  /// Why it cannot be executed.
  let fault: String?

  /// Nil where there is no file.
  init?(_ path: String) {
    var raw = stat()
    do throws(Errno) {
      try SystemCall.run { stat(path, &raw) }
      let kind = FileStatus(raw).kind
      guard kind == .regular else {
        self.init(path: path, fault: "it is \(kind.article)")
        return
      }
      try AccessCheck.allows(X_OK, path)
      self.init(path: path, fault: nil)
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      self.init(path: path, fault: error.description)
    }
  }

  private init(path: String, fault: String?) {
    self.path = path
    self.fault = fault
  }

  func executable() throws(CommandFault) -> String {
    if let fault { throw .notExecutable(path: path, fault) }
    return path
  }
}
