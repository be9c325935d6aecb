import Core
import Host

