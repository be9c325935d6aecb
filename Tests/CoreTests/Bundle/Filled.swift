@testable import Core

extension Bundle {
  init(_ text: String) throws {
    try self.init(Array(text.utf8), named: "app.yaml")
  }

  /// The manifest with the content that `files` has for each address.
  func filled(_ files: [String: [UInt8]]) throws -> [UInt8] {
    try filled(with: references.map { files[$0.address.text] ?? [] })
  }
}

/// The manifest `text` with `content` for every address in it.
func bundled(_ text: String, _ content: String) throws -> String {
  let bundle = try Bundle(text)
  return String(decoding: try bundle.filled(with: bundle.references.map { _ in Array(content.utf8) }), as: UTF8.self)
}

/// A Gravity manifest of these lines.
func manifest(_ lines: String) -> String { "apiVersion: bundle.gravitational.io/v2\n\(lines)" }

/// What is wrong with a text, or with its references, or with `content` for them.
func complaints(about text: String, content: [UInt8] = []) -> [String] {
  do throws(UserDataError) {
    let bundle = try Bundle(Array(text.utf8), named: "app.yaml")
    guard bundle.errors.isEmpty else { return bundle.errors.map(\.description) }
    do throws(BundleFailure) {
      _ = try bundle.filled(with: bundle.references.map { _ in content })
      return []
    } catch {
      return error.errors.map(\.description)
    }
  } catch {
    return [error.description]
  }
}
