extension PreflightManifest {
  /// Reads a manifest, or throws everything that is wrong with it.
  package static func decode(
    _ source: SourceBytes, options: DecodeOptions = DecodeOptions()
  ) throws(PartFailure) -> PreflightManifest {
    if let manifest = try ApplicationManifest.decode(source) { return .application(manifest) }
    let list = PartDecoder.decode([source], options: options)
    var errors = list.failures.flatMap(\.errors).map { Self.plain($0) }
    var sections: [PreflightSection] = []
    for part in list.parts where part.type == .bringup {
      do throws(PartFailure) {
        if let section = try BringupDocument.decode(part).preflight { sections.append(section) }
      } catch {
        errors += error.errors
      }
    }
    if errors.isEmpty, sections.isEmpty {
      errors = [UserDataError(Origin(source: source.name), .preflight(.noRequirements(types: list.parts.map(\.type))))]
    }
    guard errors.isEmpty else {
      throw PartFailure(name: source.fileName, extent: .source, errors: Array(errors.prefix(Limits.errorsPerPart)))
    }
    return .documents(sections)
  }

  /// What user-data is made of is no help to somebody who named a manifest.
  private static func plain(_ error: UserDataError) -> UserDataError {
    switch error.problem {
    case .blob(.unknownKind): UserDataError(error.origin, .preflight(.unknownKind))
    case .blob(.manifest(.noUserData)): UserDataError(error.origin, .preflight(.noRequirements(types: [])))
    case .blob, .yaml, .document, .unit, .requirement, .preflight, .bundle: error
    }
  }
}
