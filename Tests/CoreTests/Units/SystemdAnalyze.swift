import Foundation

/// The installed systemd's own reading of unit files, as the reference: `systemd-analyze verify` with debug output
/// shows every unit as the manager has it.
struct SystemdAnalyze {
  static let path = "/usr/bin/systemd-analyze"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: path)

  /// What systemd made of one unit.
  struct Reading {
    /// The arguments of each command, by directive.
    var commands: [String: [[[UInt8]]]] = [:]
    /// Lines that tell of something skipped or refused in the unit's file.
    var complaints: [String] = []
  }

  /// Reads the texts as `0.service`, `1.service`... in one run.
  static func read(_ texts: [[UInt8]]) throws -> [Reading] {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("units-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let files = texts.indices.map { directory.appendingPathComponent("t\($0)x.service") }
    for (file, text) in zip(files, texts) { try Data(text).write(to: file) }
    let output = try run(
      ["verify", "--man=no", "--recursive-errors=no"] + files.map(\.path), environment: ["SYSTEMD_LOG_LEVEL": "debug"])
    var readings = Array(repeating: Reading(), count: texts.count)
    var unit: Int?
    var directive = ""
    for line in output.standardOutput.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("\t-> Unit ") {
        unit = number(in: text)
      } else if text.hasPrefix("\t\t-> ") {
        directive = String(text.dropFirst(5).dropLast())
      } else if text.hasPrefix("\t\t\tCommand Line: "), let unit {
        readings[unit].commands[directive, default: []].append(words(line.dropFirst(17)))
      }
    }
    for line in String(decoding: output.standardError, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix(directory.path + "/"), let unit = number(in: line) {
        readings[unit].complaints.append(String(line))
      }
    }
    return readings
  }

  /// The microseconds of a time span; nil where systemd refuses it.
  static func microseconds(of span: String) throws -> UInt64? {
    let output = try run(["timespan", "--", span], environment: [:])
    for line in String(decoding: output.standardOutput, as: UTF8.self).split(separator: "\n") {
      if let range = line.range(of: "μs: ") { return UInt64(line[range.upperBound...]) }
    }
    return nil
  }

  private static func number(in text: some StringProtocol) -> Int? {
    guard let end = text.range(of: "x.service"), let start = text[..<end.lowerBound].lastIndex(of: "t") else {
      return nil
    }
    return Int(text[text.index(after: start)..<end.lowerBound])
  }

  private static func run(
    _ arguments: [String], environment: [String: String]
  ) throws -> (standardOutput: Data, standardError: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { old, _ in old }
    let directory = FileManager.default.temporaryDirectory
    let files = (0..<2).map { _ in directory.appendingPathComponent("analyze-\(UUID().uuidString)") }
    for file in files { try Data().write(to: file) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return (try Data(contentsOf: files[0]), try Data(contentsOf: files[1]))
  }

  /// Takes apart what `quote_command_line` printed: words bare, or between double quotes with backslash escapes.
  private static func words(_ line: Data) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8]?
    var isQuoted = false
    var bytes = Array(line)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        word = word ?? []
      case UInt8(ascii: " ") where !isQuoted:
        word.map { words.append($0) }
        word = nil
      case UInt8(ascii: "\\") where isQuoted: word = (word ?? []) + [unescaped(&bytes)]
      default: word = (word ?? []) + [byte]
      }
    }
    word.map { words.append($0) }
    return words
  }

  private static func unescaped(_ bytes: inout ArraySlice<UInt8>) -> UInt8 {
    let named: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
      UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
    guard let first = bytes.popFirst() else { return UInt8(ascii: "\\") }
    if let byte = named[first] { return byte }
    guard (UInt8(ascii: "0")...UInt8(ascii: "3")).contains(first) else { return first }
    let digits = [first] + bytes.prefix(2)
    bytes = bytes.dropFirst(2)
    return digits.reduce(0) { $0 << 3 | ($1 - UInt8(ascii: "0")) }
  }
}
