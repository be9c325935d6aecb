/// The interpreter in a script's first line, as the kernel reads it (execve(2), "Interpreter scripts").
///
/// `#! /usr/bin/env -S python3 -u` is the interpreter `/usr/bin/env` with the one argument `-S python3 -u`.
struct Interpreter: Hashable, Sendable {
  /// As written: a carriage return at the line's end is part of it, for the kernel too.
  let path: String
  let argument: String?

  /// Nil where `script` does not begin with `#!`, or names nothing after it.
  init?(of script: [UInt8]) {
    guard script.starts(with: "#!".utf8) else { return nil }
    // The kernel looks no further than this (BINPRM_BUF_SIZE in linux/binfmts.h).
    let line = script.prefix(256).dropFirst(2).prefix { $0 != UInt8(ascii: "\n") && $0 != 0 }
    let text = Interpreter.trimmed(line)
    let name = text.prefix { !Interpreter.isBlank($0) }
    guard !name.isEmpty else { return nil }
    path = String(decoding: name, as: UTF8.self)
    let rest = Interpreter.trimmed(text.dropFirst(name.count))
    argument = rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }
}
