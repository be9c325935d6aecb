package import Core
internal import Glibc

extension InstalledProgram {
  /// This program as systems under `root` will find it: on the node where it runs from now, in an image where images have it.
  package init(in root: borrowing Root) throws(HostError) {
    guard root.kind == .image else {
      self.init(path: InstalledProgram.running ?? .installedProgram, presence: .present)
      return
    }
    let isThere = try root.status(.installedProgram) != nil
    self.init(path: .installedProgram, presence: isThere ? .present : .absent)
  }

  /// Nil where the kernel does not tell, or the file is gone by now: then its name ends in a note that says so (proc(5)).
  private static var running: AbsolutePath? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0, length < buffer.count else { return nil }
    let text = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return access(text, X_OK) == 0 ? AbsolutePath(known: text) : nil
  }
}
