import Foundation

/// A program of the system, run for its opinion. `files` stay while it runs.
enum Program {
  struct Outcome {
    let status: Int32
    /// Standard output and standard error, as they came.
    let output: String
  }

  static func run(_ words: String..., files: [TemporaryFile] = [], input: [UInt8] = []) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let stdin = try TemporaryFile(input)
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: stdin.url)
    process.standardOutput = output
    process.standardError = output
    let data = try withExtendedLifetime([stdin] + files) {
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return data
    }
    return Outcome(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}

/// A file that goes when its last user does.
final class TemporaryFile {
  let url: URL

  init(_ content: [UInt8]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("bringup-\(UUID().uuidString)")
    try Data(content).write(to: url)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var path: String { url.path }

  var content: [UInt8] {
    get throws { Array(try Data(contentsOf: url)) }
  }
}
