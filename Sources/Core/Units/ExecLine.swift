/// The value of an `Exec...=` line: commands as systemd splits them (systemd.service(5), "COMMAND LINES").
///
/// `-/bin/sh -c 'exit 1' ; /bin/echo "100 %%"` is two commands: `/bin/sh`, `-c`, `exit 1`, whose failure counts for
/// nothing, and `/bin/echo`, `100 %`.
package struct ExecLine: Hashable, Sendable {
  package struct Command: Hashable, Sendable {
    /// The characters of `@ - : + !` before the executable, in the order written.
    package let prefixes: String
    /// What the process gets as `argv`, as the manager shows it on its bus: without quotes, escapes and `%%`, but with
    /// `$$`, which is made `$` only when the command is started. Nil where only the manager can tell: a specifier such
    /// as `%n`, or bytes that are not UTF-8.
    package let arguments: [String]?
  }

  /// Empty for an empty value, which makes the list begin anew.
  package let commands: [Command]
}

extension ExecLine {
  /// `value` is one line, as ``SettingLine`` makes sure of, without the key.
  package static func parse(_ value: String) throws(UnitProblem) -> ExecLine {
    var words = WordScanner(value, unknownEscape: .kept)
    var commands: [Command] = []
    while let first = try words.next() {
      // A separator where a command should be is passed over.
      if first.elementsEqual(";".utf8) { continue }
      commands.append(try command(first, &words))
    }
    guard !commands.isEmpty || Array(value.utf8).allSatisfy(UnitText.isBlank) else { throw .noExecutable }
    return ExecLine(commands: commands)
  }

  private static func command(_ first: [UInt8], _ words: inout WordScanner) throws(UnitProblem) -> Command {
    let prefixes = Prefixes(of: first)
    let written = Array(first.dropFirst(prefixes.text.utf8.count))
    let executable = try Specifiers.expand(written)
    // Of one with a specifier only its own characters can be judged.
    if let executable { try Executable.check(executable) } else { try Executable.checkCharacters(written) }
    var arguments: [[UInt8]?] = prefixes.replacesFirstArgument ? [] : [executable]
    while !words.skip(";") {
      if words.skip("\\;") {
        arguments.append(Array(";".utf8))
      } else if let word = try words.next() {
        arguments.append(try Specifiers.expand(word))
      } else {
        break
      }
    }
    guard !arguments.isEmpty else { throw .noFirstArgument }
    let texts = arguments.compactMap { $0.flatMap(UnitText.decode) }
    return Command(prefixes: prefixes.text, arguments: texts.count == arguments.count ? texts : nil)
  }
}

/// The special characters before an executable; each counts once, as in `config_parse_exec`.
private struct Prefixes {
  private(set) var text = ""

  var replacesFirstArgument: Bool { text.utf8.contains(UInt8(ascii: "@")) }

  init(of word: [UInt8]) {
    for byte in word {
      let privileges = text.utf8.filter { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "!") }
      let isPrefix =
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: ":"): !text.utf8.contains(byte)
        case UInt8(ascii: "+"): privileges.isEmpty
        case UInt8(ascii: "!"): privileges.isEmpty || privileges == Array("!".utf8)
        default: false
        }
      guard isPrefix else { return }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
}
