extension PortRequirement {
  var checks: [Check] { ranges.map(check) }

  private func check(_ range: Stated<PortRange>) -> Check {
    let noun = range.value.bounds.count == 1 ? "free" : "all free"
    return Check(id: CheckID("port:\(transport.rawValue)/\(range.value)"), wanted: noun, origin: range.origin)
  }

  /// By the sockets that hold ports of this node, one verdict a range.
  package func judge(_ reading: Reading<[HeldPort]>) -> [Verdict] {
    switch reading {
    case .unreadable(let evidence):
      return ranges.map {
        Verdict(
          check($0), .unknown, found: Wording.notKnown(evidence), evidence: [evidence], remedy: Remedy.readKernelFiles)
      }
    case .known(let held, let evidence):
      let sockets = held.filter { $0.transport == transport }.sorted { $0.port < $1.port }
      return ranges.map { range in
        let holders = RangeHolders(sockets, in: range.value.bounds)
        guard let remedy = holders.remedy else {
          return Verdict(check(range), .pass, found: "free", evidence: [evidence])
        }
        return Verdict(check(range), .fail, found: holders.text, evidence: [evidence], remedy: remedy)
      }
    }
  }
}

/// The sockets that hold ports of one range.
private struct RangeHolders {
  /// Sockets of one owner on one port, over the addresses that it holds there.
  private struct Holder {
    let port: UInt16
    let owner: HeldPort.Owner
    var addresses: [String]
  }

  private let holders: [Holder]
  private let ports: Int

  /// `sockets` are sorted by port. Only those in `range` are looked at, so that many ranges cost no more than one.
  init(_ sockets: [HeldPort], in range: ClosedRange<UInt16>) {
    var low = sockets.startIndex
    var high = sockets.endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if sockets[middle].port < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var holders: [Holder] = []
    var ports = 0
    for socket in sockets[low...].prefix(while: { $0.port <= range.upperBound }) {
      if holders.last?.port != socket.port { ports += 1 }
      // Beyond what is named only the ports count.
      let first = holders.lastIndex { $0.port != socket.port }.map { $0 + 1 } ?? holders.startIndex
      if let same = holders[first...].firstIndex(where: { $0.owner == socket.owner }) {
        if !holders[same].addresses.contains(socket.address) { holders[same].addresses.append(socket.address) }
      } else {
        holders.append(Holder(port: socket.port, owner: socket.owner, addresses: [socket.address]))
      }
    }
    self.holders = holders
    self.ports = ports
  }

  /// `2 ports held: 8080 by nginx (pid 12) on 0.0.0.0 and ::; 8081 on ::, owner unknown`
  var text: String {
    let names = holders.map { holder in
      let addresses = Wording.all(holder.addresses.map(Printable.escape))
      return switch holder.owner {
      case .process(let name, let pid): "\(holder.port) by \(Printable.escape(name)) (pid \(pid)) on \(addresses)"
      case .none: "\(holder.port) on \(addresses), by the kernel or another PID namespace"
      case .unknown: "\(holder.port) on \(addresses), owner unknown"
      }
    }
    return "\(ports == 1 ? "held" : "\(ports) ports held"): \(Wording.some(names, separator: "; "))"
  }

  /// Nil where nothing holds a port.
  var remedy: String? {
    guard !holders.isEmpty else { return nil }
    let pids = holders.compactMap { holder -> Int32? in
      guard case .process(_, let pid) = holder.owner else { return nil }
      return pid
    }
    if let pid = pids.first {
      return """
        Stop it, or give it another port: systemctl status \(pid) tells which unit it belongs to.
        """
    }
    return holders.contains { $0.owner == .unknown }
      ? "Run it as root to see which process it is."
      : "See ss -lntup on the host: the kernel itself (NFS, VXLAN, WireGuard) or a container's process holds it."
  }
}
