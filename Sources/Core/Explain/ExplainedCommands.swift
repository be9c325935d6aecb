/// What `bootcmd` or `runcmd` comes to.
package struct ExplainedCommands: Sendable {
  package enum Outcome: Sendable {
    case script([UInt8])
    /// The module fails, and none of the commands runs.
    case fails(UserDataError)
    case notWorkedOut(UserDataError)
  }

  package let origin: Origin
  package let outcome: Outcome

  var script: [UInt8]? {
    switch outcome {
    case .script(let script): script
    case .fails, .notWorkedOut: nil
    }
  }

  /// - Parameter value: the same value with the parts that its items are of.
  init(_ node: YAMLNode, key: String, value: MergedValue, placement: (Int) -> Placement) {
    let parts = value.itemParts
    let own = value.part.map(placement)
    origin = own?.origin(at: node.start) ?? Origin(source: key)
    do throws(Shellify.Fault) {
      outcome = .script(try Shellify.script(node, key: key).script)
    } catch {
      let part = error.index.flatMap { parts.indices.contains($0) ? parts[$0] : nil }
      let origin = (part.map(placement) ?? own)?.origin(at: error.node.start) ?? origin
      let failure = UserDataError(origin, .document(error.problem))
      if case .commandsTooLong = error.problem { outcome = .notWorkedOut(failure) } else { outcome = .fails(failure) }
    }
  }
}

extension MergedValue {
  /// The part that wrote it; nil where it was put together.
  var part: Int? {
    switch self {
    case .written(let written): written.part
    case .mapping(let mapping): mapping["path"]?.source?.part
    case .list(let items): items.lazy.compactMap(\.part).first
    case .text: nil
    }
  }

  /// Of each item of a list.
  var itemParts: [Int?] { items?.map(\.part) ?? [] }
}
