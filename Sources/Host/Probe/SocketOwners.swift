internal import CLinux
internal import Core
internal import Glibc

/// Whose sockets are: `/proc/PID/fd/3` is a link to `socket:[1590]` where process PID has the socket of inode 1590 open
/// (proc(5)).
struct SocketOwners: ~Copyable {
  private var processes: [UInt64: HeldPort.Owner] = [:]
  private var wanted: Set<UInt64>
  /// Whether a process may have a socket open without being seen to.
  private var isPartial = !ProcessIdentity.isRoot
  private var descriptors = 0

  /// Looks for `inodes` among the open files of all processes; of several that share a socket the lowest number counts, which is
  /// mostly the one that opened it.
  init(of inodes: Set<UInt64>, in root: borrowing Root) {
    wanted = inodes
    wanted.remove(0)
    if wanted.isEmpty { return }
    do throws(Errno) {
      let names = try DirectoryListing.names(of: try root.openDirectory("/proc"))
      for process in names.compactMap({ KernelNumber.decimal($0).flatMap(Int32.init(exactly:)) }).sorted() {
        if wanted.isEmpty { return }
        try look(into: process, in: root)
      }
    } catch {
      isPartial = true
    }
  }

  func owner(of inode: UInt64) -> HeldPort.Owner {
    processes[inode] ?? (isPartial ? .unknown : .none)
  }

  private mutating func look(into process: Int32, in root: borrowing Root) throws(Errno) {
    do throws(Errno) {
      let directory = try root.openDirectory("/proc/\(process)/fd")
      let number = directory.number
      let listing = FileDescriptor(owning: try SystemCall.run { clinux_fcntl_int(number, F_DUPFD_CLOEXEC, 0) })
      for name in try DirectoryListing.names(of: listing) {
        descriptors += 1
        if descriptors > Limits.inspectedDescriptors { throw Errno.tooLarge }
        guard let inode = try SocketOwners.socket(name, in: directory), wanted.remove(inode) != nil else { continue }
        processes[inode] = .process(name: SocketOwners.name(of: process, in: root), pid: process)
      }
    } catch {
      switch error {
      // It has ended meanwhile.
      case .noEntry, .noProcess: return
      case .accessDenied, .notPermitted: isPartial = true
      default: throw error
      }
    }
  }

  /// The inode of the socket that the link `name` leads to; nil where it leads to something else or is closed meanwhile.
  private static func socket(_ name: [UInt8], in directory: borrowing FileDescriptor) throws(Errno) -> UInt64? {
    let number = directory.number
    let name = name.map { CChar(bitPattern: $0) } + [0]
    var buffer = [UInt8](repeating: 0, count: 32)
    let length: Int
    do throws(Errno) {
      length = try SystemCall.run {
        buffer.withUnsafeMutableBytes { readlinkat(number, name, $0.baseAddress!, $0.count) }
      }
    } catch {
      if error == .noEntry { return nil }
      throw error
    }
    let text = buffer.prefix(length)
    guard text.starts(with: "socket:[".utf8), text.last == UInt8(ascii: "]") else { return nil }
    return KernelNumber.decimal(text.dropFirst(8).dropLast())
  }

  /// As the process calls itself, any bytes; it may have ended meanwhile.
  private static func name(of process: Int32, in root: borrowing Root) -> String {
    do throws(HostError) {
      let text = try root.readKernelFile("/proc/\(process)/comm")
      return String(decoding: text.last == UInt8(ascii: "\n") ? text.dropLast() : text[...], as: UTF8.self)
    } catch {
      return "?"
    }
  }
}
