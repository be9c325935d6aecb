/// What cloud-init does with a `write_files` list (`cc_write_files` and `cc_write_files_deferred`): an entry that it
/// cannot take ends the run of its module, and the entries after it are not written.
///
/// ```yaml
/// - {path: /a}                       # written
/// - {content: x}                     # skipped: it has no path
/// - {path: /b, owner: "1000"}        # written, then the run ends: no account has that name
/// - {path: /c}                       # not reached
/// ```
struct WriteFilesRun {
  /// An item of the list, and where the part lies that it is of.
  struct Item {
    let node: YAMLNode
    let placement: Placement
  }

  private let version: CloudInitVersion
  private var diagnosis = Diagnosis(placement: .whole(""), dialect: .cloudConfig)
  private var decoder = FileContent()
  private var paths = WrittenPaths()

  /// The fates of the items, in their order; those that are deferred are another run, which comes later.
  static func fates(of items: [Item], version: CloudInitVersion) -> [FileFate] {
    var fates: [FileFate] = items.map { _ in .notReached }
    guard items.allSatisfy({ canTellDeferral($0.node) }) else { return fates }
    var run = WriteFilesRun(version: version)
    for timing in [FileEntry.Timing.now, .deferred] {
      for (index, item) in items.enumerated() where Self.timing(of: item.node) == timing {
        run.diagnosis = Diagnosis(placement: item.placement, dialect: .cloudConfig)
        fates[index] = run.fate(of: item.node)
        if fates[index].end != nil { break }
      }
    }
    return fates
  }

  /// The indexes of the items whose content comes to their file.
  static func written(_ items: [YAMLNode]) -> Set<Int> {
    let items = items.map { Item(node: $0, placement: .whole("")) }
    return Set(fates(of: items, version: .debian12).enumerated().filter(\.element.reachesFile).map(\.offset))
  }

  /// Both modules look for the key `defer` in every item first: where that raises, neither writes anything.
  static func canTellDeferral(_ item: YAMLNode) -> Bool {
    switch item.value {
    case .mapping: true
    case .string(let text): !PythonText.contains("defer", in: text)
    case .sequence(let items), .set(let items): !items.contains(where: isDeferKey)
    case .null, .bool, .int, .float, .binary, .timestamp: false
    }
  }

  private static func isDeferKey(_ item: YAMLNode) -> Bool {
    if case .string(let text) = item.value { text.hasBytes(of: "defer") } else { false }
  }

  static func timing(of item: YAMLNode) -> FileEntry.Timing { flag("defer", of: item) ? .deferred : .now }

  private static func flag(_ key: String, of item: YAMLNode) -> Bool {
    guard case .mapping(let mapping) = item.value else { return false }
    var scratch = Diagnosis(placement: .whole(""), dialect: .cloudConfig)
    return FileEntry.decodeFlag(key, in: mapping, &scratch)
  }

  private init(version: CloudInitVersion) {
    self.version = version
  }

  private mutating func fate(of item: YAMLNode) -> FileFate {
    guard case .mapping(let mapping) = item.value else {
      return .ends(error(.notAMapping(key: "write_files", found: item.kind), at: item))
    }
    guard let pathNode = mapping["path"], pathNode.isTrue else { return .skipped }
    do throws(UserDataError) {
      let path = try self.path(pathNode)
      let sourceURI = try self.sourceURI(mapping["source"])
      let content = sourceURI == nil ? try self.content(mapping) : []
      let owner = try self.owner(mapping["owner"])
      let mode = try self.mode(mapping["permissions"])
      if let problem = paths.problem(at: path) { throw error(problem, at: pathNode) }
      let hasParent = paths.hasParent(path)
      paths.makeParents(of: path)
      if version.givesDirectories, !hasParent, owner.request != .unchanged {
        if let lookup = owner.error { throw lookup }
        // The names of the directories are put together as text.
        if case .binary = pathNode.value { throw error(.pathNotText(found: pathNode.kind), at: pathNode) }
      }
      paths.addFile(path)
      guard let content else { return .notWorkedOut(error(.contentTooLarge, at: item)) }
      let file = FileFate.File(
        path: path, content: content, sourceURI: sourceURI, mode: mode.request,
        owner: mode.error == nil && owner.error == nil ? owner.request : .unchanged,
        isAppended: Self.flag("append", of: item))
      return (mode.error ?? owner.error).map { .writtenLast(file, $0) } ?? .written(file)
    } catch {
      return .ends(error)
    }
  }

  private func error(_ problem: FileProblem, at node: YAMLNode) -> UserDataError {
    UserDataError(diagnosis.origin(of: node), .document(.file(problem)))
  }
}

/// The keys of an entry: each throws what ends the run before the file is opened.
extension WriteFilesRun {
  /// `os.path.abspath` in cloud-init's working directory, which systemd makes the root.
  private func path(_ node: YAMLNode) throws(UserDataError) -> AbsolutePath {
    let text: String
    switch node.value {
    case .string(let string): text = string
    case .binary(let data): text = String(decoding: data, as: UTF8.self)
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      throw error(.pathNotText(found: node.kind), at: node)
    }
    do throws(AbsolutePath.Fault) {
      return try AbsolutePath(text.utf8.first == UInt8(ascii: "/") ? text : "/" + text)
    } catch {
      throw self.error(.path(error, text), at: node)
    }
  }

  /// What is fetched; nil where nothing is, as before 24.3.
  private func sourceURI(_ node: YAMLNode?) throws(UserDataError) -> String? {
    guard version.readsSource, let node, !node.isNull else { return nil }
    guard case .mapping(let mapping) = node.value else { throw error(.sourceNotAMapping(found: node.kind), at: node) }
    guard let uri = mapping["uri"], uri.isTrue else { return nil }
    if case .string(let text) = uri.value { return text }
    return uri.kind
  }

  /// Nil where it is more than is worked out here.
  private mutating func content(_ mapping: YAMLMapping) throws(UserDataError) -> [UInt8]? {
    if let node = mapping["content"], node.isNull {
      guard version.readsSource else { throw error(.contentIsNull, at: node) }
      return []
    }
    if mapping["content"] == nil, version.readsSource { return [] }
    var attempt = diagnosis
    let content = decoder.decode(mapping, &attempt)
    guard let failure = attempt.firstError else { return content }
    if case .document(.file(let problem)) = failure.problem, problem.isLimit { return nil }
    throw failure
  }

  /// cloud-init looks up names only, once the file is written.
  private func owner(_ node: YAMLNode?) throws(UserDataError) -> (request: OwnerRequest, error: UserDataError?) {
    guard let node else { return (.root, nil) }
    guard node.isTrue else { return (.unchanged, nil) }
    guard case .string = node.value else { throw error(.ownerNotText(found: node.kind), at: node) }
    var attempt = diagnosis
    let request = OwnerRequest.decode(node, &attempt) ?? .unchanged
    let lookup = [request.user, request.group].lazy.compactMap(\.self).compactMap(Self.lookup).first
    return (request, lookup.map { error(.noLookup($0), at: node) })
  }

  /// Why no account can have the name; nil where one can.
  private static func lookup(_ account: AccountName) -> FileProblem.AccountLookup? {
    switch account {
    case .id(let id): .number(String(id))
    case .name(let name) where name.utf8.allSatisfy(ASCII.isDigit): .number(name)
    case .name(let name) where name.utf8.contains(UInt8(ascii: ":")): .colon(name)
    case .name(let name) where name.utf8.contains(where: ASCII.isControl): .control
    case .name: nil
    }
  }

  /// A mode that is no C `int` fails in chmod(2), an infinite one before the file is opened.
  private func mode(_ node: YAMLNode?) throws(UserDataError) -> (request: ModeRequest, error: UserDataError?) {
    if let node, case .float(let number) = node.value, number.isInfinite {
      throw error(.permissionsOutOfRange, at: node)
    }
    var attempt = diagnosis
    guard let request = ModeRequest.decode(node, &attempt) else { return (.keep, attempt.firstError) }
    return (request, nil)
  }
}

extension Diagnosis {
  /// For asking whether something is wrong, not what.
  static var scratch: Diagnosis { Diagnosis(placement: .whole(""), dialect: .cloudConfig) }
}
