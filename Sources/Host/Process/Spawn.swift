internal import CLinux
internal import Glibc
private import Synchronization

/// posix_spawn(3), with everything set that a child must not inherit by chance.
enum Spawn {
  /// The umask is the whole process's: while one thread starts a program, no other one may.
  private static let lock = Mutex(())

  /// The new process, which leads a session and a group of its own.
  static func start(_ program: Program, output: Int32) throws(Errno) -> pid_t {
    let result = lock.withLock { _ -> Result<pid_t, Errno> in
      do throws(Errno) { return .success(try spawn(program, output: output)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func spawn(_ program: Program, output: Int32) throws(Errno) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    try check(posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    try check(posix_spawn_file_actions_adddup2(&actions, output, 1))
    try check(posix_spawn_file_actions_adddup2(&actions, output, 2))
    try check(clinux_spawn_close_from(&actions, 3))
    try check(clinux_spawn_change_directory(&actions, program.directory))
    try setSignals(&attributes)

    // The child has the mask of the moment it is made; posix_spawn knows no attribute for it.
    let before = umask(0o022)
    defer { umask(before) }
    var process: pid_t = 0
    let arguments = [Array(program.path.utf8)] + program.arguments.map { Array($0.utf8) }
    let code = CStrings.with(arguments) { arguments in
      CStrings.with(program.environment.entries) { environment in
        posix_spawn(&process, program.path, &actions, &attributes, arguments, environment)
      }
    }
    try check(code)
    return process
  }

  /// Default dispositions (the Swift runtime and this program may ignore SIGPIPE) and nothing blocked.
  private static func setSignals(_ attributes: inout posix_spawnattr_t) throws(Errno) {
    var signals = sigset_t()
    sigemptyset(&signals)
    try check(posix_spawnattr_setsigmask(&attributes, &signals))
    sigfillset(&signals)
    try check(posix_spawnattr_setsigdefault(&attributes, &signals))
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(clinux_spawn_new_session)
    try check(posix_spawnattr_setflags(&attributes, Int16(flags)))
  }

  /// These calls return the error's number.
  private static func check(_ code: Int32) throws(Errno) {
    if code != 0 { throw Errno(code) }
  }
}
