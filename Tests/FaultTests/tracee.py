"""A program run under ptrace: its system calls counted, and one of them made to fail."""

import dataclasses
import errno
import os
import signal
import time

import ptrace


@dataclasses.dataclass(frozen=True)
class Spot:
    """One call of a run: the `occurrence`-th of its name, from 1."""
    name: str
    occurrence: int


@dataclasses.dataclass(frozen=True)
class Call:
    """One call that was recorded: the bytes it was asked for, and the paths it writes to."""
    spot: Spot
    asked: int
    written: tuple


@dataclasses.dataclass(frozen=True)
class Fault:
    """What happens at a spot.

    `kind` is `kill` (before the call), an errno's name, `short` (the call is asked for half of the bytes), or `one` (for one).
    With a `disk`, a directory of the root, it stays: from the spot on it meets every call that writes to something below that.
    """
    spot: Spot
    kind: str
    disk: str | None = None


@dataclasses.dataclass
class Run:
    """What became of one run. `status` is negative for a signal's number, None where it did not end in time."""
    status: int | None
    output: bytes
    complaint: bytes
    calls: list
    # The call that the fault hit, as text, and what it was about; nothing where none was hit.
    hit: str | None = None
    subjects: tuple = ()
    # Whether it was made by a process that bringup had started, and not by itself.
    is_in_helper: bool = False
    orphans: int = 0


# Calls that have no error, or that end what they would return to; and three that no kernel refuses to the C library, which would
# end the process.
UNFAILING = {"exit", "exit_group", "rt_sigreturn", "gettid", "getpid", "getppid", "umask", "geteuid", "getuid", "getegid", "getgid",
             "set_tid_address", "set_robust_list", "futex", "rseq"}
# The register with the count of bytes of calls that may do less than they were asked for.
COUNTED = {name: "rdx" for name in ("read", "write", "pread64", "pwrite64", "sendto", "recvfrom")} | {"getrandom": "rsi"}
TIME_LIMIT = 60


def start(command, root, directory, environment):
    """The process, stopped before its first instruction, and files for what it prints."""
    output, complaint = os.memfd_create("output"), os.memfd_create("complaint")
    process = os.fork()
    if process == 0:
        try:
            os.setsid()
            null = os.open("/dev/null", os.O_RDONLY)
            for number, source in enumerate((null, output, complaint)):
                os.dup2(source, number)
            if root is not None:
                os.chroot(root)
            os.chdir(directory)
            os.closerange(3, 256)
            ptrace.request(ptrace.TRACEME, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            os.execve(command[0], command, environment)
        finally:
            os._exit(127)
    os.waitpid(process, 0)
    ptrace.request(ptrace.SETOPTIONS, process, None, ptrace.OPTIONS)
    return process, output, complaint


class Tracee:
    """One program and the threads and processes it makes, until they run another program; `base` is the root it works on."""

    def __init__(self, fault, recording, base):
        self.fault, self.recording, self.base = fault, recording, base
        self.run = Run(None, b"", b"", [])
        self.seen = {}
        self.begun = False
        # What to do at the exit of the call that was hit: a process and what puts its registers right.
        self.pending = None
        self.stepping = fault is not None or recording
        self.known = set()

    def trace(self, command, root=None, directory="/", environment=None):
        process, output, complaint = start(command, root, directory, environment or {})
        self.process, self.known = process, {process}
        deadline = time.monotonic() + TIME_LIMIT
        signal.signal(signal.SIGALRM, lambda *_: self.kill())
        signal.alarm(TIME_LIMIT)
        ptrace.request(ptrace.CONT, process)
        while True:
            stopped, status = os.waitpid(-1, 0x40000000)  # __WALL
            if os.WIFSTOPPED(status):
                try:
                    self.stop(stopped, status)
                except ProcessLookupError:
                    pass
            elif stopped == process:
                self.run.status = os.waitstatus_to_exitcode(status)
                break
        signal.alarm(0)
        if time.monotonic() > deadline:
            self.run.status = None
        self.collect()
        for name, number in (("output", output), ("complaint", complaint)):
            with os.fdopen(number, "rb") as file:
                file.seek(0)
                setattr(self.run, name, file.read())
        return self.run

    def kill(self):
        for process in self.known:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def collect(self):
        """Ends and counts what the program left running."""
        limit = time.monotonic() + 2
        while time.monotonic() < limit:
            try:
                stopped, status = os.waitpid(-1, 0x40000000 | os.WNOHANG)
            except ChildProcessError:
                return
            if stopped == 0:
                time.sleep(0.001)
            elif os.WIFSTOPPED(status):
                try:
                    ptrace.request(ptrace.DETACH, stopped)
                except ProcessLookupError:
                    pass
        self.run.orphans = len(children())
        for child in children():
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0x40000000)

    def go_on(self, process, sent=0):
        ptrace.request(ptrace.SYSCALL if self.stepping else ptrace.CONT, process, None, sent)

    def stop(self, process, status):
        sent, event = os.WSTOPSIG(status), status >> 16
        if event == ptrace.EVENT_EXEC:
            if self.begun:
                # Another program from here on: a script, or what takes bringup's place.
                self.known.discard(process)
                return ptrace.request(ptrace.DETACH, process)
            self.begun = True
        elif sent == signal.SIGTRAP | 0x80:
            call = ptrace.call_of(process)
            if call.kind == ptrace.ENTRY:
                self.enter(process, call)
            elif self.pending is not None and self.pending[0] == process:
                self.leave(process)
        elif event == 0 and (sent != signal.SIGSTOP or process in self.known):
            self.known.add(process)
            return self.go_on(process, 0 if sent == signal.SIGTRAP else sent)
        self.known.add(process)
        self.go_on(process)

    def enter(self, process, call):
        name = ptrace.NAMES.get(call.number, str(call.number))
        self.seen[name] = self.seen.get(name, 0) + 1
        if self.recording:
            asked = call.arguments[2] if name in COUNTED else 0
            self.run.calls.append(Call(Spot(name, self.seen[name]), asked, self.written(process, name, call.arguments)))
        if self.fault is None:
            return
        if self.run.hit is not None:
            if self.fault.disk and is_on(self.fault.disk, self.written(process, name, call.arguments)):
                self.hit(process, name)
            return
        spot = self.fault.spot
        if spot != Spot(name, self.seen[name]):
            return
        self.run.subjects = subjects(process, name, call.arguments)
        self.run.hit = f"{name}({', '.join(self.run.subjects)})"
        self.run.is_in_helper = group(process) != self.process
        self.hit(process, name)

    def written(self, process, name, arguments):
        """The paths of the root that a call writes to."""
        if not is_writing(name, arguments):
            return ()
        paths = [path.removeprefix(self.base) for path in subjects(process, name, arguments)]
        return tuple(path for path in paths if path.startswith("/") and not path.startswith(("/memfd:", "/proc/", "/dev/")))

    def hit(self, process, name):
        kind = self.fault.kind
        if kind == "kill":
            os.kill(self.process, signal.SIGKILL)
            return
        values = ptrace.registers(process)
        if kind in ("short", "one"):
            register = COUNTED[name]
            asked = getattr(values, register)
            setattr(values, register, 1 if kind == "one" else max(1, asked // 2))
            self.pending = process, register, asked
        elif name == "brk":
            # It fails by returning the end that was; asked for 0 it does just that (brk(2), "C library/kernel differences").
            values.rdi, self.pending = 0, (process, "rdi", values.rdi)
        else:
            # A close gives the number back whatever it says (close(2)).
            if name != "close":
                values.orig_rax = (1 << 64) - 1
            self.pending = process, "rax", (1 << 64) - getattr(errno, kind)
        ptrace.set_registers(process, values)

    def leave(self, process):
        _, register, value = self.pending
        values = ptrace.registers(process)
        setattr(values, register, value)
        ptrace.set_registers(process, values)
        self.pending = None
        self.stepping = self.recording or self.fault.disk is not None


def group(process):
    """The process that a thread is of."""
    with open(f"/proc/{process}/status") as file:
        return int(next(line for line in file if line.startswith("Tgid:")).split()[1])


def children():
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return [int(number) for number in file.read().split()]


# Where the paths are: the directory's descriptor, or None, and the path.
PATHS = {
    "openat": [(0, 1)], "openat2": [(0, 1)], "newfstatat": [(0, 1)], "mkdirat": [(0, 1)], "unlinkat": [(0, 1)],
    "readlinkat": [(0, 1)], "utimensat": [(0, 1)], "faccessat": [(0, 1)], "faccessat2": [(0, 1)], "renameat": [(0, 1), (2, 3)],
    "renameat2": [(0, 1), (2, 3)], "readlink": [(None, 0)], "access": [(None, 0)], "mkdir": [(None, 0)], "rmdir": [(None, 0)],
    "unlink": [(None, 0)], "stat": [(None, 0)], "statfs": [(None, 0)], "rename": [(None, 0), (None, 1)], "execve": [(None, 0)],
    "chdir": [(None, 0)], "open": [(None, 0)],
}
DESCRIBED = {"read", "write", "close", "fsync", "fdatasync", "syncfs", "fchmod", "fchown", "ftruncate", "fstat", "getdents64", "lseek",
             "flock", "fgetxattr", "fsetxattr", "flistxattr", "pread64", "pwrite64", "fallocate", "fstatfs", "fcntl", "ioctl"}


# Calls that write to the file system that their first path is on, and the argument that says whether they open to write.
WRITING = {
    "write", "pwrite64", "ftruncate", "fallocate", "fsync", "fdatasync", "syncfs", "fchmod", "fchown", "fsetxattr", "utimensat", "mkdir",
    "mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "symlinkat", "linkat"}
OPENING = {"open": 1, "openat": 2}


def is_writing(name, arguments):
    """openat2 is for looking at what is there: its flags lie in memory."""
    flags = arguments[OPENING[name]] if name in OPENING else 0
    return name in WRITING or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def is_on(disk, paths):
    return any(f"{path}/".startswith(disk) for path in paths)


def subjects(process, name, arguments):
    """What a call is about, as paths: those it names, or that of its descriptor."""
    if name in DESCRIBED:
        return (descriptor(process, arguments[0]),)
    paths = []
    for holder, place in PATHS.get(name, []):
        path = text(process, arguments[place])
        if holder is not None and not path.startswith("/"):
            path = os.path.join(descriptor(process, arguments[holder]), path).rstrip("/")
        elif name == "openat2":
            # Absolute paths count from the root that is worked on.
            path = os.path.normpath(descriptor(process, arguments[0]) + "/" + path)
        paths.append(path)
    return tuple(paths)


def descriptor(process, number):
    number &= 0xFFFFFFFF
    try:
        return os.readlink(f"/proc/{process}/{'cwd' if number == 0xFFFFFF9C else f'fd/{number}'}")
    except OSError:
        return "?"


def text(process, address):
    try:
        with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
            memory.seek(address)
            return os.fsdecode(memory.read(4096).split(b"\0")[0])
    except (OSError, ValueError, OverflowError):
        return "?"
