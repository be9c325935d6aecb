/// Takes the place of the Swift runtime's function of that name, in the static release.
///
/// Before `main`, the runtime looks for its crash reporter beside the program, and aborts where `/proc` is not mounted: in
/// an empty chroot, in an early boot. The release is one file without a crash reporter: nothing is to be looked for.
@c(swift_copyAuxiliaryExecutablePath)
public func auxiliaryExecutablePath(_ name: UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>? { nil }
