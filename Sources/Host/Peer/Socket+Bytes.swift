internal import Glibc

extension Socket {
  /// How many of `bytes` were taken, from `offset` on; nil where there is no room now.
  func send(_ bytes: [UInt8], from offset: Int = 0) throws(Errno) -> Int? {
    let number = self.number
    return try Socket.unlessWaiting {
      bytes.withUnsafeBytes {
        Glibc.send(number, $0.baseAddress! + offset, $0.count - offset, Int32(MSG_NOSIGNAL))
      }
    }
  }

  /// How many bytes came into `buffer`, 0 where the other side is done; nil where nothing is there yet.
  func receive(into buffer: inout [UInt8]) throws(Errno) -> Int? {
    let number = self.number
    return try Socket.unlessWaiting { recv(number, &buffer, buffer.count, 0) }
  }

  /// A datagram, cut at `buffer`'s size, and who sent it; nil where none is there.
  func receiveDatagram(into buffer: inout [UInt8]) throws(Errno) -> (count: Int, from: SocketAddress)? {
    let number = self.number
    do throws(Errno) {
      let (count, sender) = try SocketAddress.filled { recvfrom(number, &buffer, buffer.count, 0, $0, $1) }
      return (count, sender)
    } catch {
      if error == .wouldBlock { return nil }
      throw error
    }
  }

  /// Sends a datagram; one that the kernel has no room for is lost, as any may be.
  func send(_ bytes: [UInt8], to address: SocketAddress) throws(Errno) {
    let number = self.number
    _ = try Socket.unlessWaiting {
      bytes.withUnsafeBytes { bytes in
        address.withPointer { sendto(number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL), $0, $1) }
      }
    }
  }

  private static func unlessWaiting(_ call: () -> Int) throws(Errno) -> Int? {
    do throws(Errno) {
      return try SystemCall.run(call)
    } catch {
      if error == .wouldBlock { return nil }
      throw error
    }
  }
}
