internal import CLinux
internal import Core
internal import Glibc

/// A file, device or pipe that was opened as a source.
struct SourceFile: ~Copyable {
  let status: FileStatus
  private let descriptor: FileDescriptor
  private let name: String

  /// Opening never waits: not for a pipe's other end, and not for a line's carrier.
  static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Opens `path`, one of the caller's own root.
  static func open(_ path: String) throws(HostError) -> SourceFile {
    do throws(Errno) {
      let number = try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) }
      return try SourceFile(FileDescriptor(owning: number), name: path)
    } catch {
      throw HostError("read", path, error)
    }
  }

  /// Opens the file or directory `path` of `root`, and nothing else; nil where nothing is there.
  static func open(_ path: AbsolutePath, in root: borrowing Root) throws(HostError) -> SourceFile? {
    let kind: FileStatus.Kind
    do throws(Errno) {
      kind = try root.open(path.text, O_PATH).status().kind
      if kind == .regular || kind == .directory {
        return try SourceFile(try root.open(path.text, flags), name: path.text)
      }
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      throw HostError("read", path.text, error)
    }
    throw HostError("read", path.text, said: "it is \(kind.article), not a file")
  }

  /// `name` is what messages call it.
  init(_ descriptor: consuming FileDescriptor, name: String) throws(Errno) {
    status = try descriptor.status()
    self.descriptor = descriptor
    self.name = name
  }

  consuming func intoDescriptor() -> FileDescriptor { descriptor }

  /// All of it. What comes by and by (a pipe, a terminal) has to come within `patience`.
  func read(patience: Duration) throws(HostError) -> [UInt8] {
    do throws(Errno) {
      switch status.kind {
      case .regular:
        guard status.size <= Limits.sourceBytes else { throw Errno.tooLarge }
        return try descriptor.readToEnd(limit: Limits.sourceBytes, expecting: status.size)
      case .fifo, .characterDevice, .socket:
        return try descriptor.readToEnd(limit: Limits.sourceBytes, until: .now + patience)
      case .directory, .symbolicLink, .blockDevice, .unknown:
        break
      }
    } catch {
      throw SourceFile.explain(error, name: name, patience: patience)
    }
    throw HostError("read", name, said: "it is \(status.kind.article), not a file")
  }

  private static func explain(_ error: Errno, name: String, patience: Duration) -> HostError {
    switch error {
    case .tooLarge:
      HostError("read", name, said: "larger than \(Limits.sourceBytes >> 20) MiB, the most that a source may have")
    case .timedOut:
      HostError("read", name, said: "its end did not come within \(patience)")
    default:
      HostError("read", name, error)
    }
  }
}
