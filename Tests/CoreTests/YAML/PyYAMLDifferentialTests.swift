import Core
import Foundation
import Testing

/// The reader against PyYAML itself, on generated texts.
///
/// Needs `/usr/bin/python3` with python3-yaml 6.0. `BRINGUP_SEED` makes other texts, `BRINGUP_CASES` more of them.
struct PyYAMLDifferentialTests {
  struct Line: Sendable {
    let text: String
    let one: Outcome
    let all: Outcome
  }

  struct Outcome: Sendable {
    /// Nil where PyYAML raises an error, or makes what has no value here.
    let value: TaggedJSON?
    let error: String?
    /// Why the reader may refuse the text although PyYAML takes it.
    let either: String?

    init(_ json: Any?) throws {
      let object = try #require(json as? [String: Any])
      value = try object["value"].map { try TaggedJSON(json: $0) }
      error = object["error"] as? String
      either = object["either"] as? String
    }

    /// What is wrong with what the reader made, if anything is.
    func difference(from made: Result<TaggedJSON, UserDataError>) -> String? {
      switch (made, value) {
      case (.success(let made), let value?): made == value ? nil : "gives \(made), PyYAML \(value)"
      case (.success(let made), nil): either == nil ? "gives \(made), PyYAML \(error ?? "nothing")" : nil
      case (.failure(let failure), let value?): either == nil ? "fails (\(failure)), PyYAML gives \(value)" : nil
      case (.failure, nil): nil
      }
    }
  }

  static func lines() throws -> [Line] {
    let environment = ProcessInfo.processInfo.environment
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/pyyaml_cases.py")
    python.arguments = ["-B", script.path, environment["BRINGUP_SEED"] ?? "1", environment["BRINGUP_CASES"] ?? "3000"]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0, "pyyaml_cases.py failed; is python3-yaml installed?")
    return try data.split(separator: UInt8(ascii: "\n")).map { line in
      let object = try #require(JSONSerialization.jsonObject(with: line) as? [String: Any])
      return Line(
        text: try #require(object["text"] as? String), one: try Outcome(object["one"]), all: try Outcome(object["all"]))
    }
  }

  @Test("generated texts become what PyYAML makes of them, or an error where it raises one")
  func generated() throws {
    let lines = try Self.lines()
    try #require(lines.count >= 1000)
    for line in lines {
      let text = Array(line.text.utf8)
      let one = Result { () throws(UserDataError) in try YAML.parse(text, placement: .whole("x")) }
      let all = Result { () throws(UserDataError) in try YAML.parseAll(text, placement: .whole("x")) }
      if let difference = line.one.difference(from: one.map { TaggedJSON($0, floats: .bits) }) {
        Issue.record("parse(\(line.text.debugDescription)) \(difference)")
      }
      if let difference = line.all.difference(from: all.map { .list($0.map { TaggedJSON($0, floats: .bits) }) }) {
        Issue.record("parseAll(\(line.text.debugDescription)) \(difference)")
      }
    }
    #expect(lines.count { $0.one.value != nil } > lines.count / 5, "too few of the texts are YAML")
  }
}
