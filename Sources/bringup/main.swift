internal import Core
internal import Glibc
internal import Host

StandardStreams.fillGaps()
ProcessIdentity.setUmask()
exit(StandardStreams.write(Bringup.output(of: Array(ProcessArguments.read().dropFirst()))).rawValue)
