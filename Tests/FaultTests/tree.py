"""What lies in a root, to be compared with what may lie there."""

import os
import re
import shutil
import stat
import subprocess

# Other file systems, and what the node under test runs on.
FOREIGN = {"/proc", "/sys", "/usr", "/bin"}
# What bringup keeps for itself, apart from what it is asked to write.
OWN = ("/var/lib/bringup", "/run/bringup")
TEMPORARY = re.compile(r"/\.bringup\.[0-9a-f]{32}\.\d+$")
KEPT = re.compile(
    r"/var/lib/bringup(/lock|/state\.json|/backup(/\d{6}(/manifest\.json|/\d+)?)?)?|/run/bringup(/report\.json|/preflight\.json)?")


def snapshot(root):
    """Path to kind, mode, user, group and content, of everything below `root`."""
    found = {}
    waiting = [""]
    while waiting:
        directory = waiting.pop()
        for entry in os.scandir(root + directory):
            path = f"{directory}/{entry.name}"
            if path in FOREIGN:
                continue
            status = entry.stat(follow_symlinks=False)
            content = None
            if stat.S_ISLNK(status.st_mode):
                content = os.readlink(root + path)
            elif stat.S_ISDIR(status.st_mode):
                waiting.append(path)
            elif stat.S_ISREG(status.st_mode):
                with open(root + path, "rb") as file:
                    content = file.read()
            found[path] = (status.st_mode, status.st_uid, status.st_gid, content)
    return found


def asked(found):
    """The part of a snapshot that is not bringup's own."""
    return {path: entry for path, entry in found.items() if not path.startswith(OWN)}


def own_disorder(found):
    """What is wrong with bringup's own files: strays, what others could read, backups that are not whole."""
    problems = []
    for path, entry in found.items():
        if not path.startswith(OWN):
            continue
        # A script that could not be removed is readable by root alone, and goes with the next boot.
        if not KEPT.fullmatch(path) and not path.startswith("/run/bringup/script-"):
            problems.append(f"stray {path}")
        if entry[0] & 0o077 or entry[1:3] != (0, 0):
            problems.append(f"{path} is open to others: {entry[0]:o} {entry[1]}:{entry[2]}")
    for path in found:
        if re.fullmatch(r"/var/lib/bringup/backup/\d{6}", path) and f"{path}/manifest.json" not in found:
            problems.append(f"{path} is not whole")
    return problems


def difference(entry, wanted):
    """What is other than wanted, in a few words."""
    if entry is None or wanted is None:
        return "is missing" if entry is None else "is there"
    words = [
        f"{name} {found!r:.60} for {other!r:.60}"
        for name, found, other in zip(("mode", "user", "group", "content"), entry, wanted) if found != other]
    return ", ".join(words)


def differences(found, wanted):
    return [
        f"{path}: {difference(found.get(path), wanted.get(path))}"
        for path in sorted(found.keys() | wanted.keys()) if found.get(path) != wanted.get(path)]


def neither(found, old, new):
    """Paths that are as they never should be: neither old nor new, and no temporary file either."""
    return [
        f"{path}: neither old ({difference(entry, old.get(path))}) nor new ({difference(entry, new.get(path))})"
        for path in sorted(found.keys() | old.keys() | new.keys())
        if (entry := found.get(path)) not in (old.get(path), new.get(path)) and not is_temporary(path, entry)]


def is_temporary(path, entry):
    return entry is not None and stat.S_ISREG(entry[0]) and bool(TEMPORARY.search(path))


def put_back(template, root):
    """Makes `root` what `template` is; other file systems in it stay."""
    os.makedirs(root, exist_ok=True)
    for name in os.listdir(root):
        path = f"{root}/{name}"
        if f"/{name}" in FOREIGN:
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)
    subprocess.run(["cp", "-a", f"{template}/.", root], check=True)
