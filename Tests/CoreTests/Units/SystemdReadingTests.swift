import Core
import Testing

/// Our readings against the installed systemd's, on generated input.
@Suite(.enabled(if: SystemdAnalyze.isInstalled, "needs systemd-analyze"))
struct SystemdReadingTests {
  @Test("systemd starts a quoted argument list with exactly its arguments")
  func quoted() throws {
    var random = SplitMix(seed: 1)
    let lists = (0..<300).map { _ in ["/bin/true"] + Samples.arguments(&random) }
    let lines = try lists.map { "ExecStartPre=" + (try ExecLine.quote($0)) }
    let text = "[Service]\nType=oneshot\nExecStart=/bin/true\n" + lines.joined(separator: "\n") + "\n"
    let reading = try SystemdAnalyze.read([Array(text.utf8)])[0]
    #expect(reading.complaints == [])
    let shown = reading.commands["ExecStartPre", default: []]
    try #require(shown.count == lists.count)
    for (list, arguments) in zip(lists, shown) {
      #expect(arguments.map(Samples.withoutDollars) == list.map { Array($0.utf8) })
    }
  }

  @Test("a command line is taken apart, or refused, where systemd does so", arguments: 1...4)
  func commandLines(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let lines = (0..<250).map { _ in Samples.commandLine(&random) }
    let texts = lines.map { Array("[Service]\nType=oneshot\nExecStart=/bin/true\nExecStartPre=\($0)\n".utf8) }
    for (line, reading) in zip(lines, try SystemdAnalyze.read(texts)) {
      let complaints = Self.serious(reading.complaints)
      do throws(UnitProblem) {
        let commands = try ExecLine.parse(line).commands
        #expect(complaints == [], "\(line)")
        guard commands.allSatisfy({ $0.arguments != nil }) else { continue }
        let ours = commands.compactMap { $0.arguments?.map { Array($0.utf8) } }
        #expect(ours == reading.commands["ExecStartPre", default: []], "\(line)")
      } catch {
        #expect(complaints != [] || reading.commands["ExecStartPre"] == nil, "\(line): \(error.sentence)")
      }
    }
  }

  @Test("a unit file is read, or complained about, where systemd does so", arguments: 11...16)
  func unitFiles(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let texts = (0..<250).map { _ in Samples.unitFile(&random) }
    var read = 0
    for (text, reading) in zip(texts, try SystemdAnalyze.read(texts)) {
      let shown = String(decoding: text, as: UTF8.self)
      do throws(UserDataError) {
        let file = try UnitFile.parse(text, of: .service, placement: .whole("t.service"))
        #expect(Self.serious(reading.complaints) == [], "\(shown)")
        read += 1
        for directive in ["ExecStartPre", "ExecStopPost", "ExecStop"] {
          let ours = file.expected.compactMap { expectation -> [[UInt8]]? in
            guard case .command(directive, let arguments) = expectation else { return nil }
            return arguments.map { Array($0.utf8) }
          }
          #expect(ours == reading.commands[directive, default: []], "\(shown)")
        }
      } catch {
        #expect(reading.complaints != [], "\(error) in \(shown)")
      }
    }
    #expect(read > 25)
  }

  /// Complaints that are errors here too: an unknown directive may be known to another version of systemd, and an
  /// unknown escape stays as it is.
  static func serious(_ complaints: [String]) -> [String] {
    complaints.filter { !$0.contains("Unknown key") && !$0.contains("Ignoring unknown escape sequences") }
  }

  @Test("systemd reads the drop-in of a document as it is expected to")
  func dropIn() throws {
    let document = """
      a.service:
        execStartPre: [-/bin/true "a b" 5%% $$A, [/bin/true, 5%, $A, "a\\n[Unit]\\nX=", 'q"\\', ""]]
        environment: {A: "b c", P: '5% "\\'}
        restart: no
        timeoutSec: 5min
        raw: |
          [Service]
          ExecStopPost=/bin/true \\
            # in between
            c
      """
    let node = try #require(try YAML.parse(Array(document.utf8), placement: .whole("a")))
    var errors: [UserDataError] = []
    let dropIns = DropIns.decode(node, of: PartName("a"), in: .whole("a"), errors: &errors)
    #expect(errors == [])
    let dropIn = try #require(dropIns.first)
    let reading = try SystemdAnalyze.read([Array("[Service]\nType=oneshot\nExecStart=/bin/true\n".utf8) + dropIn.text])[
      0]
    #expect(reading.complaints == [])
    for property in ["ExecStartPre", "ExecStopPost"] {
      let expected = dropIn.expected.compactMap { expectation -> [[UInt8]]? in
        guard case .command(property, let arguments) = expectation else { return nil }
        return arguments.map { Array($0.utf8) }
      }
      #expect(!expected.isEmpty)
      #expect(reading.commands[property] == expected)
    }
  }

  @Test("a time span is as long as systemd says, or refused where systemd refuses it")
  func timeSpans() throws {
    var random = SplitMix(seed: 21)
    let pieces = [
      "0", "1", "90", "5", "1.5", ".5", "1.", "+3", "-1", " ", " ", "s", "sec", "seconds", "m", "min", "M", "month",
      "h", "hr",
      "d", "w", "y", "ms", "us", "\u{3BC}s", "\u{B5}s", "x", "infinity", "9223372036854775807", "18446744073709",
      "0.0000001",
    ]
    for _ in 0..<150 {
      let span = (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      var ours: UInt64?
      do throws(UnitProblem) { ours = try TimeSpan.parse(span).microseconds } catch { ours = nil }
      #expect(try SystemdAnalyze.microseconds(of: span) == ours, "\(span)")
    }
  }
}
