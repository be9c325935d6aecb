extension JSON {
  /// Reads one JSON value (RFC 8259) with nothing but white space around it.
  ///
  /// `{"a": [1, 2.5], "a": null}` becomes `.object([Member("a", .null)])`: of members with one name the last counts, in
  /// the place of the first, as Python's `json.loads` has it. Strict: no comments, no trailing commas, no byte order
  /// mark. The escape of a lone surrogate, which no Swift string can hold, becomes U+FFFD. An integer beyond 64 bits
  /// becomes a `.number`.
  package init(parsing bytes: [UInt8], limit: Int = Limits.stateBytes) throws(JSONError) {
    guard bytes.count <= limit else {
      throw JSONError(position: .start, problem: .tooLarge(bytes: bytes.count, limit: limit))
    }
    var reader = JSONReader(bytes: bytes)
    do {
      self = try reader.document()
    } catch {
      throw JSONError(position: reader.position(of: error.offset), problem: error.problem)
    }
  }
}

/// A problem at a byte offset, before that is made a line and column.
struct JSONFault: Swift.Error {
  let offset: Int
  let problem: JSONProblem
}

struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONFault) -> JSON {
    let result = try value(depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw fault(.trailing) }
    return result
  }

  mutating func value(depth: Int) throws(JSONFault) -> JSON {
    skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let other: throw fault(.expected("a value", found: other))
    }
  }

  mutating func object(depth: Int) throws(JSONFault) -> JSON {
    guard depth <= Limits.jsonDepth else { throw fault(.tooDeep) }
    offset += 1
    var members: [JSON.Member] = []
    var places = MemberPlaces()
    skipSpace()
    if try take("}") { return .object([]) }
    repeat {
      skipSpace()
      let first = try peek()
      guard first == UInt8(ascii: "\"") else { throw fault(.expected("a member's name in quotes", found: first)) }
      let name = try string()
      skipSpace()
      guard try take(":") else { throw fault(.expected("':'", found: bytes[offset])) }
      let member = JSON.Member(name, try value(depth: depth))
      if let place = places.place(of: name, among: members) {
        members[place] = member
      } else {
        members.append(member)
      }
      skipSpace()
    } while try take(",")
    guard try take("}") else { throw fault(.expected("',' or '}'", found: bytes[offset])) }
    return .object(members)
  }

  mutating func array(depth: Int) throws(JSONFault) -> JSON {
    guard depth <= Limits.jsonDepth else { throw fault(.tooDeep) }
    offset += 1
    var items: [JSON] = []
    skipSpace()
    if try take("]") { return .array([]) }
    repeat {
      items.append(try value(depth: depth))
      skipSpace()
    } while try take(",")
    guard try take("]") else { throw fault(.expected("',' or ']'", found: bytes[offset])) }
    return .array(items)
  }
}

extension JSONReader {
  /// The next byte; nil at the end.
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func peek() throws(JSONFault) -> UInt8 {
    guard let current else { throw fault(.ended) }
    return current
  }

  /// Steps over `character` where it comes next.
  mutating func take(_ character: Unicode.Scalar) throws(JSONFault) -> Bool {
    guard try peek() == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  mutating func skipDigits() -> Int {
    let start = offset
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  func fault(_ problem: JSONProblem) -> JSONFault {
    JSONFault(offset: offset, problem: problem)
  }

  func position(of offset: Int) -> Position {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Position(line: line, column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1)
  }
}
