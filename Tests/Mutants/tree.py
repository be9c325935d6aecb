"""A copy of the repository, which a build leaves alone as far as it has not changed."""

import os
import subprocess


def listed(repository):
    """The files that are in the repository, or would be by the next commit."""
    command = ["git", "-C", repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    return {name for name in names if name and os.path.lexists(os.path.join(repository, name))}


def copy(repository, tree, names):
    """Brings the files `names` up to date, each with its mode."""
    for name in names:
        source, target = os.path.join(repository, name), os.path.join(tree, name)
        if os.path.islink(source):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not os.path.lexists(target):
                os.symlink(os.readlink(source), target)
            continue
        with open(source, "rb") as file:
            content = file.read()
        # Code around a mutant may be dead or always true; that is no reason not to build it.
        put(target, content.replace(b"  .treatAllWarnings(as: .error),\n", b"") if name == "Package.swift" else content)
        os.chmod(target, os.stat(source).st_mode)


def remove(tree, folders, kept):
    """Removes what is in folders of the tree and not among the files `kept`."""
    for folder in folders:
        for directory, _, names in os.walk(os.path.join(tree, folder)):
            for path in (os.path.join(directory, name) for name in names):
                if os.path.relpath(path, tree) not in kept:
                    os.remove(path)


def put(path, content):
    """Writes a file, unless it has that content."""
    if os.path.exists(path):
        with open(path, "rb") as file:
            if file.read() == content:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)
