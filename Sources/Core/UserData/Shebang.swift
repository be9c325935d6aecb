/// The first line of a program: `#!`, an interpreter and its argument (execve(2)).
enum Shebang {
  /// The text is a bringup document: its first line runs `bringup apply`, itself or by way of env(1).
  ///
  /// `#!/usr/bin/bringup apply` and `#!/usr/bin/env -S bringup apply --strict` do, `#!/usr/bin/bringup parts` does not.
  /// What cloud-init takes off before it runs a boothook, white space and `#cloud-boothook`, may stand before it.
  static func runsBringup(_ text: [UInt8]) -> Bool {
    let start = text.drop(while: ASCII.isSpace)
    let marker = "#cloud-boothook"
    let script = start.starts(with: marker.utf8) ? start.dropFirst(marker.utf8.count).drop(while: ASCII.isSpace) : start
    guard script.starts(with: "#!".utf8) else { return false }
    let line = script.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }.prefix(256)
    var words = line.split(whereSeparator: ASCII.isSpace)[...]
    if let interpreter = words.first, isProgram("env", at: interpreter) {
      words = words.dropFirst()
      if let option = words.first, option.elementsEqual("-S".utf8) { words = words.dropFirst() }
    }
    guard let interpreter = words.popFirst(), isProgram("bringup", at: interpreter) else { return false }
    return words.first.map { $0.elementsEqual("apply".utf8) } ?? true
  }

  private static func isProgram(_ name: String, at path: ArraySlice<UInt8>) -> Bool {
    let base = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
    return base.elementsEqual(name.utf8)
  }
}
