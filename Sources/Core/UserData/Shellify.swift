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
      throw Fault(node: node, index: nil, problem: .commandsNotAList(key: key, found: node.kind))
    }
    var script = Array("#!/bin/sh\n".utf8)
    for (index, item) in items.enumerated() {
      switch item.value {
      case .null: continue
      case .string(let text):
        guard script.count + text.utf8.count < Limits.commandBytes else { throw tooLong(item, index, key) }
        script += text.utf8
      case .sequence(let arguments): try append(arguments, of: item, at: index, key: key, to: &script)
      case .bool, .int, .float, .binary, .timestamp, .mapping, .set:
        throw Fault(node: item, index: index, problem: .commandNotText(key: key, found: item.kind))
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
    /// Of the item; nil where the list is none.
    let index: Int?
    let problem: DocumentProblem
  }

  private static func append(
    _ arguments: [YAMLNode], of item: YAMLNode, at index: Int, key: String, to script: inout [UInt8]
  ) throws(Fault) {
    for (number, argument) in arguments.enumerated() {
      if number > 0 { script.append(UInt8(ascii: " ")) }
      let text: [UInt8]
      do {
        text = try PythonRepr.str(argument, limit: max(0, Limits.commandBytes - script.count))
      } catch {
        switch error {
        case .tooLong: throw tooLong(item, index, key)
        case .tooManyDigits: throw Fault(node: argument, index: index, problem: .tooManyDigits(key: key))
        }
      }
      appendQuoted(text, to: &script)
    }
    guard script.count < Limits.commandBytes else { throw tooLong(item, index, key) }
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

  private static func tooLong(_ item: YAMLNode, _ index: Int, _ key: String) -> Fault {
    Fault(node: item, index: index, problem: .commandsTooLong(key: key))
  }
}
