/// The shell script that cloud-init makes of `bootcmd` and `runcmd` (`util.shellify`).
///
/// ```yaml
/// - echo hi > /tmp/f          # text is a line of the script as it stands
/// - [echo, "it's", yes]       # a list is one command: 'echo' 'it'\''s' 'True'
/// -                           # nothing is skipped
/// ```
enum Shellify {
  /// The script and the number of items, or the first item that has no line: a number, a boolean, a mapping.
  static func script(_ node: YAMLNode, key: String) throws(Fault) -> (script: [UInt8], count: Int) {
    guard case .sequence(let items) = node.value else {
      throw Fault(node: node, problem: .commandsNotAList(key: key, found: node.kind))
    }
    var script = Array("#!/bin/sh\n".utf8)
    for item in items {
      switch item.value {
      case .null: continue
      case .string(let text):
        guard script.count + text.utf8.count < Limits.commandBytes else { throw tooLong(item, key) }
        script += text.utf8
      case .sequence(let arguments): try append(arguments, of: item, key: key, to: &script)
      case .bool, .int, .float, .binary, .timestamp, .mapping, .set:
        throw Fault(node: item, problem: .commandNotText(key: key, found: item.kind))
      }
      script.append(UInt8(ascii: "\n"))
    }
    return (script, items.count)
  }

  /// An argument of a list as its script has it; empty where that is too long to be made.
  static func line(_ argument: YAMLNode) -> [UInt8] {
    guard
      case .success(let text) = Result(catching: { () throws(PythonRepr.Fault) -> [UInt8] in
        try PythonRepr.str(argument, limit: Limits.commandBytes)
      })
    else { return [] }
    var line: [UInt8] = []
    appendQuoted(text, to: &line)
    return line
  }

  struct Fault: Swift.Error {
    let node: YAMLNode
    let problem: DocumentProblem
  }

  private static func append(
    _ arguments: [YAMLNode], of item: YAMLNode, key: String, to script: inout [UInt8]
  ) throws(Fault) {
    for (index, argument) in arguments.enumerated() {
      if index > 0 { script.append(UInt8(ascii: " ")) }
      let text: [UInt8]
      do {
        text = try PythonRepr.str(argument, limit: max(0, Limits.commandBytes - script.count))
      } catch {
        switch error {
        case .tooLong: throw tooLong(item, key)
        case .tooManyDigits: throw Fault(node: argument, problem: .tooManyDigits(key: key))
        }
      }
      appendQuoted(text, to: &script)
    }
    guard script.count < Limits.commandBytes else { throw tooLong(item, key) }
  }

  /// In single quotes; a quote itself as `'\''`.
  private static func appendQuoted(_ text: [UInt8], to script: inout [UInt8]) {
    let quote = UInt8(ascii: "'")
    for (index, piece) in text.split(separator: quote, omittingEmptySubsequences: false).enumerated() {
      script += index == 0 ? "'".utf8 : "'\\''".utf8
      script += piece
    }
    script.append(quote)
  }

  private static func tooLong(_ item: YAMLNode, _ key: String) -> Fault {
    Fault(node: item, problem: .commandsTooLong(key: key))
  }
}
