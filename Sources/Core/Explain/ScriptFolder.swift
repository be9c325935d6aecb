/// The scripts that are in a directory when cloud-init runs it: names sorted, each with who wrote it last.
struct ScriptFolder {
  struct Entry {
    let name: String
    let writer: ScriptWriter
    var content: [UInt8]
    var isExecutable = true
  }

  private var entries: [[UInt8]: Entry] = [:]
  /// Those that a later one of the same name took the place of.
  private(set) var overwritten: [Entry] = []

  /// Writes a script with mode 0700.
  mutating func write(_ name: String, _ content: [UInt8], by writer: ScriptWriter) {
    put(Entry(name: name, writer: writer, content: content))
  }

  /// Writes a file of `write_files`, which may be the end of a script that is there.
  mutating func write(_ file: FileFate.File, by writer: ScriptWriter) {
    let earlier = entries[Array(file.path.name.utf8)]
    var isExecutable = earlier?.isExecutable ?? false
    if case .set(let mode) = file.mode { isExecutable = mode.bits & 0o111 != 0 }
    let content = (file.isAppended ? earlier?.content ?? [] : []) + file.content
    put(Entry(name: file.path.name, writer: writer, content: content, isExecutable: isExecutable))
  }

  private mutating func put(_ entry: Entry) {
    let key = Array(entry.name.utf8)
    if let earlier = entries[key] { overwritten.append(earlier) }
    entries[key] = entry
  }

  /// `sorted(os.listdir())`, by code point.
  var inOrder: [Entry] { entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value) }
}

/// Who put a script into its directory.
package enum ScriptWriter: Hashable, Sendable {
  /// Index into the parts.
  case part(Int)
  case runCommands
  /// Index into the entries of `write_files`.
  case file(Int)
}

extension ExplainedScript {
  init(_ entry: ScriptFolder.Entry, in directory: ScriptDirectory) {
    name = entry.name
    self.directory = directory
    writer = entry.writer
    content = entry.content
    isExecutable = entry.isExecutable
  }
}
