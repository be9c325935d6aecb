extension UnitSettings {
  /// The drop-in that says this, always the same bytes for the same settings.
  ///
  /// ```
  /// # Written by bringup from 10-gpu.yaml; changes here are put back at the next apply.
  /// [Service]
  /// ExecStartPre=/bin/touch "/run/a b"
  /// ```
  ///
  /// The text is read again before it is handed on: a drop-in that does not say what was asked is an error.
  package func makeDropIn(from part: PartName) throws(UserDataError) -> DropIn {
    let lines = try lines()
    let text = Array(render(lines, from: part).utf8)
    let file: UnitFile
    do throws(UserDataError) {
      file = try UnitFile.parse(text, of: unit.type, placement: .whole(dropIn.text))
    } catch {
      throw UserDataError(origin, error.problem)
    }
    guard says(lines, file) else { throw UserDataError(origin, .unit(.renderedDifferently)) }
    return DropIn(origin: origin, unit: unit, fileName: dropIn.text, text: text, expected: file.expected)
  }

  private struct Line {
    let section: String
    let key: String
    let value: String
  }

  private func lines() throws(UserDataError) -> [Line] {
    var lines: [Line] = []
    for setting in settings {
      do throws(UnitProblem) {
        guard let section = setting.directive.section(in: unit.type) else {
          throw .noSuchDirective(setting.directive, unit.type)
        }
        let value = try setting.rendered()
        try check(setting, value)
        lines.append(Line(section: section, key: setting.directive.key, value: value))
      } catch {
        throw UserDataError(setting.origin, .unit(error))
      }
    }
    return lines
  }

  /// A quoted command must come back as the arguments that went in, but for the dollars, which systemd keeps doubled
  /// until the command is started.
  private func check(_ setting: Setting, _ value: String) throws(UnitProblem) {
    guard case .arguments(let arguments) = setting.value else { return }
    let commands = try ExecLine.parse(value).commands
    let doubled = arguments.map { $0.utf8.flatMap { $0 == UInt8(ascii: "$") ? [$0, $0] : [$0] } }
    guard commands.count == 1, let command = commands.first, command.prefixes.isEmpty,
      command.arguments?.map({ Array($0.utf8) }) == doubled
    else { throw .renderedDifferently }
  }

  private func render(_ lines: [Line], from part: PartName) -> String {
    var blocks: [String] = []
    for section in ["Unit", unit.type.section] {
      let block = lines.filter { $0.section == section }.map { "\($0.key)=\($0.value)\n" }.joined()
      if !block.isEmpty { blocks.append("[\(section)]\n\(block)") }
    }
    if let raw { blocks.append(raw.text.utf8.last == UInt8(ascii: "\n") ? raw.text : raw.text + "\n") }
    return "# Written by bringup from \(part); changes here are put back at the next apply.\n"
      + blocks.joined(separator: "\n")
  }

  private func says(_ lines: [Line], _ file: UnitFile) -> Bool {
    let asked = ["Unit", unit.type.section].flatMap { section in lines.filter { $0.section == section } }
    return Self.lines(of: file).elementsEqual(asked + (raw.map { Self.lines(of: $0.file) } ?? [])) { left, right in
      UnitText.same(left.section, right.section) && UnitText.same(left.key, right.key)
        && UnitText.same(left.value, right.value)
    }
  }

  private static func lines(of file: UnitFile) -> [Line] {
    file.sections.flatMap { section in
      section.assignments.map { Line(section: section.name, key: $0.key, value: $0.value) }
    }
  }
}
