"""One run of the program, with what it took and all that it said."""

import dataclasses
import os
import signal
import threading


@dataclasses.dataclass
class Run:
    status: int
    """As a shell tells it: 128 and more for the end by a signal."""
    seconds: float
    """Of processor time: how long it took by the clock depends on what else this machine does."""
    megabytes: float
    """The most memory it had at once. The process that starts it counts as well, up to the start: some 20 MB."""
    output: bytes
    errors: bytes


def run(arguments, scratch, patience=20):
    """Runs a command, with its output to files in the directory `scratch`. One that lasts longer than `patience` is killed."""
    paths = [f"{scratch}/stdout", f"{scratch}/stderr"]
    actions = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)]
    actions += [(os.POSIX_SPAWN_OPEN, number, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                for number, path in enumerate(paths, 1)]
    process = os.posix_spawn(arguments[0], arguments, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, file_actions=actions)
    alarm = threading.Timer(patience, os.kill, (process, signal.SIGKILL))
    alarm.start()
    _, code, usage = os.wait4(process, 0)
    alarm.cancel()
    status = os.waitstatus_to_exitcode(code)
    output, errors = (read(path) for path in paths)
    return Run(status if status >= 0 else 128 - status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output, errors)


def read(path):
    with open(path, "rb") as file:
        return file.read()
