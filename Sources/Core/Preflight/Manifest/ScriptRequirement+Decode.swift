extension ScriptRequirement {
  /// Reads `customChecks`.
  ///
  /// ```yaml
  /// - {description: clock, script: "#!/bin/sh\ntimedatectl show\n"}
  /// - {script: file://checks.sh}
  /// ```
  /// are the inline script `clock` and the file's `check 2`.
  static func decodeList(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> [ScriptRequirement] {
    var scripts: [ScriptRequirement] = []
    for (index, item) in budget.items(of: node, called: "customChecks", &diagnosis).enumerated() {
      let keys = ["description", "script"]
      guard let fields = RequirementFields(item, of: "a custom check", keys: keys, &diagnosis) else { continue }
      let description: Stated<String>? = fields.optional("description", &diagnosis)
      let script: Stated<CheckScript>? = fields.required("script", &diagnosis)
      guard let script else { continue }
      do throws(RequirementProblem) {
        try budget.take(scriptBytes: script.value.size)
        let name = description.map { PythonText.stripped($0.value) } ?? ""
        scripts.append(
          ScriptRequirement(
            origin: diagnosis.origin(of: item), name: name.isEmpty ? "check \(index + 1)" : name,
            text: script.value.text))
      } catch {
        diagnosis.add(UserDataError(script.origin, .requirement(error)))
      }
    }
    return scripts
  }

  /// Scripts of one name are told apart by a number after it: `clock`, `clock (2)`.
  static func withUniqueNames(_ requirements: [Requirement]) -> [Requirement] {
    var taken: Set<String> = []
    var counts: [String: Int] = [:]
    return requirements.map { requirement in
      guard case .script(let script) = requirement else { return requirement }
      var name = script.name
      var count = counts[script.name, default: 1]
      while !taken.insert(name).inserted {
        count += 1
        name = "\(script.name) (\(count))"
      }
      counts[script.name] = count
      return .script(ScriptRequirement(origin: script.origin, name: name, text: script.text))
    }
  }
}

extension ScriptRequirement.Text {
  /// `file://checks.sh` and `https://example.com/checks.sh` name a script, and anything else is one.
  fileprivate init(_ text: String) throws(RequirementProblem) {
    let address = PythonText.stripped(text)
    let scheme = "file://"
    if address.utf8.starts(with: scheme.utf8) {
      let path = String(Substring(address.utf8.dropFirst(scheme.utf8.count)))
      guard !path.utf8.isEmpty, !path.utf8.contains(where: ASCII.isControl) else { throw .noScriptFile(address) }
      self = .file(path)
    } else if address.utf8.starts(with: "http://".utf8) || address.utf8.starts(with: "https://".utf8) {
      self = .url(address)
    } else {
      self = .inline(Array(text.utf8))
    }
  }
}

private struct CheckScript: RequirementValue {
  static let wanted = "a script, e.g. script: file://checks.sh"
  let text: ScriptRequirement.Text
  /// In bytes, as the manifest has it.
  let size: Int

  init(_ node: YAMLNode, of key: String) throws(RequirementProblem) {
    switch node.value {
    case .string(let text) where !text.utf8.isEmpty:
      self.text = try ScriptRequirement.Text(text)
      size = text.utf8.count
    // A script that is not UTF-8, as a bundled manifest has it.
    case .binary(let bytes) where !bytes.isEmpty:
      text = .inline(bytes)
      size = bytes.count
    case .string, .binary:
      throw .empty(key: key, wanted: Self.wanted)
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      throw .wrongKind(key: key, found: node.kind, wanted: Self.wanted)
    }
  }
}
