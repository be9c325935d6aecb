internal import CLinux
internal import Core
internal import Glibc

/// One try of a write rate. A deputy does the writing: it can be killed while the disk keeps it waiting.
struct WriteTry {
  let directory: AbsolutePath
  /// A multiple of ``Limits/rateTestChunkBytes``.
  let bytes: Int
  let interrupt: Interrupt?

  /// What was written, and how long that took.
  struct Outcome {
    let bytes: Int
    let microseconds: Int
    let way: Way

    var rate: TransferRate { TransferRate(bytesPerSecond: UInt64(bytes) * 1_000_000 / UInt64(max(1, microseconds))) }
    /// `67108864 bytes in 81233 µs (O_DIRECT, fdatasync)`
    var evidence: String { "\(bytes) bytes in \(microseconds) µs (\(way.rawValue))" }
  }

  /// How what is written gets to the disk within the time that is measured.
  enum Way: String {
    case direct = "O_DIRECT, fdatasync"
    /// Where the file system has no direct writing.
    case synchronized = "fdatasync"

    var flag: Int32 { self == .direct ? Int32(clinux_direct) : 0 }
  }

  /// After that much time nothing more is written: what was written till then tells the rate of a slow disk.
  private static let span = Duration.seconds(5)
  /// For one call: a disk that takes longer over one chunk is not measured.
  private static let patience = Duration.seconds(20)
  /// Bytes between two synchronizations where the page cache cannot be gone around: so little that one ends in good time
  /// on a slow disk, and enough that a fast one is not held up by them.
  private static let stretch = 16 << 20

  func run(progress: (Double) -> Void) throws(HostError) -> Outcome {
    let deputy: Deputy
    do throws(Errno) {
      deputy = try Deputy(room: Limits.rateTestChunkBytes, interrupt: interrupt)
    } catch {
      throw HostError("fork", nil, error)
    }
    let seed = try Random.bytes(8)
    let token = try Random.token()
    deputy.fill { WriteTry.scramble($0, seed: seed) }
    do throws(Deputy.Fault) {
      do throws(Deputy.Fault) {
        return try write(to: try open(.direct, by: deputy, token: token), .direct, by: deputy, progress)
      } catch .refused(.invalid) {
        return try write(to: try open(.synchronized, by: deputy, token: token), .synchronized, by: deputy, progress)
      }
    } catch {
      switch error {
      case .refused(let errno): throw HostError("write", directory.text, errno)
      case .silent, .interrupted, .lost: throw HostError("write", directory.text, said: error.sentence)
      }
    }
  }

  func write(
    to file: Int, _ way: Way, by deputy: Deputy, _ progress: (Double) -> Void
  ) throws(Deputy.Fault) -> Outcome {
    let start = MonotonicTime.now
    let end = start + WriteTry.span
    var written = 0
    while written < bytes, written == 0 || !end.hasPassed {
      deputy.fill { WriteTry.mark($0, with: written) }
      written += try deputy.call(SYS_write, file, deputy.answer, deputy.room, within: WriteTry.patience)
      if way == .synchronized, written % WriteTry.stretch < deputy.room {
        _ = try deputy.call(SYS_fdatasync, file, within: WriteTry.patience)
      }
      progress(Double(written) / Double(bytes))
    }
    _ = try deputy.call(SYS_fdatasync, file, within: WriteTry.patience)
    return Outcome(bytes: written, microseconds: MonotonicTime.now.microseconds(since: start), way: way)
  }

  /// A file that has no name, or none any more.
  private func open(_ way: Way, by deputy: Deputy, token: String) throws(Deputy.Fault) -> Int {
    do throws(Deputy.Fault) {
      let path = try deputy.text(directory.text)
      let flags = Int(WriteTry.flags | way.flag | Int32(clinux_tmpfile))
      return try deputy.call(SYS_openat, Int(AT_FDCWD), path, flags, 0o600, within: WriteTry.patience)
    } catch {
      // File systems without O_TMPFILE, and kernels before 3.11, which take it for a directory to be written to.
      guard error == .refused(.notSupported) || error == .refused(.isADirectory) else { throw error }
    }
    return try openNamed(way, by: deputy, token: token)
  }

  /// Its name is gone before anything is written.
  func openNamed(_ way: Way, by deputy: Deputy, token: String) throws(Deputy.Fault) -> Int {
    let path = try deputy.text("\(directory.text)/.bringup-\(token)")
    let flags = Int(WriteTry.flags | way.flag | O_CREAT | O_EXCL | O_NOFOLLOW)
    let file = try deputy.call(SYS_openat, Int(AT_FDCWD), path, flags, 0o600, within: WriteTry.patience)
    _ = try deputy.call(SYS_unlinkat, Int(AT_FDCWD), path, 0, within: WriteTry.patience)
    return file
  }

  private static let flags = O_WRONLY | O_CLOEXEC

  /// Fills `memory` with what no disk can compress (xorshift64).
  private static func scramble(_ memory: UnsafeMutableRawBufferPointer, seed: [UInt8]) {
    var state = seed.reduce(UInt64(1)) { $0 << 8 | UInt64($1) }
    for offset in stride(from: 0, to: memory.count, by: 8) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      memory.storeBytes(of: state, toByteOffset: offset, as: UInt64.self)
    }
  }

  /// Makes every page differ from what it was, for disks that store equal pages once.
  private static func mark(_ memory: UnsafeMutableRawBufferPointer, with number: Int) {
    for offset in stride(from: 0, to: memory.count, by: 4096) {
      memory.storeBytes(of: number + offset, toByteOffset: offset, as: Int.self)
    }
  }
}
