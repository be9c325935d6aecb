internal import Core
internal import Glibc
internal import Host

let inheritance = Inheritance.take()
exit(StandardStreams.write(Bringup.output(of: Array(ProcessArguments.read().dropFirst()), inheritance)))
