import Core
import Foundation
import Testing

/// Messages taken apart as the `email` package of this machine's Python takes them apart.
@Suite struct MIMEPythonTests {
  @Test("six hundred messages, odd ones among them, come to the parts that Python's email sees")
  func messages() throws {
    var random = LinearRandom(seed: 7)
    let messages = (0..<600).map { _ in "MIME-Version: 1.0\n\(container(&random, depth: 0))" }
    let input = Data(messages.joined(separator: "\u{0}").utf8)
    let printed = try #require(try python(Self.script, input: input), "no /usr/bin/python3 here")
    let seen = try #require(try JSON(parsing: Array(printed)).array)
    try #require(seen.count == messages.count)
    for (message, parts) in zip(messages, seen) {
      let ours = PartDecoder.decode([source(message)]).parts.map { part in
        [part.type.name, part.name.description, Data(part.content).base64EncodedString()]
      }
      #expect(ours == parts.array?.map { $0.array?.compactMap(\.string) ?? [] }, "\(message.debugDescription)")
    }
  }

  /// The walk of cloud-init's `UserDataProcessor` over types that it does not sniff, sorted by name.
  private static let script = """
    import base64, email, json, sys

    def parts(text):
        found = []
        for part in email.message_from_string(text).walk():
            if part.get_content_maintype() == "multipart":
                continue
            name = part.get_filename() or "part-%03d" % (len(found) + 1)
            content = part.get_payload(decode=True) or b""
            found.append([part.get_content_type(), name, base64.b64encode(content).decode()])
        return sorted(found, key=lambda part: part[1])

    messages = sys.stdin.buffer.read().decode().split("\\0")
    json.dump([parts(message) for message in messages], sys.stdout)
    """

  private func container(_ random: inout LinearRandom, depth: Int) -> String {
    let boundary = random.pick("B", "BB", "B B", "=_x", "B--", "")
    let end = random.pick("\n", "\n", "\r\n", "\r")
    let start = random.pick("Content-Type: multipart/mixed; boundary=", "content-type:\tMultipart/X;\n Boundary = ")
    let preamble = random.pick("", "preamble\(end)", "--C\(end)")
    var text = "\(start)\"\(boundary)\"\(random.pick("", " ; a=b", ";"))\(end)\(end)\(preamble)"
    for _ in 0..<1 + random.next(below: 3) {
      text += "--\(boundary)\(random.pick("", "", " \t"))\(end)\(random.pick("", "", "", "--\(boundary)\(end)"))"
      let isContainer = depth < 3 && random.next(below: 5) == 0
      text += isContainer ? container(&random, depth: depth + 1) : leaf(&random, end)
      text += end
    }
    // The outermost is always closed: one that is not is taken for cut short.
    let closing = "--\(boundary)--\(random.pick("", end, " \(end)epilogue"))"
    return text + (depth == 0 ? closing : random.pick(closing, closing, "--\(boundary)", ""))
  }

  private func leaf(_ random: inout LinearRandom, _ end: String) -> String {
    let type = random.pick("text/cloud-config", "TEXT/Cloud-Boothook", "image/png")
    let typeParameter = random.pick("", "; charset=utf-8", ";\n\tname=n", "; name=\"a b\"")
    let field = random.pick(
      "X: y", "Content-Disposition: a; filename=f", "content-disposition: a;\r\n FileName=\"x;\\\"y\"",
      "Content-Disposition: a; filename*0=a; filename*1=b", "Content-Disposition: a; filename*=utf-8''%c3%a9",
      ": nothing", "Subject: a\n  folded\n\tthing")
    let (encoding, body) = random.pick(
      ("base64", "YWJj"), ("base64", "YW\nJj\r\nZA=="), ("BASE64", "YWI"), ("base64", "Y!WJj"),
      ("quoted-printable", "a=3D=\nb=zz"), ("7bit", "a: 1\n"), ("8bit", "a\rb\r\nc\n\n"), ("x", ""),
      ("7bit", "--\n--Bx\n-- B"), ("7bit", "\n\na"))
    // Before base64 it would be read as some of it, and come to what this program refuses.
    let isBase64 = encoding.lowercased() == "base64"
    let separator = isBase64 ? end : random.pick(end, end, "no blank line\n")
    return "Content-Type: \(type)\(typeParameter)\(end)\(field)\(end)Content-Transfer-Encoding: \(encoding)\(end)"
      + "\(separator)\(body)"
  }
}
