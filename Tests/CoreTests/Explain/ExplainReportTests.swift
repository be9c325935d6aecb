import Testing

@testable import Core

@Suite struct ExplainReportTests {
  private static let userData = """
    #cloud-config-archive
    - |
      #cloud-config
      bootcmd: [date]
    - |
      #cloud-config
      bootcmd: [[echo, "it's"]]
      runcmd: [date]
      write_files:
      - {path: /etc/a, permissions: "0600", owner: app}
      - {path: /etc/b, owner: "1000"}
      - {path: /etc/c}
    - "#!/bin/sh\\n"
    - {type: text/cloud-boothook, content: date}
    - {type: text/cloud-config, content: "a: b: c"}

    """

  @Test("the explanation for people: what goes wrong, the parts, whose the configuration is, then the boot")
  func text() {
    #expect(
      ExplainReport(explained(Self.userData)).text(.plain, .normal) == """
        FAIL  part-005
            user-data:15:43: a ": " makes a mapping, which cannot begin here; put text that holds ": " in quotes
            cloud-init drops this part and goes on.
        FAIL  write_files
            user-data:11:27: owner holds the number "1000", which cloud-init looks up as a name; write a name
            No entry after this one is written.

        #  part      type                       becomes                        origin
        1            text/cloud-config-archive  opened into 5 parts            user-data
        2  part-001  text/cloud-config          merged into the configuration  user-data:2:3
        3  part-002  text/cloud-config          merged into the configuration  user-data:5:3
        4  part-003  text/x-shellscript         a script, first boot           user-data:13:3
        5  part-004  text/cloud-boothook        run at once, every boot        user-data:14:40
        6  part-005  text/cloud-config          dropped                        user-data:15:38

        key   bootcmd      of part-002
        key   runcmd       of part-002
        key   write_files  of part-002
        LOST  bootcmd      part-001: replaced by part-002

        every boot  cloud-init.service    boothook     part-004  fails to start: it does not begin with #!  user-data:14:40
        every boot  cloud-init.service    bootcmd                                                           user-data:7:12
            #!/bin/sh
            'echo' 'it'\\''s'
        first boot  cloud-init.service    write_files  /etc/a    0600 app:                                  user-data:10:5
        first boot  cloud-init.service    write_files  /etc/b    0644 owner kept; the list ends here        user-data:11:5
        first boot  cloud-init.service    write_files            not reached                                user-data:12:5
        first boot  cloud-config.service  runcmd                 writes the script that runs last           user-data:8:11
            #!/bin/sh
            date
        first boot  cloud-final.service   script       part-003                                             user-data:13:3
        first boot  cloud-final.service   script       runcmd                                               user-data:8:11

        explain: cloud-init 22.4.2: 6 parts, 1 dropped

        """)
  }

  @Test("of many parts that a value is of, the first are named and the others counted")
  func manyParts() {
    let entries = (1...11).map { number in
      "- |\n  #cloud-config\n  merge_how: list(append)+dict(recurse_list)\n  bootcmd: [[echo, \"\(number)\"]]\n"
    }
    let text = ExplainReport(explained("#cloud-config-archive\n\(entries.joined())")).text(.plain, .normal)
    #expect(text.contains("of part-001, "))
    #expect(text.contains(", part-008 and 3 more\n"))
  }

  @Test("quiet shows only what goes wrong")
  func quiet() {
    let text = ExplainReport(explained(Self.userData)).text(.plain, .quiet)
    #expect(text.contains("No entry after this one is written."))
    #expect(!text.contains("every boot"))
    #expect(ExplainReport(explained("#!/bin/sh\n")).text(.plain, .quiet) == "")
  }

  @Test("the stage that reads user-data has the name of its version")
  func stage() {
    let text = "#cloud-config\nbootcmd: [a]\n"
    #expect(ExplainReport(explained(text)).text(.plain, .normal).contains("cloud-init.service "))
    let later = ExplainReport(explained(text, version: CloudInitVersion(24, 3))).text(.plain, .normal)
    #expect(later.contains("cloud-init-network.service"))
  }

  @Test("a script of many lines is cut, and no line drives a terminal")
  func lines() {
    let items = String(repeating: "- \"a\\e[31m\"\n", count: 600)
    let text = ExplainReport(explained("#cloud-config\nbootcmd:\n\(items)")).text(.plain, .normal)
    #expect(text.contains("    ... 101 more lines\n"))
    #expect(!text.contains("\u{1B}"))
  }
}
