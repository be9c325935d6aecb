package import Core

/// Where the ends of a peer test have their token from.
package enum PeerTokenSource {
  /// The token of `file` (`-` is standard input), else the environment's; nil where there is neither.
  package static func read(
    _ file: PathArgument?, environment: Environment, root: borrowing Root
  ) throws(HostError) -> PeerToken? {
    if let file {
      let source: SourceArgument = file.text == "-" ? .standardInput : .path(file)
      let bytes = try SourceReader(metadata: MetadataService()).read([source], for: root).sources.first?.bytes ?? []
      guard bytes.count <= Limits.tokenFileBytes else { throw HostError("read", file.text, .tooLarge) }
      return try token(String(decoding: bytes, as: UTF8.self), from: file.description)
    }
    guard let text = environment[PeerOptions.tokenVariable] else { return nil }
    return try token(text, from: PeerOptions.tokenVariable)
  }

  /// A new one, of 128 random bits.
  package static func make() throws(HostError) -> PeerToken {
    try token(try Random.token(), from: "a random number")
  }

  /// What is wrong with it is said without showing it.
  private static func token(_ text: String, from source: String) throws(HostError) -> PeerToken {
    do throws(ValueProblem) {
      return try PeerToken(text)
    } catch {
      throw HostError("read the token from", source, said: "what is there \(error.sentence)")
    }
  }
}
