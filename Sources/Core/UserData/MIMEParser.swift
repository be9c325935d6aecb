/// Reads a MIME message into its parts: one pass over its lines, as Python's `email.feedparser` makes it.
///
/// `Content-Type: multipart/mixed; boundary=B\n\n--B\n\n#!/bin/sh\n--B--\n` has one part, `#!/bin/sh`: the end of line
/// before a delimiter belongs to the delimiter. Nested multiparts are flattened in order; text before the first
/// delimiter and after the last is passed over.
struct MIMEParser {
  /// The parts in order; one more than ``Limits/parts`` where there are too many.
  private(set) var entities: [MIMEEntity] = []
  /// The outermost multipart has its closing delimiter, or there is no multipart.
  private(set) var isClosed = true

  private var lines: MIMELines
  /// How many `message/*` parts are being read.
  private var messageDepth = 0

  /// Throws where the message cannot be read as a whole; what is wrong with one part is kept with the part.
  init(parsing bytes: [UInt8]) throws(MIMEProblem) {
    lines = MIMELines(of: bytes)
    try parseEntity(depth: 0, defaultType: "text/plain")
  }

  private mutating func parseEntity(depth: Int, defaultType: String) throws(MIMEProblem) {
    let (start, firstLine) = (lines.offset, lines.number)
    let headers = MIMEHeaders(from: &lines)
    let type = headers.contentType ?? defaultType
    var entity = MIMEEntity(
      headers: headers, type: type, start: start, firstLine: firstLine, bodyStart: lines.offset,
      bodyFirstLine: lines.number, messageDepth: messageDepth)
    do throws(MIMEProblem) {
      guard !headers.isTooLong else { throw .headersTooLong }
      guard depth < Limits.partNesting || entity.container == .none else { throw .nestedTooDeep }
      switch entity.container {
      case .multipart:
        try parseMultipart(
          headers, childType: type == "multipart/digest" ? "message/rfc822" : "text/plain", depth: depth)
      case .message:
        // Python has the message in the list beside what it holds, with no content of its own.
        append(entity)
        messageDepth += 1
        defer { messageDepth -= 1 }
        try parseEntity(depth: depth + 1, defaultType: "text/plain")
      case .none:
        passBody(of: &entity)
        append(entity)
      }
    } catch {
      guard depth > 0 else { throw error }
      passBody(of: &entity)
      entity.problem = error
      append(entity)
    }
  }

  private mutating func parseMultipart(
    _ headers: MIMEHeaders, childType: String, depth: Int
  ) throws(MIMEProblem) {
    guard let boundary = headers.boundary else { throw .noBoundary }
    let isOutermost = lines.boundaries.isEmpty
    try passPreamble(of: boundary)
    var closes = false
    var last: MIMEBoundary.Delimiter
    repeat {
      // Delimiters in a row have no part between them, and a closing one among them ends nothing.
      while let line = lines.peek(), let delimiter = boundary.delimiter(line, of: lines.bytes) {
        lines.pass(line)
        closes = closes || delimiter == .closing
      }
      lines.boundaries.append(boundary)
      try parseEntity(depth: depth + 1, defaultType: childType)
      lines.boundaries.removeLast()
      guard let line = lines.peek(), let delimiter = boundary.delimiter(line, of: lines.bytes) else {
        if isOutermost { isClosed = closes }
        return
      }
      lines.pass(line)
      last = delimiter
    } while last == .opening
    _ = lines.passAll()
  }

  /// Passes the lines up to and with the first delimiter.
  private mutating func passPreamble(of boundary: MIMEBoundary) throws(MIMEProblem) {
    while let line = lines.peek() {
      lines.pass(line)
      switch boundary.delimiter(line, of: lines.bytes) {
      case .opening: return
      case .closing: throw .noParts
      case nil: continue
      }
    }
    throw .boundaryNeverSeen(boundary.description)
  }

  private mutating func passBody(of entity: inout MIMEEntity) {
    let isEnclosed = !lines.boundaries.isEmpty
    let lastLineEnd = lines.passAll()
    entity.bodyEnd = isEnclosed ? lastLineEnd : lines.offset
  }

  private mutating func append(_ entity: MIMEEntity) {
    entities.append(entity)
    if entities.count > Limits.parts { lines.passEverything() }
  }
}
