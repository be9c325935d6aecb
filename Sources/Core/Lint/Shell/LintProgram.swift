/// A command by the program that it comes to run: `sudo -E /bin/systemctl start a` runs `systemctl`.
struct LintProgram: Sendable {
  /// Without its directory; empty for redirections alone.
  let name: String
  /// The word that names it, or the target of a redirection.
  let word: ShellWord
  let arguments: [ShellWord]
  let command: ShellCommand
  /// cloud-init-per runs it, which may be no more than once.
  let isOnce: Bool

  /// Nil for a command of nothing.
  init?(_ command: ShellCommand, in shell: ShellText) {
    var words = command.words[...]
    var isOnce = false
    while let first = words.first {
      let name = Self.baseName(shell.text(of: first))
      let rest = words.dropFirst()
      guard let behind = Self.wrapped(name, rest, shell) else {
        self.name = name
        word = first
        arguments = Array(rest)
        self.command = command
        self.isOnce = isOnce
        return
      }
      if name == "cloud-init-per" { isOnce = rest.first.map { shell.text(of: $0) } != "always" }
      words = behind
    }
    guard let redirection = command.redirections.first else { return nil }
    name = ""
    word = redirection.target
    arguments = []
    self.command = command
    self.isOnce = false
  }

  /// What a program that only runs another one runs; nil for any other.
  private static func wrapped(
    _ name: String, _ words: ArraySlice<ShellWord>, _ shell: ShellText
  ) -> ArraySlice<ShellWord>? {
    let isOption = { (word: ShellWord) in shell.bytes[word.range.lowerBound] == UInt8(ascii: "-") }
    var rest = words
    switch name {
    case "cloud-init-per" where words.count >= 3: return words.dropFirst(2)
    case "nohup", "command", "exec", "builtin": rest = rest.drop(while: isOption)
    case "env": rest = rest.drop { isOption($0) || shell.bytes[$0.range].contains(UInt8(ascii: "=")) }
    case "timeout", "nice", "ionice", "sudo":
      while let word = rest.first, isOption(word) {
        let takesValue = ["-u", "-g", "-n", "-c", "-s", "-k"].contains(shell.text(of: word))
        rest = rest.dropFirst(takesValue ? 2 : 1)
      }
      if name == "timeout" { rest = rest.dropFirst() }
      if name == "sudo" { rest = rest.drop { shell.bytes[$0.range].contains(UInt8(ascii: "=")) } }
    case _: return nil
    }
    return rest.isEmpty ? nil : rest
  }

  static func baseName(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}
