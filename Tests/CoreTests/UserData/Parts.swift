import Core

extension Part {
  /// A part that is a source of its own, `test.yaml`.
  static func text(_ text: String, type: PartType = .cloudConfig, mergeHeader: String? = nil) -> Part {
    Part(
      name: PartName("test.yaml"), type: type, content: Array(text.utf8), placement: .whole("test.yaml"),
      mergeHeader: mergeHeader)
  }
}

/// A cloud-config with one `write_files` entry of these lines, or what is wrong with it.
func entry(_ lines: String...) -> (files: [FileEntry], warnings: [String], errors: [String]) {
  let text = "write_files:\n- " + lines.joined(separator: "\n  ") + "\n"
  do {
    let config = try CloudConfig.decode(.text(text))
    return (config.files, config.warnings.map { "\($0.origin): \($0.message)" }, [])
  } catch {
    return ([], [], error.errors.map(\.description))
  }
}

/// The same entry under `files` of a bringup document: what is wrong with it.
func strictErrors(_ lines: String...) -> [String] {
  let text = "apiVersion: bringup/v1\nfiles:\n- " + lines.joined(separator: "\n  ") + "\n"
  do {
    _ = try BringupDocument.decode(.text(text, type: .bringup))
    return []
  } catch {
    return error.errors.map(\.description)
  }
}
