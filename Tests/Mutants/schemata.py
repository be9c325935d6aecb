"""A copy of the repository with mutants in its sources, all built at once and chosen by BRINGUP_MUTANT when a process starts."""

import os
import re
import subprocess
from typing import NamedTuple

import operators

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = ("Core", "Host")
ERROR = re.compile(r"^(\S+\.swift):(\d+):\d+: error: ", re.MULTILINE)


class Placed(NamedTuple):
    number: int
    # Relative to the repository.
    file: str
    # A `mutations.Mutant`.
    mutant: object


class NotBuilt(Exception):
    pass


def copy(repository, tree):
    """Brings the tree up to date, and leaves alone what has not changed, which is not built again."""
    listed = subprocess.run(
        ["git", "-C", repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True)
    for name in listed.stdout.decode().split("\0"):
        source, target = os.path.join(repository, name), os.path.join(tree, name)
        if not name or name.startswith("Tests/Mutants/") or is_source(name) or not os.path.lexists(source):
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if os.path.islink(source):
            if not os.path.lexists(target):
                os.symlink(os.readlink(source), target)
            continue
        with open(source, "rb") as file:
            content = file.read()
        if name == "Package.swift":
            content = content.replace(b"  .treatAllWarnings(as: .error),\n", b"")
        put(target, content)
        os.chmod(target, os.stat(source).st_mode)


def is_source(name):
    return name.startswith(tuple(f"Sources/{module}/" for module in MODULES)) and name.endswith(".swift")


def sources(repository):
    for module in MODULES:
        for directory, _, names in os.walk(os.path.join(repository, "Sources", module)):
            for name in names:
                if name.endswith(".swift"):
                    yield os.path.relpath(os.path.join(directory, name), repository)


def put(path, content):
    if os.path.exists(path):
        with open(path, "rb") as file:
            if file.read() == content:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def write(repository, tree, placed):
    """Writes the sources with the mutants in them. Of a file no two mutants may be on one line."""
    by_file = {}
    for one in placed:
        by_file.setdefault(one.file, []).append(one)
    for name in sources(repository):
        with open(os.path.join(repository, name), encoding="utf-8") as file:
            text = file.read()
        for one in sorted(by_file.get(name, []), key=lambda one: -one.mutant.start):
            code = one.mutant.code.format(id=one.number, operator=operators.spelling(one.number))
            text = text[:one.mutant.start] + code + text[one.mutant.end:]
        put(os.path.join(tree, name), text.encode())
    with open(os.path.join(HERE, "Mutants.swift"), encoding="utf-8") as file:
        common = file.read()
    for module in MODULES:
        own = [one for one in placed if one.mutant.operator and one.file.startswith(f"Sources/{module}/")]
        text = common + "".join("\n" + operators.declaration(one.number, one.mutant.operator) for one in own)
        put(os.path.join(tree, "Sources", module, "Mutants.swift"), text.encode())


def build(repository, tree, placed):
    """Builds the tree's tests; gives the mutants that are in them, without those that the compiler does not take."""
    while True:
        write(repository, tree, placed)
        done = subprocess.run(
            ["swift", "build", "--build-tests"], cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode == 0:
            return placed
        errors = {(os.path.relpath(path, tree), int(line)) for path, line in ERROR.findall(done.stdout)}
        refused = {one for error in errors for one in culprits(placed, *error)}
        if not refused:
            raise NotBuilt(done.stdout)
        print(f"{len(refused)} mutants are not valid Swift", flush=True)
        placed = [one for one in placed if one not in refused]


def culprits(placed, name, line):
    """The mutants that an error may be of: those on its line, or else the nearest one of its file."""
    own = sorted((one for one in placed if one.file == name), key=lambda one: abs(one.mutant.line - line))
    return [one for one in own if one.mutant.line == line] or own[:1]
