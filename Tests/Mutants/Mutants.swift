// Stands beside the sources that were made to hold mutants; the operators of the single mutants follow it.

internal import Glibc

/// The number of the mutant that is at work in this process; 0 for none.
let activeMutant = getenv("BRINGUP_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

func mutantKept(_ mutant: Int) -> Bool { activeMutant != mutant }

func mutantNegated(_ mutant: Int, _ condition: Bool) -> Bool { condition != (activeMutant == mutant) }

func mutantLiteral<Value: Numeric>(_ mutant: Int, _ value: Value) -> Value {
  activeMutant == mutant ? value + 1 : value
}
