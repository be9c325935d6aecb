/// Which files a manifest's references may name.
package enum BundleReach: Hashable, Sendable {
  /// Those below its directory; no `..` and no symbolic link leads out (openat2(2), `RESOLVE_BENEATH`).
  case directory
  case anywhere
}
