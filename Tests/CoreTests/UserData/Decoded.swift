import Core
import Foundation

/// A source called `source` whose part would be called `file`.
func source(_ text: String) -> SourceBytes { source(Array(text.utf8)) }

func source(_ bytes: [UInt8], name: String = "source", fileName: String = "file") -> SourceBytes {
  SourceBytes(name: name, fileName: PartName(fileName), bytes: bytes)
}

extension PartList {
  /// A line a part: `text/x-shellscript a.sh "#!/bin/sh\n"`.
  var partLines: [String] {
    parts.map { part in
      "\(part.type.name) \(part.name) \(String(decoding: part.content, as: UTF8.self).debugDescription)"
    }
  }

  /// A line a failure: `part-001: source:3:1: ...`.
  var failureLines: [String] {
    failures.flatMap { failure in failure.errors.map { "\(failure.name): \($0)" } }
  }

  /// A line a warning: `source:3:1: ...`.
  var warningLines: [String] {
    parts.flatMap(\.warnings).map { "\($0.origin): \($0.message)" }
  }
}

/// What a source comes to, with nothing but parts or nothing but failures being the common case: the lines of both.
func decoded(_ text: String, instanceGroup: String? = nil) -> [String] {
  let list = PartDecoder.decode([source(text)], options: DecodeOptions(instanceGroup: instanceGroup))
  return list.partLines + list.failureLines
}

/// A MIME message of these parts, each its headers, an empty line and its body.
func message(_ parts: String...) -> String {
  let head = "Content-Type: multipart/mixed; boundary=\"B\"\nMIME-Version: 1.0\n\n"
  return head + parts.map { "--B\n\($0)\n" }.joined() + "--B--\n"
}

/// What the system's python3 prints for `script`, given `input`; nil where there is no python3.
func python(_ script: String, input: Data) throws -> Data? {
  let interpreter = URL(fileURLWithPath: "/usr/bin/python3")
  guard FileManager.default.isExecutableFile(atPath: interpreter.path) else { return nil }
  let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  let inputFile = directory.appendingPathComponent("input")
  try input.write(to: inputFile)
  let process = Process()
  process.executableURL = interpreter
  process.arguments = ["-c", script]
  process.standardInput = try FileHandle(forReadingFrom: inputFile)
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let printed = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  return printed
}
