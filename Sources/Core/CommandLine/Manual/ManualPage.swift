/// bringup(1): the parts of the manual that belong to no one command, and the page made of all of it.
package enum ManualPage {
  static let definition = CommandDefinition(
    name: "manual",
    summary: "Print the manual page for man(1)",
    details: """
      The page is bringup(1), in the man(7) macros:

        bringup manual > /usr/share/man/man1/bringup.1
      """,
    options: []
  ) { _ throws(UsageError) in .manual }

  package static var page: Page {
    Page(sections: [
      Page.Section(
        heading: "NAME", blocks: [.prose(Prose(blocks: [.paragraph("bringup - \(CommandTable.summary)")]))]),
      Page.Section(
        heading: "SYNOPSIS", blocks: [.prose(Prose(blocks: [.verbatim(CommandTable.commands.map(\.synopsis))]))]),
      description,
      Page.Section(heading: "COMMANDS", blocks: CommandTable.commands.flatMap(blocks)),
      Page.Section(
        heading: "COMMON OPTIONS",
        blocks: Page.items(CommonOptions.definitions + StandardOptions.definitions, .long)),
      sources, exitStatus, environment, files,
      Page.Section(
        heading: "SEE ALSO", blocks: [.prose("systemd.unit(5), systemd.service(5), cloud-init(1)")]),
    ])
  }

  private static func blocks(_ command: CommandDefinition) -> [Page.Block] {
    let own = command.options.filter { !CommonOptions.definitions.contains($0) }
    return [
      .subheading(command.synopsis), .prose(command.details.led(by: "\(command.summary).")),
    ] + Page.items(own, .long)
  }

  private static let description = Page.Section(
    heading: "DESCRIPTION",
    blocks: [
      .prose(
        """
        bringup reads a node's user-data parts in the order of their names, writes their files, hooks systemd units with
        drop-ins, and reports what came of it, the same way on every boot. It stands beside cloud-init: scripts and
        commands stay cloud-init's to run, and no part's files are lost where cloud-init would merge one away.

        It also says whether a node is fit for its role: preflight checks the requirements of a manifest by hand, and where
        a document has them, systemd does so on each boot before kops-configuration.service starts nodeup. On a node that
        is not fit, nodeup does not start, and the console and the unit's status say why.

        No content of user-data is printed or logged but by plan, lint, explain and bundle, whose work it is.
        """)
    ])

  static let sources = Page.Section(
    heading: "SOURCES",
    blocks: [
      .prose(
        """
        None named: the node's own user-data, /var/lib/cloud/instance/user-data.txt, then /etc/bringup/parts.d. Else any
        mix of these:
        """),
      .item(term: "-", "Standard input."),
      .item(term: "FILE", "A file."),
      .item(term: "DIRECTORY", "Each regular file in it is a part."),
      .item(term: "imds:", "The user-data that the EC2 metadata service gives this instance (IMDSv2)."),
      .prose(
        """
        What a file is, is told by its content: MIME multipart, a kops manifest with an InstanceGroup that has
        additionalUserData, #cloud-config, #cloud-config-archive, a bringup document, or a script; each also in gzip or
        base64. The parts of all sources are pooled, then sorted by name.
        """),
    ])

  static let exitStatus = Page.Section(
    heading: "EXIT STATUS",
    blocks: [
      .item(term: "0", "Done; warnings are allowed."),
      .item(term: "1", "Something failed: a step, a part, a check."),
      .item(term: "2", "Wrong usage, or an input that cannot be read."),
      .item(term: "3", "Nothing failed, but something could not be determined."),
      .prose(
        """
        The status is the same in every format. --fail-on warn and --fail-on unknown make those count as failures. With
        --gate, preflight ends with 1 only where a failure is to block, with 2 where the manifest cannot be read, and else
        with 0. report ends with the status of the run that it shows.
        """),
    ])

  private static let environment = Page.Section(
    heading: "ENVIRONMENT",
    blocks: [
      .item(term: "NO_COLOR", "Where set, text is not coloured unless --color always is given."),
      .item(term: "TERM", "The same where it is dumb."),
      .item(
        term: "SOURCE_DATE_EPOCH",
        """
        Seconds since 1970: what apply writes, and the report that it keeps, is dated so, and an image that is built twice \
        is the same.
        """),
    ])

  private static let files = Page.Section(
    heading: "FILES",
    blocks: [
      .item(term: "/etc/bringup/parts.d", "Parts that come with an image."),
      .item(term: "/etc/systemd/system/UNIT.d/50-bringup.conf", "Drop-ins that documents ask for."),
      .item(
        term: "/etc/systemd/system/kops-configuration.service.d/40-preflight-PART.conf",
        "The check in front of nodeup, for each part that has one."),
      .item(
        term: "/etc/default/bringup-preflight",
        "What bringup-preflight.service checks: PREFLIGHT= and the words after bringup preflight."),
      .item(term: "/run/bringup/report.json", "The report of the last apply or rollback."),
      .item(term: "/run/bringup/preflight.json", "The report of the last preflight."),
      .item(
        term: "/var/lib/bringup",
        "What this program did, what it replaced, and in preflight/ the documents of gates. For root alone."),
      .item(
        term: "/var/lib/prometheus/node-exporter/bringup.prom",
        "Metrics of the last preflight, which bringup-preflight.timer renews."),
    ])
}
