/// What can be wrong in a cloud-config or bringup document that is good YAML: each fails the part.
package enum DocumentProblem: Hashable, Sendable {
  case empty
  case notAMapping(found: String)
  /// More errors than are listed; this many were left out.
  case moreErrors(Int)
  /// What cloud-init puts up with, in a document of this program.
  case trap(DocumentTrap)
  case file(FileProblem)
  case merge(MergeProblem)

  case commandsNotAList(key: String, found: String)
  case commandNotText(key: String, found: String)
  case commandsTooLong(key: String)
  case tooManyDigits(key: String)

  case noAPIVersion
  case unknownAPIVersion(String)
  case preflightNotAMapping(found: String)
  case noRequirements
  case requirementsNotAMapping(found: String)
  case unknownOnFailure(String)

  case tooManyFiles(limit: Int)
  /// A `..` in a path of an image.
  case parentReference(AbsolutePath)
  /// Two parts name one drop-in.
  case dropInTaken(AbsolutePath, by: PartName)
  /// Two preflights are of parts of one name, or a document gives a drop-in the name of a gate's.
  case gateTaken(AbsolutePath, of: PartName)
  /// A custom check of a document in front of nodeup that is not in the document: its address.
  case scriptElsewhere(String)
  /// `source.uri` in a document that is to be applied.
  case notBundled

  package var sentence: String {
    switch self {
    case .empty: "the document is empty; write a mapping, or remove the part"
    case .notAMapping(let found): "the document is \(found); write a mapping of keys"
    case .moreErrors(let count): "\(count) more \(count == 1 ? "error" : "errors"), not listed"
    case .trap(let trap): trap.sentence
    case .file(let problem): problem.sentence
    case .merge(let problem): problem.sentence
    case .commandsNotAList(let key, let found):
      "\(key) is \(found), so cloud-init runs none of it; write a list of commands"
    case .commandNotText(let key, let found):
      "a command of \(key) is \(found), so cloud-init runs none of them; quote it, or write a list of words"
    case .commandsTooLong(let key): "the script of \(key) is longer than \(Limits.commandBytes) bytes"
    case .tooManyDigits(let key): "a command of \(key) holds a number of more than 4300 digits; quote it"
    case .noAPIVersion: "the document has no apiVersion; write apiVersion: \(BringupDocument.apiVersion)"
    case .unknownAPIVersion(let version):
      "apiVersion is \(version); this program reads \"\(BringupDocument.apiVersion)\""
    case .preflightNotAMapping(let found): "preflight is \(found); write a mapping with requirements"
    case .noRequirements: "preflight has no requirements; write e.g. requirements: {cpu: {min: 2}}"
    case .requirementsNotAMapping(let found):
      "requirements is \(found); write a mapping, e.g. {cpu: {min: 2}}"
    case .tooManyFiles(let limit): "the parts ask for more than \(limit) files"
    case .parentReference(let path):
      "the path holds \"..\", which is not followed under --root; write \(path)"
    case .dropInTaken(let path, let other):
      "part \(other) writes \(path), too; give one of them another name, e.g. dropIn: 60-bringup.conf"
    case .gateTaken(let path, let part): "\(path) is written already; give the part \(part) another name"
    case .scriptElsewhere(let address):
      "script \(Printable.quote(ShownAddress.of(address))) is not kept with the part; put the script itself in its place"
        + ", or write file:// with an absolute path"
    case .notBundled: "source.uri is not fetched here; put the content into the document with \"bringup bundle\""
    case .unknownOnFailure(let value): "onFailure is \(value); write block or warn"
    }
  }
}
