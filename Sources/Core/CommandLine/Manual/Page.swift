/// A page of the manual before it is rendered for a terminal or for man(1).
package struct Page: Sendable {
  struct Section: Sendable {
    let heading: String
    let blocks: [Block]
  }

  enum Block: Sendable {
    case prose(Prose)
    case subheading(String)
    /// A term and what it means: `--root DIR`.
    case item(term: String, Prose)
  }

  let sections: [Section]

  /// `bringup help`
  package static var overview: Page {
    Page(sections: [
      Section(heading: "NAME", blocks: [.prose(Prose(blocks: [.paragraph("bringup - \(CommandTable.summary)")]))]),
      Section(
        heading: "SYNOPSIS", blocks: [.prose(Prose(blocks: [.verbatim(["bringup COMMAND [OPTION...] [ARGUMENT...]"])]))]
      ),
      Section(
        heading: "COMMANDS",
        blocks: CommandTable.commands.map {
          .item(term: $0.name, Prose(blocks: [.paragraph("\($0.summary).")]))
        }),
      Section(
        heading: "COMMON OPTIONS", blocks: items(CommonOptions.definitions + StandardOptions.definitions, .short)),
      ManualPage.exitStatus,
      Section(
        heading: "MORE",
        blocks: [.prose("\"bringup help COMMAND\" explains a command; \"bringup manual\" is all of it.")]),
    ])
  }

  /// `bringup help COMMAND`
  package static func about(_ command: CommandDefinition) -> Page {
    let common = CommonOptions.definitions + StandardOptions.definitions
    let own = command.options.filter { !common.contains($0) }
    let shared = command.options.filter(common.contains)
    var sections = [
      Section(
        heading: "NAME",
        blocks: [
          .prose(
            Prose(blocks: [
              .paragraph(
                "bringup \(command.name) - \(command.summary.prefix(1).lowercased() + command.summary.dropFirst())")
            ]))
        ]),
      Section(heading: "SYNOPSIS", blocks: [.prose(Prose(blocks: [.verbatim([command.synopsis])]))]),
      Section(heading: "DESCRIPTION", blocks: [.prose(command.details)]),
    ]
    if !own.isEmpty { sections.append(Section(heading: "OPTIONS", blocks: items(own, .long))) }
    if !shared.isEmpty { sections.append(Section(heading: "COMMON OPTIONS", blocks: items(shared, .short))) }
    if command.operands == ReadingOptions.operands { sections.append(ManualPage.sources) }
    return Page(sections: sections)
  }

  enum Length {
    case short
    case long
  }

  static func items(_ options: [OptionDefinition], _ length: Length) -> [Block] {
    options.map { option in
      switch length {
      case .short: .item(term: option.synopsis, Prose(blocks: [.paragraph("\(option.summary).")]))
      case .long: .item(term: option.synopsis, option.details.led(by: "\(option.summary)."))
      }
    }
  }
}
