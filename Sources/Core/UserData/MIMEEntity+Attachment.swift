extension MIMEEntity {
  /// The part with its transfer encoding undone.
  ///
  /// - Parameter placement: of the message, `bytes`.
  func attachment(
    in bytes: [UInt8], placement: Placement, reading: TextReading = .asWritten
  ) throws(UserDataError) -> Attachment {
    let origin = placement.origin(at: Position(line: firstLine, column: 1))
    if let problem { throw UserDataError(origin, .blob(.mime(problem))) }
    if let offset = UTF8Text.firstFault(in: bytes[start..<bodyEnd]) {
      let place = position(ofByte: offset, in: bytes)
      throw UserDataError(placement.origin(at: place), .blob(.mime(.notUTF8(bytes[offset]))))
    }
    let text = placement.inner(firstLine: bodyFirstLine)
    var attachment = Attachment(
      fileName: fileName, typeName: typeName, declaredType: headers.contentType, defaultType: type,
      content: [], placement: text.decoded(), origin: origin, mergeHeader: headers.mergeType)
    if headers.value(of: "Launch-Index") != nil { attachment.warnings.append(.launchIndex(at: origin)) }
    do throws(MIMEProblem) {
      try decodeBody(of: bytes, into: &attachment, placement: text, reading)
    } catch {
      throw UserDataError(text.origin(at: .start), .blob(.mime(error)))
    }
    return attachment
  }

  /// The name that `Content-Disposition` gives; nil for an empty one.
  var fileName: PartName? { Self.name(headers.fileName) }

  /// The name that `Content-Type` gives where `Content-Disposition` gives none, not even an empty one. Where the whole
  /// message is one part, cloud-init writes its own type over it.
  private var typeName: PartName? {
    start > 0 && headers.fileName == nil ? Self.name(headers.typeName) : nil
  }

  private static func name(_ text: String?) -> PartName? {
    text.flatMap { $0.isEmpty ? nil : PartName($0) }
  }

  /// As `email.message.Message.get_payload(decode=True)`; read as written, text that is not encoded stays the UTF-8 that
  /// it is, where cloud-init makes `\uXXXX` or Latin-1 of it.
  private func decodeBody(
    of bytes: [UInt8], into attachment: inout Attachment, placement: Placement, _ reading: TextReading
  ) throws(MIMEProblem) {
    let written = bytes[bodyStart..<bodyEnd]
    let body =
      switch reading {
      case .asWritten: written
      case .asPython: PythonText.rawUnicodeEscaped(written)[...]
      }
    switch headers.value(of: "Content-Transfer-Encoding")?.lowercased() {
    case "base64":
      guard let decoded = Base64.decodeMIME(body) else {
        guard case .asPython = reading else { throw .base64CutShort }
        // What no bytes encode to is handed on as it stands, but for its ends of lines.
        attachment.content = body.filter { !ASCII.isLineEnd($0) }
        return
      }
      attachment.content = decoded.content
      if let fault = decoded.fault { attachment.warnings.append(.base64(fault, at: placement.origin(at: .start))) }
    case "quoted-printable":
      attachment.content = QuotedPrintable.decode(body)
    case let name? where ["x-uuencode", "uuencode", "uue", "x-uue"].contains(name):
      throw .encodingUnknown(name)
    case _:
      attachment.content = Array(body)
      attachment.placement = placement
      if let offset = written.firstIndex(where: { $0 >= 0x80 }) {
        let place = Position(ofByte: offset, in: written)
        attachment.warnings.append(.garbledByCloudInit(at: placement.origin(at: place)))
      }
    }
  }

  private func position(ofByte offset: Int, in bytes: [UInt8]) -> Position {
    let place = Position(ofByte: offset, in: bytes[start..<bodyEnd])
    return Position(line: firstLine + place.line - 1, column: place.column)
  }
}
