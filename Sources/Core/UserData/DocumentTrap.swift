/// What cloud-init puts up with, though it is hardly what was meant.
///
/// In a cloud-config, cloud-init's reading stands and a warning tells of it; in a document of this program it is an
/// error, because nothing there has to be read as cloud-init reads it.
package enum DocumentTrap: Hashable, Sendable {
  case unknownKey(String, of: String, known: [String])
  case keyNotText(of: String, found: String)
  case duplicateKey(String, of: String)
  case filesNotAList(key: String, found: String)
  case noPath
  case parentReference(written: String, taken: String)
  case contentIsNull
  case unknownEncoding(String)
  case permissionsNotOctal(String)
  /// An unquoted decimal number: `755` is not 0755.
  case permissionsDecimal(Int)
  case permissionsFraction
  /// cloud-init takes zero for no permissions at all, and sets none then.
  case permissionsZero
  case notABoolean(key: String, found: String)
  case sourceWithoutURI

  /// What is wrong, and what to write instead.
  package var sentence: String {
    switch self {
    case .unknownKey(let key, let parent, let known):
      "\(Printable.quote(key)) is not a key of \(parent); \(Self.suggestion(key, among: known))"
    case .keyNotText(let parent, let found): "a key of \(parent) is \(found); quote it"
    case .duplicateKey(let key, let parent): "\(key) is in \(parent) twice; keep one"
    case .filesNotAList(let key, let found): "\(key) is \(found); write a list of entries, each with a path"
    case .noPath: "the entry has no path; write an absolute path"
    case .parentReference(let written, let taken):
      "path \(Printable.quote(written)) holds \"..\"; write \(Printable.quote(taken))"
    case .contentIsNull: "content has no value; write content: \"\" for an empty file"
    case .unknownEncoding(let found): "encoding \(found) is unknown; write b64, gz or gz+b64, or leave it out"
    case .permissionsNotOctal(let found): "permissions \(found) is not octal; write e.g. \"0755\""
    case .permissionsDecimal(let number):
      "permissions \(number) is decimal, which makes mode \(Self.mode(number)); write \"\(Self.meant(number))\""
    case .permissionsFraction: "permissions is a number with a fraction; write e.g. \"0755\""
    case .permissionsZero: "permissions is zero, which sets no mode; write e.g. \"0600\""
    case .notABoolean(let key, let found): "\(key) \(found) is not a boolean; write true or false"
    case .sourceWithoutURI: "source has no uri; write source: {uri: URL}"
    }
  }

  /// What comes of it in a cloud-config.
  package var consequence: String {
    switch self {
    case .unknownKey, .keyNotText, .sourceWithoutURI: "it is ignored"
    case .duplicateKey: "the last one counts"
    case .filesNotAList: "it is taken as no entries"
    case .noPath: "the entry is skipped"
    case .parentReference(_, let taken): "it is taken as \(Printable.quote(taken))"
    case .contentIsNull: "an empty file is written, where older cloud-init stops at the entry"
    case .unknownEncoding: "the content is written as it stands"
    case .permissionsNotOctal: "0644 is used"
    case .permissionsDecimal(let number): "\(Self.mode(number)) is used"
    case .permissionsFraction: "the fraction is dropped"
    case .permissionsZero: "the mode is left as it is, and a new file's is 0644"
    case .notABoolean: "it counts as false"
    }
  }

  private static func suggestion(_ key: String, among known: [String]) -> String {
    if let nearest = Nearest.match(key, among: known) { return "did you mean \"\(nearest)\"?" }
    return "write one of \(known.joined(separator: ", "))"
  }

  private static func mode(_ number: Int) -> FileMode { FileMode(UInt32(truncatingIfNeeded: number)) }

  /// The digits read as octal where they can be, else the mode they make.
  private static func meant(_ number: Int) -> FileMode {
    UInt32(String(number), radix: 8).map(FileMode.init) ?? mode(number)
  }
}
