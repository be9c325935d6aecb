/// A part of a MIME message, before its transfer encoding is undone: where it lies in the bytes of the message.
struct MIMEEntity {
  enum Container {
    case none
    /// `multipart/*`.
    case multipart
    /// `message/*`, which holds one message. The blocks of `message/delivery-status` are no user-data.
    case message
  }

  let headers: MIMEHeaders
  /// The declared type, else what its container says: `text/plain`, or `message/rfc822` in `multipart/digest`.
  let type: String
  /// Where its headers begin.
  let start: Int
  let firstLine: Int
  let bodyStart: Int
  let bodyFirstLine: Int
  /// The end of line before a delimiter is no part of the body.
  var bodyEnd: Int
  /// How many `message/*` parts it lies in.
  let messageDepth: Int
  /// Why its body was not read.
  var problem: MIMEProblem?

  init(
    headers: MIMEHeaders, type: String, start: Int, firstLine: Int, bodyStart: Int, bodyFirstLine: Int,
    messageDepth: Int
  ) {
    self.headers = headers
    self.type = type
    self.start = start
    self.firstLine = firstLine
    self.bodyStart = bodyStart
    self.bodyFirstLine = bodyFirstLine
    bodyEnd = bodyStart
    self.messageDepth = messageDepth
  }

  var container: Container {
    if type.utf8.starts(with: "multipart/".utf8) { return .multipart }
    return type.utf8.starts(with: "message/".utf8) && type != "message/delivery-status" ? .message : .none
  }
}
