internal import CLinux
internal import Glibc

/// An environment variable by which a script's processes are found again, those too that left its process group, as a daemon
/// does. One that cleared its environment is not.
struct ScriptMark: Sendable {
  let token: String

  private static let name = "BRINGUP_SCRIPT"
  /// A process may fork while the others are looked for; one that goes on for ever wins.
  private static let rounds = 10

  func added(to environment: Environment) -> Environment {
    var environment = environment
    environment[ScriptMark.name] = token
    return environment
  }

  /// Kills every process that bears the mark. Without /proc none is found.
  func endProcesses() {
    for _ in 0..<ScriptMark.rounds {
      let found = processes()
      if found.isEmpty { return }
      for process in found { kill(process, SIGKILL) }
      usleep(1000)
    }
  }

  private func processes() -> [pid_t] {
    do throws(Errno) {
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
      let directory = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, "/proc", flags, 0) })
      return try DirectoryListing.names(of: directory).compactMap { pid_t(String(decoding: $0, as: UTF8.self)) }
        .filter(isMarked)
    } catch {
      return []
    }
  }

  private func isMarked(_ process: pid_t) -> Bool {
    let entry = Array("\(ScriptMark.name)=\(token)".utf8)
    do throws(HostError) {
      // Empty for a zombie and for threads of the kernel.
      return try KernelFile.read("/proc/\(process)/environ").split(separator: 0).contains { $0.elementsEqual(entry) }
    } catch {
      // Gone meanwhile, or another user's, whose it then cannot be.
      return false
    }
  }
}
