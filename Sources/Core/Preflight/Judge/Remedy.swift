/// What to do about a verdict, where several judges advise the same.
enum Remedy {
  static let readKernelFiles = "Run it as root, with /proc and /sys mounted."
}
