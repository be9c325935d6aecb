extension FileEntry {
  /// Reads the list under `write_files` or `files`; what is wrong goes to `diagnosis`.
  ///
  /// ```yaml
  /// - {path: /etc/motd, content: "Welcome\n", permissions: "0644", owner: root, append: true}
  /// ```
  static func decodeList(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> [FileEntry] {
    let key = diagnosis.dialect.filesKey
    switch node.value {
    case .sequence(let items):
      guard items.count <= Limits.files else {
        diagnosis.fail(.tooMany(key: key), at: node)
        return []
      }
      var decoder = FileContent()
      return items.compactMap { decode($0, content: &decoder, &diagnosis) }
    case .string, .binary, .mapping, .set:
      // Python iterates over these too, and an empty one yields no entry.
      if node.isTrue { fallthrough }
      diagnosis.report(.filesNotAList(key: key, found: node.kind), at: node)
    case .null, .bool, .int, .float, .timestamp:
      diagnosis.fail(.notAList(key: key, found: node.kind), at: node)
    }
    return []
  }

  static let keys = ["path", "content", "owner", "permissions", "encoding", "append", "defer", "source"]

  private static func decode(
    _ node: YAMLNode, content decoder: inout FileContent, _ diagnosis: inout Diagnosis
  ) -> FileEntry? {
    guard case .mapping(let mapping) = node.value else {
      diagnosis.fail(.notAMapping(key: diagnosis.dialect.filesKey, found: node.kind), at: node)
      return nil
    }
    diagnosis.checkKeys(mapping, known: keys, of: "a \(diagnosis.dialect.filesKey) entry")
    guard let pathNode = mapping["path"], pathNode.isTrue else {
      diagnosis.report(.noPath, at: node)
      return nil
    }
    let path = decodePath(pathNode, &diagnosis)
    let content = decoder.decode(mapping, &diagnosis)
    let mode = ModeRequest.decode(mapping["permissions"], &diagnosis)
    let owner = OwnerRequest.decode(mapping["owner"], &diagnosis)
    let isAppended = decodeFlag("append", in: mapping, &diagnosis)
    // Of appended text, a zero is how to keep the mode of the file.
    if case .keep? = mode, !isAppended { diagnosis.report(.permissionsZero, at: mapping["permissions"] ?? node) }
    let isDeferred = decodeFlag("defer", in: mapping, &diagnosis)
    let uri = decodeSource(mapping["source"], &diagnosis)
    guard let path, let content, let mode, let owner else { return nil }
    return FileEntry(
      origin: diagnosis.origin(of: node), position: node.start,
      write: FileWrite(
        path: path, content: content, mode: mode, owner: owner,
        extent: isAppended ? .appended(.unknown) : .whole),
      timing: isDeferred ? .deferred : .now, sourceURI: uri)
  }

  /// `os.path.abspath`, but for what would depend on cloud-init's working directory or name a directory.
  private static func decodePath(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> AbsolutePath? {
    let text: String
    switch node.value {
    case .string(let string): text = string
    case .binary(let data):
      guard let string = String(validating: data, as: UTF8.self) else {
        diagnosis.fail(.pathNotUTF8, at: node)
        return nil
      }
      text = string
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      diagnosis.fail(.pathNotText(found: node.kind), at: node)
      return nil
    }
    do {
      let path = try filePath(text)
      if path.hadParentReference {
        diagnosis.report(.parentReference(written: text, taken: path.text), at: node)
      }
      return path
    } catch {
      diagnosis.fail(.path(error, text), at: node)
      return nil
    }
  }

  /// `/a/`, `/a/.` and `/a/..` name directories, though `os.path.abspath` makes files' names of them.
  private static func filePath(_ text: String) throws(AbsolutePath.Fault) -> AbsolutePath {
    let path = try AbsolutePath(text)
    guard !["", ".", ".."].contains(AbsolutePath.split(text).name) else { throw .directory }
    return path
  }

  /// `util.translate_bool`: a boolean, or `true`, `1`, `on`, `yes` as text in any case; all else is false.
  static func decodeFlag(_ key: String, in mapping: YAMLMapping, _ diagnosis: inout Diagnosis) -> Bool {
    guard let node = mapping[key], node.isTrue else { return false }
    switch node.value {
    case .bool: return true
    case .int(.small(1)): return true
    case .string(let text):
      let word = PythonText.asciiLowered(PythonText.stripped(text))
      if ["true", "1", "on", "yes"].contains(word) { return true }
      if ["false", "0", "off", "no", ""].contains(word) { return false }
    case .null, .int, .float, .binary, .timestamp, .sequence, .mapping, .set: break
    }
    diagnosis.report(.notABoolean(key: key, found: node.shown), at: node)
    return false
  }

  /// `headers` beside the `uri` are for whoever fetches; nothing is fetched here.
  private static func decodeSource(_ node: YAMLNode?, _ diagnosis: inout Diagnosis) -> String? {
    guard let node, node.isTrue else { return nil }
    if case .mapping(let mapping) = node.value {
      diagnosis.checkKeys(mapping, known: ["uri", "headers"], of: "source")
      if case .string(let uri) = mapping["uri"]?.value, !uri.utf8.isEmpty { return uri }
    }
    diagnosis.report(.sourceWithoutURI, at: node)
    return nil
  }
}
