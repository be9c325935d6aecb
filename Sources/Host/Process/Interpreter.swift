internal import Core

/// The interpreter in a script's first line, as the kernel reads it (execve(2), "Interpreter scripts").
///
/// `#! /usr/bin/env -S python3 -u` is the interpreter `/usr/bin/env` with the one argument `-S python3 -u`.
struct Interpreter: Hashable, Sendable {
  /// As written: a carriage return at the line's end is part of it, for the kernel too.
  let path: String
  let argument: String?

  /// The kernel looks no further than this (BINPRM_BUF_SIZE in linux/binfmts.h).
  static let lineBytes = 256

  /// What runs a script that names no interpreter, as every shell has it.
  static let shell = Interpreter(path: "/bin/sh")

  init(path: String) {
    self.path = path
    argument = nil
  }

  /// Nil where `script` does not begin with `#!`, or names nothing after it.
  init?(of script: [UInt8]) {
    guard script.starts(with: "#!".utf8) else { return nil }
    let line = script.prefix(Interpreter.lineBytes).dropFirst(2).prefix { $0 != UInt8(ascii: "\n") && $0 != 0 }
    let text = Interpreter.trimmed(line)
    let name = text.prefix { !Interpreter.isBlank($0) }
    guard !name.isEmpty else { return nil }
    path = String(decoding: name, as: UTF8.self)
    let rest = Interpreter.trimmed(text.dropFirst(name.count))
    argument = rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
  }

  /// What it is started with to run the file at `script`.
  func arguments(for script: String) -> [String] { (argument.map { [$0] } ?? []) + [script] }

  /// What it means that the kernel refused to execute it.
  func explain(_ errno: Errno) -> String {
    let name = "the script's interpreter \(Printable.quote(path))"
    if errno == .noEntry, path.utf8.last == UInt8(ascii: "\r") {
      return "\(name) does not exist: its line ends in a carriage return, which has to go"
    }
    return errno == .noEntry ? "\(name) does not exist" : "\(name) cannot be run: \(errno)"
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
