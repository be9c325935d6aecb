/// This program's version: the one place that holds it. `scripts/check-release` compares what the binary prints.
package enum Version {
  package static let text = "0.1.0"
}
