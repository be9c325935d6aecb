"""Runs of the program, and what each of them took.

    launcher = Launcher(scratch)
    launcher.run(["/usr/bin/bringup", "plan", "blob"]).status
"""

import dataclasses
import json
import os
import signal
import socket
import threading


@dataclasses.dataclass
class Run:
    status: int
    """As a shell tells it: 128 and more for the end by a signal."""
    seconds: float
    """Of processor time: how long it took by the clock depends on what else this machine does."""
    megabytes: float
    """The most memory it had at once, or the launcher when it started the run: some 10 MB."""
    output: bytes
    errors: bytes


class Launcher:
    """A process that does nothing but start others: the kernel counts what a process had before execve(2) as the program's.

    Make it while there is little in memory.
    """

    PATIENCE = 20
    """Seconds until a run that does not end is killed."""

    def __init__(self, scratch):
        self.paths = [f"{scratch}/stdout", f"{scratch}/stderr"]
        ours, theirs = socket.socketpair()
        if os.fork() == 0:
            ours.close()
            self.serve(theirs.makefile("rw"))
            os._exit(0)
        theirs.close()
        self.stream = ours.makefile("rw")

    def run(self, arguments):
        self.stream.write(json.dumps(arguments) + "\n")
        self.stream.flush()
        status, seconds, kilobytes = json.loads(self.stream.readline())
        output, errors = (read(path) for path in self.paths)
        return Run(status if status >= 0 else 128 - status, seconds, kilobytes / 1024, output, errors)

    def serve(self, stream):
        for line in stream:
            stream.write(json.dumps(self.start(json.loads(line))) + "\n")
            stream.flush()

    def start(self, arguments):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        actions = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)]
        actions += [(os.POSIX_SPAWN_OPEN, number, path, flags, 0o600) for number, path in enumerate(self.paths, 1)]
        process = os.posix_spawn(arguments[0], arguments, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, file_actions=actions)
        alarm = threading.Timer(self.PATIENCE, os.kill, (process, signal.SIGKILL))
        alarm.start()
        _, code, usage = os.wait4(process, 0)
        alarm.cancel()
        return os.waitstatus_to_exitcode(code), usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def read(path):
    with open(path, "rb") as file:
        return file.read()
