/// An absolute path whose components may hold the wildcards of Go's `filepath.Match`: `*`, `?`, `[...]`, `\` before any.
package struct PathPattern: Hashable, Sendable {
  /// As the manifest has it.
  package let text: String
}
