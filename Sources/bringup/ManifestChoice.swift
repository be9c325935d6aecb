internal import Core
internal import Host

/// What a manifest on the command line asks of a node, or why it cannot be used.
enum ManifestChoice {
  case chosen(PreflightManifest.Choice)
  case unusable(CommandOutput)

  static func read(
    _ path: PathArgument, profile: String?, for root: borrowing Root
  ) throws(HostError) -> ManifestChoice {
    let argument: SourceArgument = path.text == "-" ? .standardInput : .path(path)
    let list = try SourceReader(metadata: MetadataService()).read([argument], for: root)
    guard let source = list.sources.first, list.sources.count == 1, list.failures.isEmpty else {
      return .unusable(.unusable("\(path) is a directory; name one manifest"))
    }
    let manifest: PreflightManifest
    do throws(PartFailure) {
      manifest = try PreflightManifest.decode(source)
    } catch {
      return .unusable(
        CommandOutput(
          standardError: Array(error.errors.map { "bringup: \($0)\n" }.joined().utf8), status: .unusable))
    }
    do throws(PreflightProblem) {
      return .chosen(try manifest.choose(profile: profile))
    } catch {
      return .unusable(.unusable("\(path): \(error.sentence)"))
    }
  }
}
