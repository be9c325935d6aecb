internal import CZlib

/// Reads gzip (RFC 1952) into memory, within ``Limits/inflatedBytes`` and ``Limits/inflationRatio``.
enum Gzip {
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// What `bytes` inflate to, all members of them, as Python's `gzip` reads them: zero bytes may pad the end of a
  /// member, anything else after the last one is an error.
  static func inflate(_ bytes: [UInt8]) throws(GzipProblem) -> [UInt8] {
    let stream = InflateStream()
    let ratioLimit = max(Limits.inflationFloor, bytes.count * Limits.inflationRatio)
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset...].starts(with: magic) else { throw offset == 0 ? .damaged : .trailingBytes }
      stream.reset()
      var status = InflateStream.Status.more
      while status == .more {
        status = try stream.step(over: bytes, from: &offset, into: &result)
        guard result.count <= Limits.inflatedBytes else { throw .tooLarge }
        guard result.count <= ratioLimit else { throw .bomb }
      }
      while offset < bytes.count, bytes[offset] == 0 { offset += 1 }
    }
    return result
  }

  private static let magic: [UInt8] = [0x1F, 0x8B]
}

/// A zlib stream that reads one gzip member after another. zlib keeps its address, so it lives in memory of its own.
private struct InflateStream: ~Copyable {
  enum Status {
    case more
    case memberEnded
  }

  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipOnly = MAX_WBITS + 16
    let status = inflateInit2_(stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib starts, given its own version and memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func reset() {
    inflateReset(stream)
  }

  /// One call of inflate(): at most 64 KiB out of at most 1 MiB in, so that the caller sees a bomb early.
  func step(
    over bytes: [UInt8], from offset: inout Int, into result: inout [UInt8]
  ) throws(GzipProblem) -> Status {
    let (inputLimit, outputLimit) = (1 << 20, 64 << 10)
    let length = min(inputLimit, bytes.count - offset)
    var status = Z_OK
    result += [UInt8](unsafeUninitializedCapacity: outputLimit) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + offset })
        stream.pointee.avail_in = UInt32(length)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(outputLimit)
        status = inflate(stream, Z_NO_FLUSH)
      }
      count = outputLimit - Int(stream.pointee.avail_out)
    }
    offset += length - Int(stream.pointee.avail_in)
    switch status {
    case Z_OK: return .more
    case Z_STREAM_END: return .memberEnded
    case Z_BUF_ERROR: throw .cutShort
    default: throw .damaged
    }
  }
}

/// Why gzip data cannot be read.
package enum GzipProblem: Swift.Error, Hashable, Sendable {
  case cutShort
  /// A bad header, checksum or length, or bytes that no deflate stream holds.
  case damaged
  case trailingBytes
  case tooLarge
  case bomb

  /// Python's gzip would go on.
  var isLimit: Bool {
    switch self {
    case .tooLarge, .bomb: true
    case .cutShort, .damaged, .trailingBytes: false
    }
  }

  package var sentence: String {
    switch self {
    case .cutShort: "the gzip data ends before its end marker; was it cut short?"
    case .damaged: "the gzip data is damaged; compress it again"
    case .trailingBytes: "there is something after the gzip data; take it off"
    case .tooLarge: "the gzip data inflates to more than \(Limits.inflatedBytes >> 20) MiB"
    case .bomb: "the gzip data inflates to more than \(Limits.inflationRatio) times its size"
    }
  }
}
