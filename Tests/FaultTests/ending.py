"""How a run may end that met a fault: never by a signal, never for ever, and never without a word of what was wrong."""

import errno
import os
import re


# Calls that signals do not interrupt (signal(7)): the error is as good as any other there.
UNINTERRUPTED = {
    "access", "arch_prctl", "chdir", "clone", "clone3", "execve", "fcntl", "fchmod", "fchown", "fork", "kill", "mkdir", "mmap", "mprotect", "munmap",
    "pipe2", "prctl", "prlimit64", "readlink", "rmdir", "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "setsid", "signalfd4", "socketpair",
    "uname", "unlink"}
# What the C library needs before main; it says what it misses, and ends the process with 127.
STARTING = {"arch_prctl", "mprotect"}


def is_of_the_allocator(run):
    """The C library does not survive it where brk(2) fails just while the heap is aligned."""
    return run.status == -6 and b"malloc assertion failure" in run.complaint


def problems(run, fault, root):
    if is_of_the_allocator(run):
        return []
    if run.status is None:
        return ["does not end"]
    if run.status < 0:
        return [f"died of signal {-run.status}: {run.complaint[-300:]!r}"]
    found = [f"left {run.orphans} processes running"] if run.orphans else []
    if run.status == 127 and run.hit.split("(")[0] in STARTING:
        return found
    if is_to_be_survived(run, fault):
        return found + ([f"status {run.status}: {said(run)[-300:]}"] if run.status != 0 else [])
    if run.status != 0:
        found += [f"status {run.status}, and does not tell {what}: {said(run)[:400]}" for what in untold(run, fault, root)]
    return found


def is_to_be_survived(run, fault):
    """Whether the call is simply to be made again, or once more for the rest."""
    return fault.kind in ("short", "one") or fault.kind == "EINTR" and run.hit.split("(")[0] not in UNINTERRUPTED


def said(run):
    return (run.output + run.complaint).decode(errors="replace")


def shown(path, root):
    """A path as the program under test has it."""
    return re.sub(r"^/proc/\d+/", "/proc/self/", path.removeprefix(root)) or "/"


def untold(run, fault, root):
    """Which of the error and the path nothing is said of. Of a temporary file its directory is enough, and of a disk that is
    lost everything else that fails on it."""
    if run.is_in_helper:
        # It is of a process that makes calls for this one: that it is gone is all that is known.
        return
    text = said(run)
    reason = os.strerror(getattr(errno, fault.kind))
    if f": {reason[0].lower()}{reason[1:]}" not in text:
        yield "the error"
    paths = [shown(path, root) for path in run.subjects if path.startswith("/") and not path.startswith("/memfd:")]
    if paths and not fault.disk and not any(path in text or f"{os.path.dirname(path)}" in text for path in paths):
        yield "the path"
