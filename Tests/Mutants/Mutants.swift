// Stands beside the sources that were made to hold mutants; the operators of the single mutants follow it.

internal import Glibc

/// The number of the mutant that is at work in this process; 0 for none.
private let activeMutant = getenv("BRINGUP_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

/// Where it is noted which mutants this process comes to, a byte each: an open file, whose descriptor BRINGUP_MUTANTS names.
nonisolated(unsafe) private let reachedMutants: UnsafeMutablePointer<UInt8>? = {
  guard let descriptor = getenv("BRINGUP_MUTANTS").flatMap({ Int32(String(cString: $0)) }) else { return nil }
  let memory = mmap(nil, 1 << 16, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
  return memory == MAP_FAILED ? nil : memory?.assumingMemoryBound(to: UInt8.self)
}()

func isActive(_ mutant: Int) -> Bool {
  reachedMutants?[mutant] = 1
  return activeMutant == mutant
}

func mutantKept(_ mutant: Int) -> Bool { !isActive(mutant) }

func mutantNegated(_ mutant: Int, _ condition: Bool) -> Bool { condition != isActive(mutant) }

func mutantLiteral<Value: Numeric>(_ mutant: Int, _ value: Value) -> Value { isActive(mutant) ? value + 1 : value }
