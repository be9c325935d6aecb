/// Decodes one unit of a bringup document; goes on after an error, to report them all.
struct UnitSettingsDecoder {
  let placement: Placement
  private(set) var errors: [UserDataError] = []
  private var settings: [UnitSettings.Setting] = []
  private var dropIn = DropInName.standard
  private var raw: UnitSettings.RawText?

  init(placement: Placement) {
    self.placement = placement
  }

  /// Nil where there was an error; `errors` has them then.
  mutating func decode(_ entry: YAMLMapping.Entry) -> UnitSettings? {
    guard let unit = UnitName(entry.key.keyText) else {
      fail(entry.key, .notAUnitName(entry.key.keyText))
      return nil
    }
    // The directory `UNIT.d` must be a file name.
    if unit.text.utf8.count > 253 { fail(entry.key, .unitNameTooLong) }
    if case .mapping(let mapping) = entry.value.value {
      for shadowed in mapping.shadowed { fail(shadowed.key, .duplicateKey(shadowed.key.keyText)) }
      for setting in mapping.entries { take(setting, unit.type) }
      if errors.isEmpty, settings.isEmpty, raw?.file.sections.allSatisfy(\.assignments.isEmpty) != false {
        fail(entry.key, .nothingToSet(unit))
      }
    } else {
      fail(entry.value, .unitNotAMapping(unit, found: entry.value.kind))
    }
    guard errors.isEmpty else { return nil }
    return UnitSettings(
      unit: unit, origin: placement.origin(at: entry.key.start), dropIn: dropIn, settings: sorted(), raw: raw)
  }

  private func sorted() -> [UnitSettings.Setting] {
    let byDirective = Dictionary(grouping: settings, by: \.directive)
    return Directive.allCases.flatMap { byDirective[$0, default: []] }
  }

  private mutating func take(_ entry: YAMLMapping.Entry, _ type: UnitType) {
    let key = entry.key.keyText
    if UnitText.same(key, "dropIn") {
      takeDropIn(entry.value)
    } else if UnitText.same(key, "raw") {
      takeRaw(entry.value, type)
    } else if let directive = Directive(rawValue: key), directive.isDocumentKey {
      if directive.section(in: type) == nil {
        fail(entry.key, .noSuchDirective(directive, type))
      } else {
        take(directive, entry.value)
      }
    } else {
      fail(entry.key, .unknownKey(key, nearest: Nearest.match(key, among: UnitSettings.keys)))
    }
  }

  private mutating func take(_ directive: Directive, _ node: YAMLNode) {
    if directive == .environment, case .mapping(let variables) = node.value {
      for shadowed in variables.shadowed { fail(shadowed.key, .duplicateKey(shadowed.key.keyText)) }
      for variable in variables.entries {
        add(directive, at: variable.key) { () throws(UnitProblem) in
          [.assignment(try EnvironmentAssignment(name: variable.key.keyText, value: variable.value.settingText()))]
        }
      }
      return
    }
    let items: [YAMLNode]
    if case .sequence(let list) = node.value, directive.takesList { items = list } else { items = [node] }
    for item in items {
      add(directive, at: item) { () throws(UnitProblem) in try SettingValue.decode(item, of: directive) }
    }
  }

  private mutating func add(
    _ directive: Directive, at node: YAMLNode, _ values: () throws(UnitProblem) -> [UnitSettings.Value]
  ) {
    let origin = placement.origin(at: node.start)
    do throws(UnitProblem) {
      settings += try values().map { UnitSettings.Setting(directive: directive, value: $0, origin: origin) }
    } catch {
      errors.append(UserDataError(origin, .unit(error)))
    }
  }

  private mutating func takeDropIn(_ node: YAMLNode) {
    guard case .string(let text) = node.value, let name = DropInName(text) else {
      return fail(node, .badDropInName(node.keyText))
    }
    dropIn = name
  }

  private mutating func takeRaw(_ node: YAMLNode, _ type: UnitType) {
    guard case .string(let text) = node.value else { return fail(node, .wrongKind(found: node.kind, wanted: "text")) }
    do throws(UserDataError) {
      raw = UnitSettings.RawText(
        text: text, file: try UnitFile.parse(Array(text.utf8), of: type, placement: .whole("raw")))
    } catch {
      errors.append(UserDataError(rawOrigin(error.origin.position, node), error.problem))
    }
  }

  /// Where a position in the text of `node` is in the document: only a literal block has it line for line.
  private func rawOrigin(_ position: Position?, _ node: YAMLNode) -> Origin {
    guard let position, case .literal(let firstLine, let indent) = node.style else {
      return placement.origin(at: node.start)
    }
    return placement.origin(at: Position(line: firstLine + position.line - 1, column: indent + position.column))
  }

  private mutating func fail(_ node: YAMLNode, _ problem: UnitProblem) {
    errors.append(UserDataError(placement.origin(at: node.start), .unit(problem)))
  }
}
