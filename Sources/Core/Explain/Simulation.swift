/// cloud-init's boot with some user-data, as far as that alone decides it: the parts, the merge, then the modules.
struct Simulation {
  private let version: CloudInitVersion
  private var processor = UserDataProcessor()
  private var failures: [UserDataError] = []

  init(version: CloudInitVersion) {
    self.version = version
  }

  /// - Parameter isOnly: the source is the user-data as a whole, which has no name of its own.
  mutating func read(_ source: SourceBytes, isOnly: Bool, _ options: DecodeOptions) {
    let whole = Placement.whole(source.name)
    guard source.bytes.count <= Limits.sourceBytes else {
      return failures.append(UserDataError(whole.origin, .blob(.tooLarge)))
    }
    do throws(UserDataError) {
      if let message = try Self.kopsMessage(in: source, options, &failures) {
        processor.process(message, placement: whole)
      } else {
        processor.process(source.bytes, placement: whole, fileName: isOnly ? nil : source.fileName)
      }
    } catch {
      failures.append(error)
    }
  }

  /// Nil where the source is no kops manifest, and cloud-init gets it as it is.
  private static func kopsMessage(
    in source: SourceBytes, _ options: DecodeOptions, _ failures: inout [UserDataError]
  ) throws(UserDataError) -> KopsMessage? {
    // What cannot be opened is read once more, as cloud-init reads it, and told there.
    guard let text = try? SourceText(opening: source.bytes), case .manifest = text.kind else { return nil }
    let whole = Placement.whole(source.name)
    let placement = text.wasWrapped ? whole.decoded() : whole
    let documents = try YAML.parseAll(text.bytes, placement: placement)
    guard documents.first.map(BringupDocument.isDocument) != true,
      let manifest = KopsManifest(documents, placement: placement)
    else { return nil }
    var parts: [Attachment] = []
    for entry in try manifest.entries(of: options.instanceGroup) {
      do throws(UserDataError) {
        parts.append(try manifest.attachment(of: entry))
      } catch {
        failures.append(error)
      }
    }
    return KopsMessage(parts, placement: placement)
  }

  /// What comes of all that was read.
  func run() -> Explanation {
    var explanation = Explanation(version: version)
    explanation.failures = failures
    explanation.remarks = processor.remarks
    switch processor.stop {
    case .fatal(let error): explanation.fatal = error
    case .notWorkedOut(let error): explanation.failures.append(error)
    case nil: break
    }
    let handlers = PartHandlers(PartVisit.walk(processor.visits), isReached: processor.stop == nil)
    explanation.parts = handlers.parts
    if processor.stop != nil { return explanation }
    explanation.boothooks = handlers.boothooks
    let configs = handlers.configs.map(\.part)
    let merged = CloudConfigMerge.merge(configs)
    explanation.take(merged, handlers.configs.map(\.index))
    explanation.runModules(merged, folders: handlers.folders) { configs[$0].placement }
    return explanation
  }
}
