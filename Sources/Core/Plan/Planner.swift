/// Makes the plan: the one reading of the parts that `plan` shows and `apply` carries out.
package enum Planner {
  /// Each part is read whole; one that holds an error becomes a failure, and nothing of it is planned.
  package static func plan(_ list: PartList, _ request: PlanRequest) -> Plan {
    let earlier = EarlierRuns(request.state, instance: request.instance)
    let share = CloudInitShare(list.parts, request.cloudInit)
    var parts: [PlannedPart] = []
    var failures = list.failures
    var files = 0
    var dropIns = DropInClaims()
    for part in list.parts {
      do throws(PartFailure) {
        let planned = try PartPlanner(part: part, request: request, share: share, earlier: earlier).plan()
        try dropIns.claim(planned)
        files += planned.steps.count
        guard files <= Limits.files else {
          throw PartFailure(
            name: part.name,
            errors: [UserDataError(part.placement.origin, .document(.tooManyFiles(limit: Limits.files)))])
        }
        parts.append(planned)
      } catch {
        failures.append(error)
      }
    }
    failures.sort { $0.name < $1.name }
    return Plan(
      parts: parts, failures: failures, removals: removals(parts: parts, failures: failures, request))
  }

  /// Drop-ins, then documents of gates, that a run of this scope wrote and that no part names any more. A part that failed
  /// may still ask for its own, and a source that could not be read for any.
  private static func removals(
    parts: [PlannedPart], failures: [PartFailure], _ request: PlanRequest
  ) -> [Removal] {
    if failures.contains(where: { $0.extent == .source }) { return [] }
    let failing = Set(failures.map(\.name.description))
    let wanted = Set(parts.flatMap(\.steps).compactMap { $0.file?.path })
    // No gate outlives its document, where a run is stopped between the two.
    return [AppliedRecord.Kind.dropIn, .preflight].flatMap { kind in
      request.state.records.compactMap { record in
        guard record.kind == kind, request.scope.governs(record.scope), !failing.contains(record.part) else {
          return nil
        }
        guard let path = AbsolutePath(known: record.subject), !wanted.contains(path) else { return nil }
        return Removal(path: path, part: record.part)
      }
    }
  }
}
