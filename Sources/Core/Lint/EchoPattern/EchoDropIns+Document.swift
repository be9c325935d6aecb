extension EchoDropIns {
  /// The bringup document with the same drop-ins, its first line the program that applies it; nil where they are none that
  /// systemd would take, which only a person can mend.
  var document: String? {
    var text = "#!/usr/bin/bringup apply\napiVersion: bringup/v1\nunits:\n"
    var units: [UnitName] = []
    for dropIn in dropIns {
      // A unit has one drop-in in a document.
      guard !units.contains(dropIn.unit), let settings = dropIn.settings else { return nil }
      units.append(dropIn.unit)
      text += "  \(Self.quoted(dropIn.unit.text)):\n    dropIn: \(Self.quoted(dropIn.name.text))\n\(settings)"
    }
    let part = Part(name: PartName("in"), type: .bringup, content: Array(text.utf8), placement: .whole("in"))
    do throws(PartFailure) { return try BringupDocument.decode(part).dropIns.isEmpty ? nil : text } catch { return nil }
  }

  /// Plain where that cannot be misread, else in double quotes.
  fileprivate static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "/") } ?? false
      && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || " /._=+@,-".utf8.contains($0) }
      && text.utf8.last != UInt8(ascii: " ")
    if isPlain, !ASCII.isDigit(text.utf8.first ?? 0),
      !["yes", "no", "on", "off", "true", "false", "null", "y", "n"].contains(PythonText.asciiLowered(text))
    {
      return text
    }
    return String(decoding: JSON.string(text).bytes(.compact), as: UTF8.self)
  }
}

extension EchoDropIns.DropIn {
  /// The lines of the unit's mapping: keys of the document where it has them for every line, else the text as it stands.
  fileprivate var settings: String? {
    guard
      let file = Result(catching: { () throws(UserDataError) -> UnitFile in
        try UnitFile.parse(Array(text.utf8), of: unit.type, placement: .whole("in"))
      }).value
    else { return nil }
    return keyed(file) ?? "    raw: |\n" + text.split(separator: "\n").map { "      \($0)\n" }.joined()
  }

  private func keyed(_ file: UnitFile) -> String? {
    var values: [Directive: [String]] = [:]
    for section in file.sections {
      for assignment in section.assignments {
        guard let directive = Directive(key: assignment.key), directive.isDocumentKey, !assignment.value.isEmpty,
          directive.section(in: unit.type) == section.name, directive.kind.standsAsWritten
        else { return nil }
        values[directive, default: []].append(assignment.value)
      }
    }
    var text = ""
    for directive in Directive.allCases {
      guard let list = values[directive] else { continue }
      guard directive.takesList else {
        guard let value = list.last else { return nil }
        text += "    \(directive.rawValue): \(EchoDropIns.quoted(value))\n"
        continue
      }
      text += "    \(directive.rawValue):\n" + list.map { "      - \(EchoDropIns.quoted($0))\n" }.joined()
    }
    return text.isEmpty ? nil : text
  }
}

extension Directive.Kind {
  /// A document has the value as a unit file has it.
  fileprivate var standsAsWritten: Bool {
    switch self {
    case .command, .timeSpan, .restartPolicy, .environmentFile: true
    case .unitNames, .assignments: false
    }
  }
}

extension Result {
  fileprivate var value: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}
