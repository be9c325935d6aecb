import Core
import Testing

@Suite struct DropInsTests {
  private func decode(_ units: String) throws -> (dropIns: [DropIn], errors: [String]) {
    let placement = Placement.whole("10-gpu.yaml")
    let node = try #require(try YAML.parse(Array(units.utf8), placement: placement))
    var errors: [UserDataError] = []
    let dropIns = DropIns.decode(node, of: PartName("10-gpu.yaml"), in: placement, errors: &errors)
    return (dropIns, errors.map(\.description))
  }

  /// The lines of the only drop-in after the header.
  private func lines(_ units: String) throws -> [String] {
    let (dropIns, errors) = try decode(units)
    #expect(errors == [])
    let text = String(decoding: try #require(dropIns.first).text, as: UTF8.self)
    #expect(dropIns.count == 1)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
  }

  @Test("a unit is one drop-in, its directives in a fixed order, sections apart")
  func whole() throws {
    let (dropIns, errors) = try decode(
      """
      kops-configuration.service:
        timeoutSec: infinity
        execStopPost:
          - [/bin/touch, "/run/a b", 100%, $HOME]
        execStartPre:
          - -/bin/bash /opt/log-time.sh
          - /bin/true
        after: [network-online.target, a.service b.service]
      """)
    #expect(errors == [])
    let dropIn = try #require(dropIns.first)
    #expect(dropIn.unit.text == "kops-configuration.service")
    #expect(dropIn.fileName == "50-bringup.conf")
    #expect(dropIn.origin.description == "10-gpu.yaml:1:1")
    let text = """
      # Written by bringup from 10-gpu.yaml; changes here are put back at the next apply.
      [Unit]
      After=network-online.target
      After=a.service
      After=b.service

      [Service]
      ExecStartPre=-/bin/bash /opt/log-time.sh
      ExecStartPre=/bin/true
      ExecStopPost=/bin/touch "/run/a b" 100%% $$HOME
      TimeoutSec=infinity

      """
    #expect(String(decoding: dropIn.text, as: UTF8.self) == text)
    #expect(
      dropIn.expected == [
        .command(property: "ExecStartPre", arguments: ["/bin/bash", "/opt/log-time.sh"]),
        .command(property: "ExecStartPre", arguments: ["/bin/true"]),
        .command(property: "ExecStopPost", arguments: ["/bin/touch", "/run/a b", "100%", "$$HOME"]),
        .duration(property: "TimeoutStartUSec", microseconds: .max),
        .duration(property: "TimeoutStopUSec", microseconds: .max),
      ])
  }

  @Test(
    "each directive becomes lines of its unit file",
    arguments: [
      ("execCondition: /bin/true", "ExecCondition=/bin/true"),
      ("execStartPost: [/bin/true]", "ExecStartPost=/bin/true"),
      ("execStop: [[/bin/sleep, 5]]", "ExecStop=/bin/sleep 5"),
      ("execStop: [[/bin/x, 0755, 9:9, 1_0, +1.50]]", "ExecStop=/bin/x 0755 9:9 1_0 +1.50"),
      ("execStop: ['']", "ExecStop="),
      ("execStop: [[/bin/true, '', ';', \"a\\nb\"]]", "ExecStop=/bin/true \"\" \";\" \"a\\nb\""),
      ("execStop: >\n      /bin/echo a\n      b\n", "ExecStop=/bin/echo a b"),
      ("environment: {A: b c, N: 5, P: 5%}", "Environment=\"A=b c\"|Environment=N=5|Environment=P=5%%"),
      ("environment: [A=b c, B=]", "Environment=\"A=b c\"|Environment=B="),
      ("environmentFile: -/etc/default/kubelet", "EnvironmentFile=-/etc/default/kubelet"),
      ("environmentFile: [/a, /b c]", "EnvironmentFile=/a|EnvironmentFile=/b c"), ("timeoutSec: 90", "TimeoutSec=90"),
      ("timeoutStartSec: 5min 20s", "TimeoutStartSec=5min 20s"), ("timeoutStopSec: 1.5", "TimeoutStopSec=1.5"),
      ("restart: no", "Restart=no"), ("restart: on-failure", "Restart=on-failure"),
      ("restartSec: 100ms", "RestartSec=100ms"),
    ])
  func directives(setting: String, wanted: String) throws {
    #expect(try lines("a.service:\n    \(setting)") == ["[Service]"] + wanted.split(separator: "|").map(String.init))
  }

  @Test("other types of unit have their own section")
  func otherTypes() throws {
    #expect(
      try lines("a.socket: {execStartPre: [/bin/true], timeoutSec: 5}") == [
        "[Socket]", "ExecStartPre=/bin/true", "TimeoutSec=5",
      ])
    #expect(try lines("var-lib.mount: {timeoutSec: 5}") == ["[Mount]", "TimeoutSec=5"])
    #expect(
      try lines("a.target: {wants: b.service, requires: c.service, before: d.service}") == [
        "[Unit]", "Before=d.service", "Requires=c.service", "Wants=b.service",
      ])
  }

  @Test("raw text comes last, as it stands")
  func raw() throws {
    let units =
      "a.service:\n  raw: |\n    [Service]\n    # ours\n    Nice=5\n    ExecStop=\n    ExecStop=/bin/b\n  execStop: [/bin/a]\n  dropIn: 10-x.conf\n"
    #expect(
      try lines(units) == [
        "[Service]", "ExecStop=/bin/a", "", "[Service]", "# ours", "Nice=5", "ExecStop=", "ExecStop=/bin/b",
      ])
    let dropIn = try #require(try decode(units).dropIns.first)
    #expect(dropIn.fileName == "10-x.conf")
    #expect(dropIn.expected == [.command(property: "ExecStop", arguments: ["/bin/b"])])
  }

  @Test("the header names the part on one line, whatever its name")
  func header() throws {
    let node = try #require(try YAML.parse(Array("a.service: {timeoutSec: 1}".utf8), placement: .whole("x")))
    var errors: [UserDataError] = []
    let dropIns = DropIns.decode(node, of: PartName("x\n[Service]\nUser=\u{202E}"), in: .whole("x"), errors: &errors)
    #expect(errors == [])
    let text = String(decoding: try #require(dropIns.first).text, as: UTF8.self)
    #expect(text.hasPrefix("# Written by bringup from x\\n[Service]\\nUser=\\u{202e}; changes"))
  }

  @Test(
    "what is wrong is told with its place",
    arguments: [
      ("[a.service]", "1:1: units is a list, wanted a mapping of unit names"),
      ("a.service: [x]", "1:12: a.service is a list, wanted a mapping of directives"),
      ("a.service:", "1:11: a.service is nothing, wanted a mapping of directives"),
      ("kubelet: {timeoutSec: 5}", "1:1: \"kubelet\" is not a unit name; write e.g. \"kops-configuration.service\""),
      ("a.service: {}", "1:1: a.service has nothing to set; give it a directive, or leave it out"),
      ("a.service: {dropIn: 10-a.conf}", "1:1: a.service has nothing to set; give it a directive, or leave it out"),
      ("a.service: {raw: '# nothing'}", "1:1: a.service has nothing to set; give it a directive, or leave it out"),
      ("a.service: {execStartPer: [/bin/true]}", "1:13: unknown key \"execStartPer\"; did you mean execStartPre?"),
      ("a.service: {ExecStop: [/bin/true]}", "1:13: unknown key \"ExecStop\"; did you mean execStop?"),
      ("a.service: {execStart: [/bin/true]}", "1:13: unknown key \"execStart\"; did you mean execStartPre?"),
      (
        "a.service: {description: x}",
        "1:13: unknown key \"description\"; wanted after, before, requires, wants, environment, environmentFile, execCondition, execStartPre, execStartPost, execStop, execStopPost, timeoutSec, timeoutStartSec, timeoutStopSec, restart, restartSec, dropIn or raw; others go into raw"
      ),
      ("a.mount: {execStop: [/bin/true]}", "1:11: a mount unit has no ExecStop="),
      (
        "a.service: {timeoutSec: 1, timeoutSec: 2}",
        "1:13: \"timeoutSec\" is there twice, and only the last would count; keep one"
      ),
      (
        "a.service: {timeoutSec: 1}\na.service: {restart: no}",
        "1:1: \"a.service\" is there twice, and only the last would count; keep one"
      ),
      ("a.service: {environment: {A: b, A: c}}", "1:27: \"A\" is there twice, and only the last would count; keep one"),
      (
        "a.service: {dropIn: a/b.conf}",
        "1:21: \"a/b.conf\" is not a name for a drop-in: it must end in .conf, not start with a dot, and hold no slash"
      ),
      (
        "a.service: {timeoutSec: 1:30}",
        "1:25: \"1:30\" is not a time span; write e.g. \"90\", \"5min 20s\" or \"infinity\""
      ),
      ("a.service: {environment: {A: yes}}", "1:27: the value is a boolean to YAML; put it between quotes"),
      ("a.service: {environment: {A: }}", "1:27: the value is nothing, wanted text"),
      (
        "a.service: {environment: {1A: b}}",
        "1:27: \"1A\" is not a variable name: letters, digits and \"_\", the first no digit"
      ),
      ("a.service: {environment: A}", "1:26: the variable has no \"=\"; write NAME=VALUE"),
      ("a.service: {restart: yes}", "1:22: the value is a boolean to YAML; put it between quotes"),
      ("a.service: {timeoutSec: [5]}", "1:25: the value is a list, wanted text"),
      (
        "a.service: {timeoutSec: -1}",
        "1:25: \"-1\" is not a time span; write e.g. \"90\", \"5min 20s\" or \"infinity\""
      ),
      ("a.service: {execStop: {a: b}}", "1:23: the value is a mapping, wanted a command line or a list of arguments"),
      ("a.service: {execStop: [[]]}", "1:24: the command line names no executable; write its absolute path first"),
      ("a.service: {execStop: [[bin/x]]}", "1:24: the executable \"bin/x\" is a relative path; write an absolute one"),
      ("a.service: {execStop: [\"/bin/a\\nExecStop=/bin/b\"]}", "1:24: the value has several lines; it must be one"),
      ("a.service: {execStop: [\"/bin/a\\rb\"]}", "1:24: the value has several lines; it must be one"),
      (
        "a.service: {execStop: ['/bin/a \\']}",
        "1:24: the value ends in a backslash, which would join the next line to it"
      ),
      ("a.service: {environmentFile: \"/a\\n[Unit]\"}", "1:30: the value has several lines; it must be one"),
      ("a.service: {timeoutSec: \"5\\n[Unit]\"}", "1:25: the value has several lines; it must be one"),
      (
        "a.service: {after: \"b.service c\"}",
        "1:20: \"c\" is not a unit name; write e.g. \"kops-configuration.service\""
      ),
      ("a.service: {after: ' '}", "1:20: \"\" is not a unit name; write e.g. \"kops-configuration.service\""),
      ("a.service: {raw: 5}", "1:18: the value is a number, wanted text"),
      ("a.service: {raw: 'Nice=5'}", "1:18: the line stands before any section; begin with a header, e.g. [Service]"),
      (
        "a.service:\n  raw: |\n    [Service]\n    Nice=5\n      Restart=x\n",
        "5:15: \"x\" is not a restart policy; wanted no, on-success, on-failure, on-abnormal, on-watchdog, on-abort or always"
      ),
      (
        String(repeating: "a", count: 246) + ".service: {timeoutSec: 1}",
        "1:1: the unit name is longer than the 253 bytes that leave room for its drop-in directory"
      ),
    ])
  func errors(units: String, message: String) throws {
    let (dropIns, errors) = try decode(units)
    #expect(errors == ["10-gpu.yaml:" + message])
    #expect(dropIns.allSatisfy { _ in message.contains("twice") })
  }

  @Test("all errors are reported, and the units without any are decoded")
  func severalErrors() throws {
    let (dropIns, errors) = try decode(
      "a.service: {restart: maybe, timeoutSec: x}\nb.service: {timeoutSec: 5}\nc: {}\n")
    #expect(errors.count == 3)
    #expect(dropIns.map(\.unit.text) == ["b.service"])
  }

  @Test("a line in raw is counted where the document stands in its source")
  func rawInsideOther() throws {
    let placement = Placement(source: "ig.yaml", part: "x", alignment: .linear(firstLine: 11, indent: 4))
    let node = try #require(try YAML.parse(Array("a.service:\n  raw: |\n    Nice=5\n".utf8), placement: placement))
    var errors: [UserDataError] = []
    _ = DropIns.decode(node, of: PartName("x"), in: placement, errors: &errors)
    #expect(errors.map(\.origin.description) == ["ig.yaml:13:9"])
  }

  @Test("what a drop-in would hold is bounded: a command of more than a MiB is refused")
  func tooLong() throws {
    let argument = String(repeating: "a", count: 1 << 20)
    let (_, errors) = try decode("a.service: {execStop: [[/bin/echo, \(argument)]]}")
    #expect(errors == ["10-gpu.yaml:1:1: the line is longer than the 1 MiB that systemd reads"])
  }
}
