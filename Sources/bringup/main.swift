internal import Core
internal import Glibc
internal import Host

StandardStreams.fillGaps()
exit(StandardStreams.write(Bringup.output(of: Array(ProcessArguments.read().dropFirst()))).rawValue)
