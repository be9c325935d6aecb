"""A root as an outsider sees it: of each file its content, mode and owner."""

import os
import stat

OWN = "/var/lib/bringup"


def look(root):
    """The files, links and whatever else, by path. Directories are told by what is in them."""
    found = {}
    for directory, names, files in os.walk(root):
        place = directory[len(root) :]
        names[:] = [name for name in names if f"{place}/{name}" not in (OWN, "/run", "/lost+found", "/var/lost+found")]
        for name in files:
            found[f"{place}/{name}"] = entry(os.path.join(directory, name))
    return found


def entry(path):
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        return "no regular file"
    with open(path, "rb") as stream:
        return stream.read(), oct(stat.S_IMODE(status.st_mode)), status.st_uid, status.st_gid


def strays(root):
    """What the program makes for a while, anywhere."""
    found = []
    for directory, names, files in os.walk(root):
        for name in names + files:
            if name.startswith(".bringup") or name.endswith(".new") or name == "pending.json":
                found.append(os.path.join(directory, name)[len(root) :])
    return found


def mixture_faults(found, before, after, passing):
    """The paths that are neither as before nor as after, nor what they are in `passing`."""
    faults = []
    for path in sorted(found.keys() | before.keys() | after.keys()):
        if is_waiting(path):
            continue
        now = found.get(path)
        if now not in (before.get(path), after.get(path), passing.get(path, after.get(path))):
            faults.append(f"{path} is {told(now)}, was {told(before.get(path))}, shall be {told(after.get(path))}")
    return faults


def is_changed(found, before):
    """Whether a path is another than before, but for files that wait beside theirs."""
    return any(found.get(path) != before.get(path) for path in found.keys() | before.keys() if not is_waiting(path))


def is_waiting(path):
    return os.path.basename(path).startswith(".bringup.")


def differences(found, wanted):
    """The paths that are not as wanted."""
    paths = sorted(path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path))
    return [f"{path} is {told(found.get(path))}, wanted {told(wanted.get(path))}" for path in paths]


def told(file):
    if not isinstance(file, tuple):
        return file or "not there"
    content, mode, user, group = file
    start = content[:24].decode(errors="backslashreplace")
    return f"{len(content)} bytes {start!r} {mode} {user}:{group}"
