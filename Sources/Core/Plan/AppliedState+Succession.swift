extension AppliedState {
  /// The state after a run over `plan`: what it applied is recorded, what it no longer asks for is forgotten.
  ///
  /// Records of other scopes stay, and so do those of parts that failed (by index in the plan, or in its failures): what
  /// such a part asks for is not known. Where a source could not be read, nothing is forgotten. A drop-in that could not be removed (`remaining`) stays, for the next run to try
  /// again. Texts that were appended are remembered for good, for they stay in their files.
  package func succeeded(
    by plan: Plan, failedParts: Set<Int>, scope: Scope, instance: String?, unitsChanged: Bool,
    remaining: Set<AbsolutePath> = []
  ) -> AppliedState {
    var next: [AppliedRecord] = []
    var failing = Set(plan.failures.map(\.name.description))
    for (index, part) in plan.parts.enumerated() {
      if failedParts.contains(index) {
        failing.insert(part.name.description)
      } else {
        next += part.steps.compactMap { $0.record(part: part, scope: scope, instance: instance) }
      }
    }
    // The same again, on every boot but the first: nothing of before is left over.
    if next == records { return AppliedState(records: next, reload: unitsChanged ? .due : reload) }
    let renewed = Set(next.map(\.identity))
    let isAllRead = !plan.failures.contains { $0.extent == .source }
    let asked = Set((plan.parts.flatMap(\.steps).map(\.subject) + remaining.map(\.text)).map { Array($0.utf8) })
    let kept = records.filter { record in
      if renewed.contains(record.identity) { return false }
      switch record.kind {
      case .append: return true
      case .file, .dropIn, .preflight:
        return !isAllRead || !scope.governs(record.scope) || failing.contains(record.part)
          || asked.contains(record.identity.subject)
      }
    }
    return AppliedState(records: kept + next, reload: unitsChanged ? .due : reload)
  }
}

extension AppliedState {
  /// What to remember while a run puts files into place, in case it is stopped there. A reload is due where a unit changes.
  /// Of the drop-ins and gates that were not there (`made`, indices of parts and steps) it is known that they may be there
  /// by then, or not: a next run over another input removes them.
  package func during(
    _ plan: Plan, making made: [(part: Int, step: Int)], scope: Scope, instance: String?, unitsChange: Bool
  ) -> AppliedState {
    let known = Set(records.map(\.identity))
    let begun = made.compactMap { place in
      let part = plan.parts[place.part]
      return part.steps[place.step].record(part: part, scope: scope, instance: instance)?.unfinished
    }
    return AppliedState(
      records: records + begun.filter { !known.contains($0.identity) }, reload: unitsChange ? .due : reload)
  }
}

extension AppliedRecord {
  /// The record without a content that could be missed later; nil of what no run ever removes.
  fileprivate var unfinished: AppliedRecord? {
    switch kind {
    case .dropIn, .preflight:
      AppliedRecord(kind: kind, subject: subject, part: part, scope: scope, digest: "", instance: instance)
    case .file, .append: nil
    }
  }

  /// What the record is about: a text appended to a file is one of several that can be.
  struct Identity: Hashable {
    let kind: Kind
    let subject: [UInt8]
    let digest: String?
  }

  var identity: Identity {
    Identity(kind: kind, subject: Array(subject.utf8), digest: kind == .append ? digest : nil)
  }
}

extension Step {
  /// What to remember of the step once it is done; nil where nothing.
  func record(part: PlannedPart, scope: Scope, instance: String?) -> AppliedRecord? {
    let kind: AppliedRecord.Kind
    let digest: SHA256
    switch action {
    case .write(let write):
      kind = write.extent == .whole ? .file : .append
      digest = write.digest
    case .dropIn(let dropIn):
      kind = .dropIn
      digest = dropIn.file.digest
    case .preflight(let document):
      kind = .preflight
      digest = document.digest
    case .run, .remove, .leave:
      return nil
    }
    return AppliedRecord(
      kind: kind, subject: subject, part: part.name.description, scope: scope.remembered(of: part.origin),
      digest: digest.description, instance: instance)
  }
}
