internal import CLinux
package import Core
internal import Glibc

/// A directory that may have a `bootstrap.sh`, mostly a volume of a container.
///
/// Kubernetes changes a ConfigMap, Secret, downward API or projected volume by renaming one symbolic link, `..data`, to a
/// new directory, to whose files all names lead; the old directory is then removed. One state of the volume is therefore
/// seen by going through that directory itself.
package struct BootstrapVolume: ~Copyable {
  package let name: PathArgument
  private let directory: FileDescriptor

  package init(_ name: PathArgument) throws(HostError) {
    self.name = name
    do throws(Errno) {
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
      directory = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, name.text, flags, 0) })
    } catch {
      throw HostError("open volume", name.text, error)
    }
  }

  /// The name of the directory that holds the volume's present state; nil where the volume has no such directory.
  func snapshot() throws(Errno) -> String? {
    guard let target = try link("..data") else { return nil }
    return target.utf8.contains(UInt8(ascii: "/")) ? nil : target
  }

  /// The script as the volume has it now; nil where there is none.
  func script() throws(HostError) -> BootstrapScript? {
    guard let found = try find() else { return nil }
    return try BootstrapScript(found.file, in: found.directory, snapshot: found.snapshot)
  }

  private struct Found: ~Copyable {
    let file: FileDescriptor
    let directory: String
    let snapshot: String?
  }

  private func find() throws(HostError) -> Found? {
    do throws(Errno) {
      let snapshot = try snapshot()
      let below = snapshot.map { "\($0)/" } ?? ""
      let number = directory.number
      let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
      let file: FileDescriptor
      do throws(Errno) {
        let name = "\(below)\(BootstrapScript.fileName)"
        file = FileDescriptor(owning: try SystemCall.run { clinux_openat(number, name, flags, 0) })
      } catch {
        // A link to nowhere is no volume without a script.
        if error == .noEntry, try link(BootstrapScript.fileName) == nil { return nil }
        throw error
      }
      let path = try absolutePath()
      return Found(file: file, directory: below.isEmpty ? path : "\(path)/\(below.dropLast())", snapshot: snapshot)
    } catch {
      throw HostError("open", BootstrapScript.fileName, error)
    }
  }

  /// What a symbolic link says; nil where there is none of that name.
  private func link(_ name: String) throws(Errno) -> String? {
    let number = directory.number
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    do throws(Errno) {
      let length = try SystemCall.run { readlinkat(number, name, &buffer, buffer.count) }
      return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    } catch {
      if error == .noEntry || error == .invalid { return nil }
      throw error
    }
  }

  /// The script runs in another working directory than this process.
  private func absolutePath() throws(Errno) -> String {
    if name.text.utf8.first == UInt8(ascii: "/") { return name.text }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { throw Errno(errno) }
    return "\(String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))/\(name.text)"
  }
}
