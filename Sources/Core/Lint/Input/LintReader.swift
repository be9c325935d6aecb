/// Takes sources apart into what the rules look at: an input for each InstanceGroup, MIME message and Gravity manifest,
/// and one for all other sources together, which are the parts of one node as in `parts.d`.
package struct LintReader: Sendable {
  let assumptions: LintAssumptions
  /// Only the InstanceGroup of this name.
  let instanceGroup: String?
  private var loose: (sources: [LintSource], parts: [LintPart], failures: [PartFailure]) = ([], [], [])

  package init(assumptions: LintAssumptions, instanceGroup: String? = nil) {
    self.assumptions = assumptions
    self.instanceGroup = instanceGroup
  }

  /// Gives `each` the inputs one by one, so that no more than one source's is held at a time. `failures` are of sources
  /// that could not be had at all.
  package mutating func read(_ sources: [SourceBytes], failures: [PartFailure] = [], each: (LintInput) -> Void) {
    readBatches(of: sources, failures: failures) { batch in
      for input in batch { each(input()) }
    }
  }

  /// Gives `each` the inputs of one source at a time.
  package mutating func readBatches(
    of sources: [SourceBytes], failures: [PartFailure] = [], each: ([LintInput.Pending]) -> Void
  ) {
    loose.failures += failures
    for source in sources { each(inputs(of: source)) }
    if !loose.parts.isEmpty || !loose.failures.isEmpty {
      let input = LintInput(
        form: .files, sources: loose.sources, parts: loose.parts, failures: loose.failures, assumptions: assumptions)
      each([{ input }])
    }
  }

  /// The inputs of one source; what is part of the common one is kept for the end.
  private mutating func inputs(of source: SourceBytes) -> [LintInput.Pending] {
    let opened: SourceText
    do throws(BlobProblem) {
      guard source.bytes.count <= Limits.sourceBytes else { throw BlobProblem.tooLarge }
      opened = try SourceText(opening: source.bytes)
    } catch {
      fail(source, error)
      return []
    }
    var reading = SourceReading(source, opened, self)
    // A tab hides what stands behind it: each round reads a little further.
    for _ in 0..<Limits.lintRounds {
      guard let tabs = reading.tabsInTheWay else { break }
      reading = SourceReading(source, opened, self, tabs: tabs)
    }
    loose.sources += reading.loose.isEmpty && reading.failures.isEmpty ? [] : [reading.source]
    loose.parts += reading.loose
    loose.failures += reading.failures
    return reading.inputs
  }

  private mutating func fail(_ source: SourceBytes, _ problem: BlobProblem) {
    let error = UserDataError(Origin(source: source.name), .blob(problem))
    loose.sources.append(LintSource(name: source.name, original: source.bytes, isWrapped: true))
    loose.failures.append(PartFailure(name: source.fileName, extent: .source, errors: [error]))
  }
}
