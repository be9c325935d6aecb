import Core
import Foundation

/// Recorded behaviour of the real cloud-init: a list of cases a file.
enum Vectors {
  static func cases(_ name: String) -> [JSON] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("\(name).json")
    guard let data = FileManager.default.contents(atPath: url.path), let json = try? JSON(parsing: Array(data)),
      let cases = json.array, !cases.isEmpty
    else { preconditionFailure("no cases in \(url.path)") }
    return cases
  }
}
