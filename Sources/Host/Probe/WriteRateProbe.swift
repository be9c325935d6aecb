package import Core
internal import Glibc

/// Measures how fast a directory's file system takes what is written: past the page cache, with bounded bytes, in bounded time.
///
/// Each try writes what cannot be compressed into a file that has no name, so that nothing stays behind however it ends. A
/// signal that `interrupt` holds back ends it at once, even while the disk is busy.
package struct WriteRateProbe {
  private let interrupt: Interrupt?
  private let progress: (Double) -> Void

  /// `progress` is told again and again which part, from 0 to 1, of a measurement is done.
  package init(interrupt: Interrupt? = nil, progress: @escaping (Double) -> Void = { _ in }) {
    self.interrupt = interrupt
    self.progress = progress
  }

  /// For `reading`'s directory, or the one that it would be made in.
  package func measure(_ reading: VolumeReading) -> RateReading {
    if let signal = interrupt?.signal {
      let fault = Deputy.Fault.interrupted(signal)
      return .notMeasured(Evidence(source: "write to \(reading.path)", text: fault.sentence))
    }
    let directory: AbsolutePath
    switch reading.presence {
    case .known(.directory, _): directory = reading.path
    case .known(.missing(let parent), _): directory = parent
    case .known(.other, let evidence), .known(.blocked, let evidence), .known(.brokenLink, let evidence),
      .unreadable(let evidence):
      return .notMeasured(evidence)
    }
    guard let fileSystem = reading.fileSystem.value else { return .notMeasured(reading.fileSystem.evidence) }
    return measure(directory, on: fileSystem)
  }

  private func measure(_ directory: AbsolutePath, on fileSystem: FileSystemReading) -> RateReading {
    let source = "write to \(directory)"
    var observer = PathObserver(interrupt: interrupt)
    var rates: [TransferRate] = []
    var texts: [String] = []
    for number in 0..<RateTest.tries {
      do throws(HostError) {
        let raw = try observer.fileSystem(of: directory.text)
        let space = SpaceReading.reading(raw, of: directory)
        guard let left = space.value else { return .notMeasured(space.evidence) }
        switch RateTest(on: fileSystem, with: left) {
        case .refuse(let why): return .notMeasured(Evidence(source: source, text: why))
        case .write(let bytes):
          let result = try WriteTry(directory: directory, bytes: bytes, interrupt: interrupt).run { part in
            progress((Double(number) + part) / Double(RateTest.tries))
          }
          rates.append(result.rate)
          texts.append(result.evidence)
        }
      } catch {
        return .notMeasured(Evidence(source: source, text: "\(error.operation): \(error.why)"))
      }
    }
    return .measured(rates, Evidence(source: source, text: texts.joined(separator: "; ")))
  }
}

extension VolumeReading {
  /// With its write rate measured.
  package func measured(by probe: WriteRateProbe) -> VolumeReading {
    VolumeReading(
      path: path, presence: presence, fileSystem: fileSystem, space: space, writeRate: probe.measure(self))
  }
}
