/// A unit file or drop-in as systemd reads it (systemd.syntax(7)).
///
/// ```
/// # comment
/// [Service]                       section "Service"
/// ExecStartPre=/bin/true \          "ExecStartPre" = "/bin/true   --verbose"
///   --verbose
/// Environment=                      "Environment" = "": the list begins anew
/// ```
package struct UnitFile: Sendable {
  /// A header and what stands under it. A section may come several times; each stands for itself here.
  package struct Section: Sendable {
    package let name: String
    package let origin: Origin
    /// Empty for a section `[X-...]`, which systemd skips.
    package fileprivate(set) var assignments: [Assignment]
  }

  package struct Assignment: Sendable {
    package let key: String
    /// Without white space at its ends; escapes and quotes are still in it.
    package let value: String
    package let origin: Origin
    package let valueOrigin: Origin
  }

  package let type: UnitType
  package let sections: [Section]
  /// What the manager must show of the file's settings once the unit is loaded.
  package let expected: [DropIn.Expectation]
}

extension UnitFile {
  /// Reads a file for a unit of this type. Everything that systemd would skip with a warning is an error here, because a
  /// line that has no effect is not what its writer meant: an assignment outside of a section, a line without `=`, an
  /// unknown section, a directive in another's section, a value that does not parse. Names of directives that this
  /// program does not know pass, since each version of systemd has new ones.
  package static func parse(
    _ text: [UInt8], of type: UnitType, placement: Placement
  ) throws(UserDataError) -> UnitFile {
    var reader = UnitLineReader(text, placement: placement)
    var parser = UnitFileParser(type: type, placement: placement)
    while let line = try reader.next() { try parser.take(line) }
    let sections = parser.sections
    return UnitFile(type: type, sections: sections, expected: try Expectations.of(sections, type: type))
  }
}

private struct UnitFileParser {
  private enum Place {
    case beforeSections
    case inSection
    case inSkippedSection
  }

  let type: UnitType
  let placement: Placement
  private(set) var sections: [UnitFile.Section] = []
  private var place = Place.beforeSections

  init(type: UnitType, placement: Placement) {
    self.type = type
    self.placement = placement
  }

  mutating func take(_ line: UnitLine) throws(UserDataError) {
    let content = UnitText.trimmed(line.bytes[...])
    guard let first = content.first else { return }
    let origin = origin(line, content.startIndex)
    do throws(UnitProblem) {
      guard let text = UnitText.decode(content) else { throw .notUTF8 }
      if first == UInt8(ascii: "[") { return try open(text, origin) }
      switch place {
      case .beforeSections: throw .outsideSection
      case .inSkippedSection: return
      case .inSection: sections[sections.count - 1].assignments.append(try assignment(content, line))
      }
    } catch {
      throw UserDataError(origin, .unit(error))
    }
  }

  private func assignment(_ content: ArraySlice<UInt8>, _ line: UnitLine) throws(UnitProblem) -> UnitFile.Assignment {
    guard let equals = content.firstIndex(of: UInt8(ascii: "=")) else { throw .noEqualsSign }
    guard equals != content.startIndex else { throw .noKey }
    let key = String(decoding: UnitText.trimmed(content[..<equals]), as: UTF8.self)
    guard Self.canBeDirective(key) else { throw .notADirective(key) }
    let value = UnitText.trimmed(content[(equals + 1)...])
    return UnitFile.Assignment(
      key: key, value: String(decoding: value, as: UTF8.self), origin: origin(line, content.startIndex),
      valueOrigin: origin(line, value.isEmpty ? equals : value.startIndex))
  }

  /// All directives are letters and digits; names that start with `X-` are free for others' use.
  private static func canBeDirective(_ key: String) -> Bool {
    key.utf8.starts(with: "X-".utf8) || key.utf8.allSatisfy(ASCII.isAlphanumeric)
  }

  private mutating func open(_ header: String, _ origin: Origin) throws(UnitProblem) {
    guard header.utf8.last == UInt8(ascii: "]") else { throw .sectionNotClosed(header) }
    let name = String(header.unicodeScalars.dropFirst().dropLast())
    guard name.utf8.allSatisfy({ !ASCII.isControl($0) && !"\"'\\".utf8.contains($0) }) else {
      throw .badSectionName(name)
    }
    let isSkipped = name.utf8.starts(with: "X-".utf8)
    guard isSkipped || type.sections.contains(where: { UnitText.same($0, name) }) else {
      throw .unknownSection(name, type)
    }
    sections.append(UnitFile.Section(name: name, origin: origin, assignments: []))
    place = isSkipped ? .inSkippedSection : .inSection
  }

  private func origin(_ line: UnitLine, _ offset: Int) -> Origin {
    placement.origin(at: line.position(at: offset))
  }
}
