/// Takes the place of the functions that `scripts/release.ld` lists, in the static release: a name that is not there.
///
/// Zero is each one's own answer where it has no name to give; the arguments, which differ, are not looked at.
@c(bringup_missing_name)
public func missingName() -> Int { 0 }

/// Takes the place of what the static release is linked without because nothing here uses it (`scripts/trim-standard-library`,
/// `scripts/release.ld`).
@c(bringup_unused)
public func unusedFunction() -> Never {
  fatalError("bringup: this part of the standard library was left out")
}
