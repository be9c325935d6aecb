/// The directory opened last, kept open: files of one plan mostly share theirs.
struct DirectoryCursor: ~Copyable {
  private var path: String?
  private var directory: FileDescriptor?

  init() {}

  /// The descriptor of the directory `path` of `root`, valid until the next call.
  mutating func open(_ path: String, in root: borrowing Root) throws(Errno) -> Int32 {
    if let current = self.path, current.utf8.elementsEqual(path.utf8), let number = directory?.number { return number }
    self.path = nil
    let opened = try root.openDirectory(path)
    let number = opened.number
    directory = consume opened
    self.path = path
    return number
  }

  /// Forgets the directory, so that the next call walks the path again.
  mutating func reset() {
    path = nil
    directory = nil
  }
}
