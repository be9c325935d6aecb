import Core
import Testing

struct UsageErrorTests {
  private static let cases: [([String], message: String, hint: String)] = [
    ([], #"no command is given; write e.g. "bringup plan""#, #"Try "bringup help"."#),
    (["-q"], #"no command is given; write e.g. "bringup plan""#, #"Try "bringup help"."#),
    ([""], #"argument 1: bringup has no command """#, #"Try "bringup help"."#),
    (
      ["aply"], #"argument 1: bringup has no command "aply"; did you mean "apply"?"#, #"Try "bringup help"."#
    ),
    (["frobnicate"], #"argument 1: bringup has no command "frobnicate""#, #"Try "bringup help"."#),
    (
      ["help", "aply"], #"argument 2: bringup has no command "aply"; did you mean "apply"?"#,
      #"Try "bringup help"."#
    ),
    (
      ["plan", "--formt", "json"], #"argument 2: bringup plan has no option "--formt"; did you mean "--format"?"#,
      #"Try "bringup help plan"."#
    ),
    (["plan", "--strict"], #"argument 2: bringup plan has no option "--strict""#, #"Try "bringup help plan"."#),
    (["--strict", "apply"], #"argument 1: bringup has no option "--strict""#, #"Try "bringup help"."#),
    (
      ["--root", "/x", "manual"], #"argument 1: bringup manual has no option "--root""#,
      #"Try "bringup help manual"."#
    ),
    (["plan", "-qx"], #"argument 2: bringup plan has no option "-x""#, #"Try "bringup help plan"."#),
    (
      ["plan", "--root"],
      "argument 2: --root needs a value; write --root DIR, or --root=DIR where it begins with -",
      #"Try "bringup help plan"."#
    ),
    (
      ["plan", "--root", "--quiet"],
      "argument 2: --root needs a value; write --root DIR, or --root=DIR where it begins with -",
      #"Try "bringup help plan"."#
    ),
    (["plan", "--quiet=yes"], "argument 2: --quiet takes no value", #"Try "bringup help plan"."#),
    (
      ["plan", "--format", "yaml"], #"argument 2: --format "yaml" is not one of text, json"#,
      #"Try "bringup help plan"."#
    ),
    (
      ["apply", "--run", "--timeout", "soon"],
      #"argument 3: --timeout "soon" is not a time span above zero; write e.g. 90s, 5min or "1h 30min""#,
      #"Try "bringup help apply"."#
    ),
    (
      ["apply", "--run", "--timeout=0"],
      #"argument 3: --timeout "0" is not a time span above zero; write e.g. 90s, 5min or "1h 30min""#,
      #"Try "bringup help apply"."#
    ),
    (
      ["apply", "--timeout", "5s"], "argument 2: --timeout has no effect without --run",
      #"Try "bringup help apply"."#
    ),
    (
      ["bundle", "a.yaml", "b.yaml", "--check"], #"argument 3: bringup bundle has no use for "b.yaml""#,
      #"Try "bringup help bundle"."#
    ),
    (["bundle", "--check"], "bringup bundle needs MANIFEST", #"Try "bringup help bundle"."#),
    (["bundle", "a.yaml"], "bringup bundle needs -o FILE or --check", #"Try "bringup help bundle"."#),
    (
      ["bundle", "a.yaml", "--check", "-ob.yaml"], "argument 4: --output has no effect with --check",
      #"Try "bringup help bundle"."#
    ),
    (
      ["bundle", "a.yaml", "--check", "--timeout=0"],
      #"argument 4: --timeout "0" is not a time span above zero; write e.g. 90s, 5min or "1h 30min""#,
      #"Try "bringup help bundle"."#
    ),
    (
      ["plan", "--root="],
      #"argument 2: --root "" is not a path: it is empty, holds a NUL, or has more than 4095 bytes"#,
      #"Try "bringup help plan"."#
    ),
    (
      ["plan", "a", ""],
      #"argument 3: "" is not a path: it is empty, holds a NUL, or has more than 4095 bytes"#,
      #"Try "bringup help plan"."#
    ),
    (
      ["plan", "--imds-endpoint", "http://metadata"],
      #"argument 2: --imds-endpoint "http://metadata" is not an HTTP address; write e.g. http://169.254.169.254 or "#
        + "http://[fd00:ec2::254]:80",
      #"Try "bringup help plan"."#
    ),
    (["plan", "--instance-group="], #"argument 2: --instance-group "" is empty"#, #"Try "bringup help plan"."#),
    (
      ["completion"], "bringup completion needs bash|zsh|fish", #"Try "bringup help completion"."#
    ),
    (
      ["completion", "csh"], #"argument 2: "csh" is not one of bash, zsh, fish"#,
      #"Try "bringup help completion"."#
    ),
    (["bootstrap", "--", "server"], "bringup bootstrap needs --role ROLE", #"Try "bringup help bootstrap"."#),
    (
      ["bootstrap", "--role", "worker", "--"], "bringup bootstrap needs -- COMMAND [ARGUMENT...]",
      #"Try "bringup help bootstrap"."#
    ),
    (
      ["bootstrap", "--volum", "/x", "--", "server"],
      #"argument 2: bringup bootstrap has no option "--volum"; did you mean "--volume"?"#,
      #"Try "bringup help bootstrap"."#
    ),
    (
      ["bootstrap", "--role=$(ROLE)", "--", "server"],
      #"argument 2: --role "$(ROLE)" is not a role; write up to 63 letters, digits, -, _ and ., e.g. worker"#,
      #"Try "bringup help bootstrap"."#
    ),
    (
      ["bootstrap", "--role=x", "--profile", "db", "--", "server"],
      "argument 3: --profile has no effect without --preflight", #"Try "bringup help bootstrap"."#
    ),
    (
      ["rollback", "now"], #"argument 2: bringup rollback has no use for "now""#,
      #"Try "bringup help rollback"."#
    ),
    (
      ["apply", "--\u{1B}[2J"], #"argument 2: bringup apply has no option "--\u{1b}[2J""#, #"Try "bringup help apply"."#
    ),
    (
      ["apply --strikt", "x"], #"argument 1: bringup apply has no option "--strikt"; did you mean "--strict"?"#,
      #"Try "bringup help apply"."#
    ),
  ]

  @Test("wrong usage names the word that is wrong, and where to read on", arguments: cases)
  func wrongUsage(words: [String], message: String, hint: String) {
    let error = #expect(throws: UsageError.self) { try Invocation(words) }
    #expect(error?.description == message)
    #expect(error?.hint == hint)
  }

  @Test("a word that is not UTF-8 is refused")
  func notUTF8() {
    let error = #expect(throws: UsageError.self) { try Invocation([Array("plan".utf8), [0x66, 0xFC]]) }
    #expect(
      error?.description == "argument 2: \"f\u{FFFD}\" is not UTF-8; name the directory that holds it instead")
  }
}
