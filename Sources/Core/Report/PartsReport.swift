/// The parts of user-data in apply order.
package struct PartsReport: Sendable {
  package let list: PartList

  package init(_ list: PartList) {
    self.list = list
  }

  package var status: ExitStatus { list.failures.isEmpty ? .done : .failed }

  /// The list for programs; its shape is `schemas/parts.schema.json`. `index` counts from 1.
  package var json: JSON {
    [
      "version": 1,
      "command": "parts",
      "status": .integer(Int(status.rawValue)),
      "parts": .array(
        list.parts.enumerated().map { offset, part in
          [
            "index": .integer(offset + 1),
            "name": .string(part.name.description),
            "type": .string(part.type.name),
            "size": .integer(part.content.count),
            "sha256": .string(SHA256(of: part.content).description),
            "origin": .string(part.placement.origin.description),
            "warnings": .array(part.warnings.map { .string($0.description) }),
          ]
        }),
      "failures": .array(list.failures.map(\.json)),
    ]
  }

  /// The list for people: what cannot be read, what warns, then a line a part.
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    var failing = TextTable()
    for failure in list.failures { failing.add(failure.row) }
    var text = failing.text(style)
    if verbosity == .quiet { return text }
    text += list.parts.flatMap(\.warnings).map { "\(style.mark("warning", .warning))  \($0)\n" }.joined()
    var table = TextTable()
    if !list.parts.isEmpty {
      table.add(TextTable.Row(cells: ["#", "name", "type", "bytes", "sha256", "origin"], ink: .heading))
    }
    for (offset, part) in list.parts.enumerated() {
      let digest = SHA256(of: part.content).description
      table.add(
        TextTable.Row(
          cells: [
            String(offset + 1), part.name.description, part.type.name, String(part.content.count),
            verbosity == .verbose ? digest : String(digest.prefix(12)), part.placement.origin.description,
          ], ink: .aside))
    }
    if !text.isEmpty, !table.rows.isEmpty { text += "\n" }
    let count = list.parts.count
    let failed = list.failures.isEmpty ? "" : ", \(list.failures.count) that cannot be read"
    return text + table.text(style) + "parts: \(count) part\(count == 1 ? "" : "s")\(failed)\n"
  }
}
