internal import Core
internal import Glibc

StandardStreams.fillGaps()
exit(StandardStreams.write(Bringup.output(of: Array(CommandLine.arguments.dropFirst()))).rawValue)
