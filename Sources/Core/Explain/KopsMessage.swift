/// The MIME message that kops makes of an instance group's user-data (`AWSMultipartMIME` of its nodeup model), with a stand-in
/// for the script that only kops can make.
///
/// Nothing in a part is escaped: a line `--MIMEBOUNDARY` in a content divides it, as it does on a node.
struct KopsMessage {
  private(set) var bytes: [UInt8] = []
  /// The line that is appended next.
  private var line = 1
  /// Where each content lies, in ``bytes`` and in the manifest; the first is that of `nodeup.sh`.
  private var contents: [Content] = []

  private struct Content {
    let start: Int
    let firstLine: Int
    let placement: Placement
    let origin: Origin
  }

  /// - Parameters:
  ///   - parts: as ``KopsManifest/attachment(of:)`` gives them.
  ///   - placement: of the manifest.
  init(_ parts: [Attachment], placement: Placement) {
    let nodeup = Attachment(
      fileName: PartName("nodeup.sh"), declaredType: "text/x-shellscript", content: Array("#!/bin/bash\n".utf8),
      placement: placement.decoded(part: "nodeup.sh"), origin: placement.origin)
    append(Self.head.utf8)
    for part in [nodeup] + parts { append(part) }
    append(Self.tail.utf8)
  }

  private mutating func append(_ part: Attachment) {
    let name = String(String.UnicodeScalarView((part.fileName?.codePoints ?? []).compactMap(Unicode.Scalar.init)))
    append(Self.partHead(name: name, type: part.declaredType ?? "").utf8)
    contents.append(
      Content(start: bytes.count, firstLine: line, placement: part.placement, origin: part.origin))
    append(part.content)
    append(Self.partTail.utf8)
  }

  private mutating func append(_ text: some Collection<UInt8>) {
    let start = bytes.count
    bytes += text
    line += Position(ofByte: bytes.count, in: bytes[start...]).line - 1
  }

  /// Where the body of a part of the parsed message lies in the manifest, and where the part that it is of begins.
  func place(of entity: MIMEEntity) -> (placement: Placement, origin: Origin)? {
    var (low, high) = (0, contents.count)
    while low < high {
      let middle = (low + high) / 2
      if contents[middle].start <= entity.bodyStart { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let content = contents[low - 1]
    let line = max(1, entity.bodyFirstLine - content.firstLine + 1)
    return (content.placement.inner(firstLine: line), content.origin)
  }
}

extension KopsMessage {
  static let head = "Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\r\nMIME-Version: 1.0\r\n\r\n"
  static let partTail = "\r\n"
  static let tail = "--MIMEBOUNDARY--\r\n"

  static func partHead(name: String, type: String) -> String {
    "--MIMEBOUNDARY\r\nContent-Disposition: attachment; filename=\"\(name)\"\r\n"
      + "Content-Transfer-Encoding: 7bit\r\nContent-Type: \(type)\r\nMime-Version: 1.0\r\n\r\n"
  }
}
