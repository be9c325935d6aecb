/// What can be wrong in a MIME message or a part of one.
package enum MIMEProblem: Swift.Error, Hashable, Sendable {
  case noVersion
  case blankLineBeforeHeaders
  case noBoundary
  case noParts
  case boundaryNeverSeen(String)
  case cutShort(part: PartName)
  case headersTooLong
  case nestedTooDeep
  case encodingUnknown(String)
  case base64CutShort
  /// A byte of the part as it lies in the message, decoded or not.
  case notUTF8(UInt8)

  package var sentence: String {
    switch self {
    case .noVersion:
      "the MIME message has no MIME-Version header, so cloud-init ignores it; add the header line MIME-Version: 1.0"
    case .blankLineBeforeHeaders:
      "the MIME message begins with an empty line, so cloud-init sees no headers; take the line out"
    case .noBoundary: "the multipart type declares no boundary; add boundary=\"...\" to Content-Type"
    case .noParts: "the multipart message closes before its first part"
    case .boundaryNeverSeen(let boundary):
      "the multipart type declares the boundary \(Printable.quote(boundary)), which no line holds; was it cut short?"
    case .cutShort(let part):
      "the MIME message ends inside part \"\(part)\": closing boundary missing; was it cut short?"
    case .headersTooLong: "the headers are longer than \(Limits.mimeHeaderBytes >> 10) KiB"
    case .nestedTooDeep: "MIME parts are nested more than \(Limits.partNesting) deep"
    case .encodingUnknown(let name):
      "Content-Transfer-Encoding \(Printable.quote(name)) is not known; use base64, quoted-printable, 7bit or 8bit"
    case .base64CutShort: "the base64 text has a length that nothing encodes to; was it cut short?"
    case .notUTF8(let byte):
      "\(Printable.hex(byte)) is not UTF-8, and cloud-init refuses the whole message for it; encode the part as base64"
    }
  }
}
