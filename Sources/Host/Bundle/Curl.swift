internal import Core
internal import Glibc

/// Fetches a URL with the system's curl(1).
package struct Curl: Sendable {
  private let environment: Environment
  private let timeLimit: Duration
  private let interrupt: Interrupt?
  /// Bytes of the most that is taken; a test's are fewer.
  var sizeLimit = Limits.referenceBytes

  /// `timeLimit` is for one URL, redirections included. Of `environment`, curl takes its proxies and certificates, and this
  /// `PATH` and `TMPDIR`.
  package init(environment: Environment, timeLimit: Duration, interrupt: Interrupt? = nil) {
    self.environment = environment
    self.timeLimit = timeLimit
    self.interrupt = interrupt
  }

  /// The body of what `url` answers with status 200.
  package func fetch(_ url: String) throws(HostError) -> [UInt8] {
    guard let path = find() else {
      throw HostError(
        "fetch", ShownAddress.of(url), said: "there is no curl in PATH; install it, or fetch the file yourself")
    }
    let file = try DownloadFile(in: environment["TMPDIR"] ?? "/tmp")
    // Arguments can be seen by every user of the node, and a URL may hold a password.
    let settings = try ScriptFile.write(Curl.settings(url), name: "settings", places: [environment["TMPDIR"] ?? "/tmp"])
    let details = try program(path, url, settings: settings.path, into: file.path).run(until: interrupt)
    if let why = failure(details) { throw HostError("fetch", ShownAddress.of(url), said: why) }
    do throws(Errno) {
      return try file.read(limit: sizeLimit)
    } catch {
      throw error == .tooLarge
        ? HostError("fetch", ShownAddress.of(url), said: tooLarge) : HostError("fetch", ShownAddress.of(url), error)
    }
  }

  /// In the syntax of curl's own files of options (curl(1), `--config`).
  private static func settings(_ url: String) -> [UInt8] {
    var line = Array("url = \"".utf8)
    for byte in url.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { line.append(UInt8(ascii: "\\")) }
      line.append(byte)
    }
    return line + Array("\"\n".utf8)
  }

  private var tooLarge: String { "larger than \(sizeLimit >> 20) MiB, the most that is put into a manifest" }

  private func find() -> String? {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/curl" }.first { access($0, X_OK) == 0 }
  }

  /// curl before 8.4 does not end a download that turns out to be too large, so the shell sets the kernel's own limit (in
  /// units of 512 bytes), rounded up: what is a little too large is then found when it is read.
  private func program(_ curl: String, _ url: String, settings: String, into body: String) -> Program {
    let (seconds, attoseconds) = timeLimit.components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    let fraction = String(milliseconds + 1000).dropFirst()
    // A page that came by https does not send on to one that anybody on the way could have written.
    let redirections = url.hasPrefix("https:") ? "=https" : "=http,https"
    var program = Program("/bin/sh", environment: environment, timeLimit: timeLimit + .seconds(2))
    program.arguments = [
      "-c", "ulimit -f \"$0\" && exec \"$@\"", String((sizeLimit + 511) / 512), curl, "--disable", "--silent",
      "--show-error", "--fail", "--globoff", "--location", "--max-redirs", "5", "--proto", "=http,https",
      "--proto-redir", redirections, "--max-time", "\(seconds).\(fraction)", "--max-filesize", String(sizeLimit),
      "--output", body, "--write-out", "%{http_code}", "--config", settings,
    ]
    program.survivors = .die
    return program
  }

  /// Nil where the body came whole, and is what was asked for: a redirection that leads nowhere has one, too.
  private func failure(_ details: CommandDetails) -> String? {
    switch details.end {
    case .exited(0):
      let status = String(decoding: details.output.suffix(3), as: UTF8.self)
      if status == "200" { return nil }
      return "it answered \(Printable.escape(status)), not 200; give the URL of the content itself"
    case .exited(28), .timedOut: return "it did not come within \(timeLimit) (--timeout)"
    case .exited(63), .signalled(SIGXFSZ): return tooLarge
    case .exited(let status): return said(by: details) ?? "curl ended with status \(status) (curl(1), EXIT CODES)"
    case .signalled(let signal): return "curl was ended by signal \(signal)"
    case .interrupted(let signal): return "bringup was asked to end by signal \(signal)"
    case .notStarted(let why): return "/bin/sh: \(why)"
    }
  }

  /// `curl: (22) The requested URL returned error: 404`: what follows the number.
  private func said(by details: CommandDetails) -> String? {
    for line in details.output.split(separator: UInt8(ascii: "\n")) where line.starts(with: "curl: (".utf8) {
      guard let end = line.firstIndex(of: UInt8(ascii: ")")) else { continue }
      let words = line[(end + 1)...].drop(while: { $0 == UInt8(ascii: " ") })
      if !words.isEmpty { return Printable.escape(String(decoding: words, as: UTF8.self)) }
    }
    return nil
  }
}
