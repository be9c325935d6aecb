"""A copy of the repository with mutants in its sources, all built at once and chosen by BRINGUP_MUTANT when a process starts."""

import os
import re
import subprocess
from typing import NamedTuple

import operators
import tree

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


def sources(repository):
    """The files that mutants are looked for in."""
    folders = tuple(f"Sources/{module}/" for module in MODULES)
    return sorted(name for name in tree.listed(repository) if name.startswith(folders) and name.endswith(".swift"))


def prepare(repository, place):
    """Copies all but what holds mutants."""
    names = tree.listed(repository)
    tree.copy(repository, place, names - set(sources(repository)))
    tree.remove(place, ["Sources", "Tests"], names | {f"Sources/{module}/Mutants.swift" for module in MODULES})


def write(repository, place, placed):
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
        tree.put(os.path.join(place, name), text.encode())
    with open(os.path.join(HERE, "Mutants.swift"), encoding="utf-8") as file:
        common = file.read()
    for module in MODULES:
        own = [one for one in placed if one.mutant.operator and one.file.startswith(f"Sources/{module}/")]
        text = common + "".join("\n" + operators.declaration(one.number, one.mutant.operator) for one in own)
        tree.put(os.path.join(place, "Sources", module, "Mutants.swift"), text.encode())


def build(repository, place, placed):
    """Builds the tests of the tree at `place`; gives the mutants that are in them, without those that the compiler does not take."""
    refused = Refused(os.path.join(place, ".build/refused"))
    while True:
        placed = [one for one in placed if one not in refused]
        write(repository, place, placed)
        done = subprocess.run(
            ["swift", "build", "--build-tests"], cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode == 0:
            return placed
        errors = {(os.path.relpath(path, place), int(line)) for path, line in ERROR.findall(done.stdout)}
        found = {one for error in errors for one in culprits(placed, *error)}
        if not found:
            raise NotBuilt(done.stdout)
        print(f"{len(found)} mutants are not valid Swift", flush=True)
        refused.add(found)


class Refused:
    """The mutants that the compiler did not take, kept for the next run."""

    def __init__(self, path):
        self.path = path
        self.keys = set()
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.keys.update(file.read().splitlines())

    def __contains__(self, one):
        return self.key(one) in self.keys

    def add(self, found):
        self.keys.update(self.key(one) for one in found)
        with open(self.path, "w", encoding="utf-8") as file:
            file.writelines(f"{key}\n" for key in sorted(self.keys))

    @staticmethod
    def key(one):
        return f"{one.file}:{one.mutant.start}: {one.mutant.change}"


def culprits(placed, name, line):
    """The mutants that an error may be of: those on its line, or else the nearest one of its file."""
    own = sorted((one for one in placed if one.file == name), key=lambda one: abs(one.mutant.line - line))
    return [one for one in own if one.mutant.line == line] or own[:1]
