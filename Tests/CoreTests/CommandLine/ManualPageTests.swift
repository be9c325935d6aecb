import Core
import Foundation
import Testing

struct ManualPageTests {
  @Test("groff finds nothing to warn about in the manual page")
  func groff() throws {
    let page = try TemporaryFile(Array(ManualPage.page.roff.utf8))
    let outcome = try Program.run("groff", "-ww", "-man", "-Tutf8", "-z", page.path, files: [page])
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }

  @Test("mandoc finds nothing but the date missing: a page is as old as the program that prints it")
  func mandoc() throws {
    let page = try TemporaryFile(Array(ManualPage.page.roff.utf8))
    let lines = try Program.run("mandoc", "-T", "lint", page.path, files: [page]).output.split(separator: "\n")
    #expect(lines.filter { !$0.contains("missing date") } == [])
  }

  @Test("man shows the page, with every command and option")
  func man() throws {
    let page = try TemporaryFile(Array(ManualPage.page.roff.utf8))
    let shown = try Program.run("env", "MANWIDTH=200", "LC_ALL=C", "man", "--warnings", "-l", page.path, files: [page])
      .output
    for command in CommandTable.commands {
      #expect(shown.contains(command.synopsis))
      for option in command.options { #expect(shown.contains(option.synopsis)) }
    }
  }

  @Test(
    "a page fits a terminal of 80 columns",
    arguments: ["overview", "everything"] + CommandTable.commands.map(\.name))
  func width(name: String) throws {
    let pages = ["overview": Page.overview, "everything": ManualPage.page]
    let page = try #require(pages[name] ?? CommandTable.commands.first { $0.name == name }.map { Page.about($0) })
    for line in page.text.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test("a command's page has its synopsis, its text and its options")
  func command() throws {
    let rollback = try #require(CommandTable.commands.first { $0.name == "rollback" })
    #expect(
      Page.about(rollback).text == """
        NAME
          bringup rollback - put back what the last apply replaced

        SYNOPSIS
            bringup rollback [OPTION...]

        DESCRIPTION
          Files that the last apply replaced get their content, mode and owner back,
          files that it made are removed, and systemd is reloaded where a unit changed.
          What scripts did cannot be undone.

        OPTIONS
          --force                 Put back files that were edited since, too. Without it
                                  such a file is left as it is, and the status is 1.

        COMMON OPTIONS
          --root DIR              Work on the system under DIR instead of /.
          --format FORMAT         Print as text, json, html, junit, tap, prometheus or
                                  npd.
          -q, --quiet             Print only what failed.
          -v, --verbose           Print what did not change, too.
          --color WHEN            Use colour auto, always or never.

        """)
  }

  @Test(
    "names of commands are unique; an option of one name has one letter and one kind of value, whatever the command")
  func unique() {
    let names = CommandTable.commands.map(\.name)
    #expect(Set(names).count == names.count)
    let options = CommandTable.commands.flatMap(\.options)
    #expect(Set(options.map(\.synopsis)).count == Set(options.map(\.long)).count)
    let letters = Set(options.filter { $0.letter != nil }.map(\.synopsis))
    #expect(Set(options.compactMap(\.letter)).count == letters.count)
  }
}
