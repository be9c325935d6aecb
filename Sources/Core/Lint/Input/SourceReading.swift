/// One source as it was read, with some of its tabs taken for spaces.
struct SourceReading: Sendable {
  let source: LintSource
  private let fileName: PartName
  private let reader: LintReader
  /// Of a source that is one node's whole user-data.
  private var input: LintInput?
  /// InstanceGroups, which are many at times: each is taken apart when its turn comes.
  private var manifest: (kops: KopsManifest, text: LintText)?
  /// Of one that is a part or an archive.
  private(set) var loose: [LintPart] = []
  private(set) var failures: [PartFailure] = []

  init(_ bytes: SourceBytes, _ opened: SourceText, _ reader: LintReader, tabs: [MendedTab] = []) {
    source = LintSource(name: bytes.name, original: bytes.bytes, isWrapped: opened.wasWrapped, tabs: tabs)
    fileName = bytes.fileName
    self.reader = reader
    let whole = Placement.whole(bytes.name)
    let text = LintText(
      opened.wasWrapped ? opened.bytes : source.bytes, placement: opened.wasWrapped ? whole.decoded() : whole,
      of: source)
    do throws(UserDataError) {
      switch opened.kind {
      case .message: try readMessage(text)
      case .text: try addLoose(PartDecoder.one(text.bytes, named: fileName, placement: text.placement))
      case .manifest: try readManifest(text)
      }
    } catch {
      failures.append(PartFailure(name: fileName, extent: .source, errors: [error]))
    }
  }

  private mutating func readMessage(_ text: LintText) throws(UserDataError) {
    let list = try PartDecoder.message(text.bytes, placement: text.placement)
    input = makeInput(.message, list.parts.map { LintPart($0, of: source) }, list.failures)
  }

  private mutating func readManifest(_ text: LintText) throws(UserDataError) {
    let documents = try YAML.parseAll(text.bytes, placement: text.placement)
    if let root = documents.first, BringupDocument.isDocument(root) {
      let inner = text.placement.inner(firstLine: 1, part: fileName.description)
      return addLoose(
        PartList(parts: [Part(name: fileName, type: .bringup, content: text.bytes, placement: inner)]))
    }
    if let root = documents.first(where: ApplicationManifest.isManifest) {
      input = makeInput(.gravity(LintManifest(root, text, fileName)))
      return
    }
    guard let manifest = KopsManifest(documents, placement: text.placement) else {
      throw UserDataError(text.placement.origin, .blob(.unknownKind))
    }
    self.manifest = (manifest, text)
  }

  /// Those of a source that holds whole user-data.
  var inputs: [LintInput.Pending] {
    if let input { return [{ input }] }
    guard let (manifest, text) = manifest else { return [] }
    var inputs: [LintInput.Pending] = []
    var firstLine = 1
    for (index, group) in manifest.groups.enumerated() {
      let isLast = index + 1 == manifest.groups.count
      let lines = firstLine...max(firstLine, isLast ? source.lineCount : group.node.end.line)
      if reader.instanceGroup.map(group.name.hasBytes) ?? true {
        inputs.append { read(group, of: manifest, text, lines: lines) }
      }
      firstLine = lines.upperBound + 1
    }
    return inputs
  }

  private func read(
    _ group: KopsManifest.InstanceGroup, of manifest: KopsManifest, _ text: LintText, lines: ClosedRange<Int>
  ) -> LintInput {
    var list = (parts: [LintPart](), failures: [PartFailure]())
    var entries: [LintEntry] = []
    do throws(UserDataError) {
      entries = try manifest.entries(of: group).map { LintEntry(node: $0, text: text) }
    } catch {
      list.failures.append(PartFailure(name: PartName(group.name), errors: [error]))
    }
    for entry in entries {
      // The first part of the message that kops makes is its own nodeup.sh.
      var collector = PartCollector(after: 1 + list.parts.count + list.failures.count)
      do throws(UserDataError) {
        collector.add(try manifest.attachment(of: entry.node))
      } catch {
        collector.fail(manifest.fileName(of: entry.node), error)
      }
      do throws(BlobProblem) {
        let collected = try collector.collected()
        list.parts += collected.parts.map { LintPart($0, of: source, entry: entry) }
        list.failures += collected.failures
      } catch {
        let error = UserDataError(text.origin(at: entry.node.start), .blob(error))
        list.failures.append(PartFailure(name: PartName(group.name), errors: [error]))
      }
    }
    let form = LintInput.Form.instanceGroup(
      LintGroup(
        name: group.name, node: group.node, text: text, spec: group.spec, entries: entries,
        cluster: manifest.cluster, lines: lines))
    return makeInput(form, list.parts, list.failures)
  }

  private func makeInput(
    _ form: LintInput.Form, _ parts: [LintPart] = [], _ failures: [PartFailure] = []
  ) -> LintInput {
    var assumptions = reader.assumptions
    if case .instanceGroup(let group) = form { assumptions.read(group) }
    return LintInput(form: form, sources: [source], parts: parts, failures: failures, assumptions: assumptions)
  }

  private mutating func addLoose(_ list: PartList) {
    loose += list.parts.map { LintPart($0, of: source) }
    failures += list.failures
  }
}

extension SourceReading {
  /// The tabs taken for spaces, and those that kept the source or one of its parts from being read; nil where there is
  /// none of these, or none that can be mended.
  var tabsInTheWay: [MendedTab]? {
    guard source.isEditable, source.bytes.contains(UInt8(ascii: "\t")) else { return nil }
    var tabs = source.tabs
    for error in failures.flatMap(\.errors) where error.problem == .yaml(.tab) {
      guard let fault = error.origin.position, error.origin.part == nil else { continue }
      tabs += TabMender(source, firstLine: 1, count: source.lineCount, indent: 0, fault: fault).tabs
    }
    for part in loose { tabs += tabsInTheWay(of: part) }
    for input in inputs {
      for part in input().parts { tabs += tabsInTheWay(of: part) }
    }
    let distinct = Dictionary(tabs.map { ($0.offset, $0) }) { first, _ in first }
    return distinct.count > source.tabs.count ? Array(distinct.values) : nil
  }

  private func tabsInTheWay(of part: LintPart) -> [MendedTab] {
    guard case .broken(let error) = part.document, error.problem == .yaml(.tab), error.origin.part == nil,
      let fault = error.origin.position, let first = part.text.origin(at: .start).position
    else { return [] }
    let count = part.text.bytes.count { $0 == UInt8(ascii: "\n") } + 1
    return TabMender(source, firstLine: first.line, count: count, indent: first.column - 1, fault: fault).tabs
  }
}

extension LintManifest {
  fileprivate init(_ root: YAMLNode, _ text: LintText, _ fileName: PartName) {
    self.root = root
    self.text = text
    let bytes = SourceBytes(name: text.source.name, fileName: fileName, bytes: text.bytes)
    let decoded = Result { () throws(PartFailure) -> ApplicationManifest? in try ApplicationManifest.decode(bytes) }
    manifest = decoded.flatMap { manifest in
      manifest.map { .success($0) } ?? .failure(PartFailure(name: fileName, extent: .source, errors: []))
    }
  }
}
