import Core
import Foundation
import Testing

/// Recorded behaviour of the real cloud-init: a list of cases a file.
enum Vectors {
  static func cases(_ name: String) throws -> [JSON] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/\(name).json")
    let cases = try #require(try JSON(parsing: Array(Data(contentsOf: file))).array)
    try #require(!cases.isEmpty)
    return cases
  }
}
