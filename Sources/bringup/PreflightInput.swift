internal import Core
internal import Host

/// What a preflight is to check, as it was read.
struct PreflightInput {
  /// As the user named it; for the node's own documents, the files.
  let source: String
  let choice: PreflightManifest.Choice

  /// Why there is nothing to check: the machine's reasons, or the manifest's.
  enum Fault: Swift.Error {
    case host(HostError)
    case manifest([UserDataError])
    case choice(PreflightProblem)
  }

  /// Reads the manifest that is named, else the documents that apply put in front of nodeup.
  static func read(
    _ options: ReadingOptions, profile: String?, for root: borrowing Root
  ) throws(Fault) -> PreflightInput {
    let sources = try sources(options, for: root)
    let manifest = try decode(sources, instanceGroup: options.instanceGroup)
    do throws(PreflightProblem) {
      return PreflightInput(
        source: sources.map { Printable.escape($0.name) }.joined(separator: ", "),
        choice: try manifest.choose(profile: profile))
    } catch {
      throw .choice(error)
    }
  }

  private static func sources(_ options: ReadingOptions, for root: borrowing Root) throws(Fault) -> [SourceBytes] {
    do throws(HostError) {
      let own = options.sources.isEmpty
      if own, try root.status(.preflightDocuments) == nil {
        throw HostError(
          "read the manifest",
          said: "none is named, and no document of this node has a preflight; write e.g. bringup preflight app.yaml")
      }
      let words = own ? [SourceArgument.path(ownDocuments)] : options.sources
      let list = try SourceReader(metadata: MetadataService(options.metadataEndpoint)).read(words, for: root)
      if let failure = list.failures.first?.errors.first { throw HostError("read", said: failure.description) }
      return list.sources
    } catch {
      throw .host(error)
    }
  }

  private static let ownDocuments = PathArgument(known: .preflightDocuments)

  /// One manifest, or all the documents of all sources.
  private static func decode(
    _ sources: [SourceBytes], instanceGroup: String?
  ) throws(Fault) -> PreflightManifest {
    var sections: [PreflightSection] = []
    for source in sources {
      let manifest: PreflightManifest
      do throws(PartFailure) {
        manifest = try PreflightManifest.decode(source, options: DecodeOptions(instanceGroup: instanceGroup))
      } catch {
        throw .manifest(error.errors)
      }
      switch manifest {
      case .documents(let more): sections += more
      // What the others ask for would go unchecked, and the report would name them.
      case .application:
        if sources.count == 1 { return manifest } else { throw .choice(.manifestAmongOthers(source.name)) }
      }
    }
    return .documents(sections)
  }
}

extension CommandOutput {
  /// A manifest that cannot be read, each error on a line of its own.
  static func refused(_ fault: PreflightInput.Fault) -> CommandOutput {
    switch fault {
    case .host(let error): return refused(error, status: .unusable)
    case .choice(let problem): return unusable(problem.sentence)
    case .manifest(let errors):
      let lines = errors.map { "bringup: \($0)\n" }.joined()
      return CommandOutput(standardError: Array(lines.utf8), status: .unusable)
    }
  }
}
