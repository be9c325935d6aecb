/// Writes content into a manifest's text where a reference stands.
struct ContentWriter {
  let text: [UInt8]

  /// The edits that put `content` in the reference's place, in the order of the text.
  func edits(_ content: [UInt8], for reference: Reference) throws(BundleProblem) -> [Splice] {
    let isText = UTF8Text.firstFault(in: content[...]) == nil
    switch reference.form {
    case .text:
      if reference.isScript, content.isEmpty { throw .emptyScript }
      guard !isText || !ReferenceAddress.begins(content) else { throw .contentIsAddress }
      return isText
        ? write(content, at: reference.site)
        : write(Base64.encodeLines(content), at: reference.site, behind: "!!binary ")
    case .image:
      guard let type = ImageType(of: content) else { throw .notAnImage }
      let url = Array("data:\(type.rawValue);base64,".utf8) + Base64.encode(content)
      return [Splice(range: reference.site.extent, bytes: DoubleQuoted.scalar(url))]
    case .file:
      return isText
        ? write(content, at: reference.site, behind: key("content", at: reference.site))
        : write(Base64.encodeLines(content), at: reference.site, behind: encodedKey(at: reference.site))
    }
  }

  private func write(_ content: [UInt8], at site: ReferenceSite, behind lead: String = "") -> [Splice] {
    let lead = Array(lead.utf8)
    guard case .block(let outer) = site.layout else {
      return [Splice(range: site.extent, bytes: lead + DoubleQuoted.scalar(content))]
    }
    let indent = outer + LiteralBlock.step
    let line = line(of: site)
    guard let block = LiteralBlock(content), block.ends(before: line.next, of: text, indent: indent) else {
      let margin = line.end + [UInt8](repeating: UInt8(ascii: " "), count: indent)
      return [Splice(range: site.extent, bytes: lead + DoubleQuoted.scalar(content, margin: margin))]
    }
    let body = (line.isEnded ? [] : line.end) + block.body(indent: indent, lineEnd: line.end)
    return [
      Splice(range: site.extent, bytes: lead + block.header), Splice(range: line.next..<line.next, bytes: body),
    ]
  }

  /// `content: `, quoted where the manifest may be JSON.
  private func key(_ name: String, at site: ReferenceSite) -> String {
    switch site.layout {
    case .inline: "\"\(name)\": "
    case .block: "\(name): "
    }
  }

  private func encodedKey(at site: ReferenceSite) -> String {
    switch site.layout {
    case .inline: return "\"encoding\": \"base64\", \"content\": "
    case .block(let indent):
      let lineEnd = String(decoding: line(of: site).end, as: UTF8.self)
      return "encoding: base64\(lineEnd)\(String(repeating: " ", count: indent))content: "
    }
  }

  /// The rest of a line: how it ends, and where the next one begins.
  private struct Line {
    /// CR LF where it ends so, else LF: what is written below it ends the same way.
    let end: [UInt8]
    let next: Int
    /// The last line of a text need not be.
    let isEnded: Bool
  }

  private func line(of site: ReferenceSite) -> Line {
    var at = site.extent.upperBound
    while at < text.count && YAMLCharacters.lineBreak(at: at, in: text) == 0 { at += 1 }
    let length = YAMLCharacters.lineBreak(at: at, in: text)
    let isDOS = length == 2 && text[at] == UInt8(ascii: "\r")
    return Line(end: Array((isDOS ? "\r\n" : "\n").utf8), next: at + length, isEnded: length > 0)
  }
}
