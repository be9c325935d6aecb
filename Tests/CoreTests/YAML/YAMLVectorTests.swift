import Core
import Foundation
import Testing

/// Scalars and documents whose value was recorded from PyYAML's SafeLoader.
struct YAMLVectorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    /// Nil where PyYAML raises an error.
    let value: TaggedJSON?

    var testDescription: String { text.debugDescription }
  }

  static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/yaml.json")
    let recorded = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
    return try recorded.map { entry in
      Case(text: try #require(entry["yaml"] as? String), value: try entry["value"].map { try TaggedJSON(json: $0) })
    }
  }

  @Test("every recorded text becomes the value that PyYAML made of it, or an error", arguments: try cases())
  func recorded(_ recorded: Case) throws {
    let parsed = Result { () throws(UserDataError) in
      try YAML.parse(Array(recorded.text.utf8), placement: .whole("x.yaml"))
    }
    #expect((try? parsed.map { TaggedJSON($0, floats: .repr) }.get()) == recorded.value)
  }
}
