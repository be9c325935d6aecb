/// Takes sources apart into what the rules look at: an input for each InstanceGroup, MIME message and Gravity manifest,
/// and one for all other sources together, which are the parts of one node as in `parts.d`.
package struct LintReader {
  private let assumptions: LintAssumptions
  /// Only the InstanceGroup of this name.
  private let instanceGroup: String?
  private var loose: (sources: [LintSource], parts: [LintPart], failures: [PartFailure]) = ([], [], [])

  package init(assumptions: LintAssumptions, instanceGroup: String? = nil) {
    self.assumptions = assumptions
    self.instanceGroup = instanceGroup
  }

  /// Gives `each` the inputs one by one, so that no more than one source's is held at a time.
  package mutating func read(_ sources: [SourceBytes], each: (LintInput) -> Void) {
    for source in sources { read(source, each: each) }
    if !loose.parts.isEmpty || !loose.failures.isEmpty {
      each(input(.files, loose.sources, loose.parts, loose.failures))
    }
  }

  private mutating func read(_ source: SourceBytes, each: (LintInput) -> Void) {
    let opened: SourceText
    do throws(BlobProblem) {
      guard source.bytes.count <= Limits.sourceBytes else { throw .tooLarge }
      opened = try SourceText(opening: source.bytes)
    } catch {
      return addLoose(source, UserDataError(Origin(source: source.name), .blob(error)))
    }
    let whole = Placement.whole(source.name)
    let placement = opened.wasWrapped ? whole.decoded() : whole
    let lintSource = LintSource(name: source.name, bytes: source.bytes, isWrapped: opened.wasWrapped)
    do throws(UserDataError) {
      switch opened.kind {
      case .message:
        let list = try PartDecoder.message(opened.bytes, placement: placement)
        each(input(.message, [lintSource], list.parts.map { LintPart($0, of: lintSource) }, list.failures))
      case .text:
        addLoose(lintSource, try PartDecoder.one(opened.bytes, named: source.fileName, placement: placement))
      case .manifest:
        try readManifest(opened, source, lintSource, placement, each: each)
      }
    } catch {
      addLoose(source, error)
    }
  }

  private mutating func readManifest(
    _ opened: SourceText, _ source: SourceBytes, _ lintSource: LintSource, _ placement: Placement,
    each: (LintInput) -> Void
  ) throws(UserDataError) {
    let documents = try YAML.parseAll(opened.bytes, placement: placement)
    if let root = documents.first, BringupDocument.isDocument(root) {
      let inner = placement.inner(firstLine: 1, part: source.fileName.description)
      let part = Part(name: source.fileName, type: .bringup, content: opened.bytes, placement: inner)
      return addLoose(lintSource, PartList(parts: [part]))
    }
    // A copy-on-write share of the source's own bytes: the text of every group.
    let text = LintText(opened.bytes, placement: placement, of: lintSource)
    if let root = documents.first(where: ApplicationManifest.isManifest) {
      return each(input(.gravity(LintManifest(root, text, source)), [lintSource]))
    }
    guard let manifest = KopsManifest(documents, placement: placement) else {
      throw UserDataError(placement.origin, .blob(.unknownKind))
    }
    for group in manifest.groups where instanceGroup.map(group.name.hasBytes) ?? true {
      each(read(group, of: manifest, text))
    }
  }

  private func read(_ group: KopsManifest.InstanceGroup, of manifest: KopsManifest, _ text: LintText) -> LintInput {
    var failures: [PartFailure] = []
    var parts: [LintPart] = []
    var entries: [LintEntry] = []
    do throws(UserDataError) {
      entries = try manifest.entries(of: group).map { LintEntry(node: $0, text: text) }
    } catch {
      failures.append(PartFailure(name: PartName(group.name), extent: .source, errors: [error]))
    }
    for entry in entries {
      // The first part of the message that kops makes is its own nodeup.sh.
      var collector = PartCollector(after: 1 + parts.count + failures.count)
      do throws(UserDataError) {
        collector.add(try manifest.attachment(of: entry.node))
      } catch {
        collector.fail(manifest.fileName(of: entry.node), error)
      }
      do throws(BlobProblem) {
        let list = try collector.collected()
        parts += list.parts.map { LintPart($0, of: text.source, entry: entry) }
        failures += list.failures
      } catch {
        failures.append(
          PartFailure(
            name: PartName(group.name), errors: [UserDataError(entry.text.origin(at: entry.node.start), .blob(error))]))
      }
    }
    let form = LintInput.Form.instanceGroup(
      LintGroup(name: group.name, node: group.node, text: text, spec: group.spec, entries: entries))
    return input(form, [text.source], parts, failures)
  }

  private func input(
    _ form: LintInput.Form, _ sources: [LintSource], _ parts: [LintPart] = [], _ failures: [PartFailure] = []
  ) -> LintInput {
    var assumptions = assumptions
    if case .instanceGroup(let group) = form { assumptions.read(group) }
    return LintInput(form: form, sources: sources, parts: parts, failures: failures, assumptions: assumptions)
  }

  private mutating func addLoose(_ source: SourceBytes, _ error: UserDataError) {
    loose.sources.append(LintSource(name: source.name, bytes: source.bytes, isWrapped: false))
    loose.failures.append(PartFailure(name: source.fileName, extent: .source, errors: [error]))
  }

  private mutating func addLoose(_ source: LintSource, _ list: PartList) {
    loose.sources.append(source)
    loose.parts += list.parts.map { LintPart($0, of: source) }
    loose.failures += list.failures
  }
}

extension LintManifest {
  fileprivate init(_ root: YAMLNode, _ text: LintText, _ source: SourceBytes) {
    self.root = root
    self.text = text
    let manifest = Result { () throws(PartFailure) -> ApplicationManifest? in try ApplicationManifest.decode(source) }
    self.manifest = manifest.flatMap { decoded in
      decoded.map { .success($0) }
        ?? .failure(PartFailure(name: source.fileName, extent: .source, errors: []))
    }
  }
}
