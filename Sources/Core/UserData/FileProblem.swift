/// What is wrong with an entry of `write_files` or `files`: cloud-init stops at such an entry and writes none after it.
package enum FileProblem: Hashable, Sendable {
  case notAList(key: String, found: String)
  case tooMany(key: String)
  case notAMapping(key: String, found: String)
  case pathNotText(found: String)
  case path(AbsolutePath.Fault, String)
  case pathNotUTF8
  case contentNotText(found: String)
  case contentTooLarge
  case contentNotASCII
  case base64Padding
  case gzip(GzipProblem)
  case encodingNotText(found: String)
  case permissionsOutOfRange
  case ownerNotText(found: String)
  case ownerMisread(Int)
  case ownerOutOfRange
  /// What cloud-init alone stops at, told by `explain`.
  case noLookup(AccountLookup)
  case contentIsNull
  case pathBelowFile
  case sourceNotAMapping(found: String)

  /// A name that no account can have.
  package enum AccountLookup: Hashable, Sendable {
    case number(String)
    case colon(String)
    case control
  }

  package var sentence: String {
    switch self {
    case .notAList(let key, let found): "\(key) is \(found); write a list of entries, each with a path"
    case .tooMany(let key): "\(key) has more than \(Limits.files) entries"
    case .notAMapping(let key, let found): "an entry of \(key) is \(found); write a mapping with a path"
    case .pathNotText(let found): "path is \(found); write an absolute path, in quotes if need be"
    case .path(let fault, let text): "path \(Printable.quote(text)) \(Self.sentence(fault))"
    case .pathNotUTF8: "path is not UTF-8; write the path of a file as text"
    case .contentNotText(let found): "content is \(found); quote it, or write it as a block after \"content: |\""
    case .contentTooLarge: "the files of this part hold more than \(Limits.contentBytesPerPart) bytes"
    case .contentNotASCII: "content is not base64: it holds characters beyond ASCII"
    case .base64Padding: "content is not base64: its end is missing, or its padding; encode it again"
    case .gzip(let problem): "content cannot be inflated: \(problem.sentence)"
    case .encodingNotText(let found): "encoding is \(found); write b64, gz or gz+b64, or leave it out"
    case .permissionsOutOfRange: "permissions is a number beyond any mode; write e.g. \"0755\""
    case .ownerNotText(let found): "owner is \(found); write \"USER:GROUP\""
    case .ownerMisread(let number):
      "owner was read as the number \(number), in base 60, 16, 8 or 2; quote it, e.g. \"33:33\""
    case .noLookup(.number(let text)):
      "owner holds the number \(Printable.quote(text)), which cloud-init looks up as a name; write a name"
    case .noLookup(.colon(let text)): "owner holds the name \(Printable.quote(text)), which no account has"
    case .noLookup(.control): "owner holds a character that no account's name has"
    case .contentIsNull: "content has no value; write content: \"\" for an empty file"
    case .pathBelowFile: "path lies below a file that an earlier entry writes; give one of them another path"
    case .sourceNotAMapping(let found): "source is \(found); write source: {uri: URL}"
    case .ownerOutOfRange: "owner is a number below 0 or above \(UInt32.max - 1); write a user's name or number"
    }
  }

  /// cloud-init would go on.
  var isLimit: Bool {
    switch self {
    case .contentTooLarge, .tooMany: true
    case .gzip(let problem): problem.isLimit
    case .notAList, .notAMapping, .pathNotText, .path, .pathNotUTF8, .contentNotText, .contentNotASCII, .base64Padding,
      .encodingNotText, .permissionsOutOfRange, .ownerNotText, .ownerMisread, .ownerOutOfRange, .noLookup,
      .contentIsNull,
      .pathBelowFile, .sourceNotAMapping:
      false
    }
  }

  private static func sentence(_ fault: AbsolutePath.Fault) -> String {
    switch fault {
    case .empty: "is empty; write an absolute path"
    case .relative: "is relative; write an absolute path"
    case .holdsNUL: "holds a NUL character; remove it"
    case .tooLong: "is too long; 4095 bytes are allowed, 255 between slashes"
    case .directory: "names a directory; write the path of a file"
    }
  }
}
