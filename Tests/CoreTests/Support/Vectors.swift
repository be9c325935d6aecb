import Core
import Foundation

/// Recorded behaviour of the real cloud-init: a list of cases a file.
enum Vectors {
  /// Traps where the file is not one: a table of no cases would pass every test.
  static func cases(_ name: String) -> [JSON] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/\(name).json")
    guard let bytes = FileManager.default.contents(atPath: file.path()), let json = try? JSON(parsing: Array(bytes)),
      let cases = json.array, !cases.isEmpty
    else { preconditionFailure("no recorded cases in \(file.path())") }
    return cases
  }
}
