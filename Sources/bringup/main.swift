internal import Core
internal import Host
