"""The tests of a built tree: the suites of its parts, and the cases of the whole program."""

import os
import re
import signal
import subprocess
import tempfile
from typing import NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
SUITE = re.compile(r"^(?:@Suite.*\) |@Suite )?(?:final class|class|struct|enum|extension) (\w+)", re.MULTILINE)
# What Mutants.swift maps.
REACHED_BYTES = 1 << 16


class Test(NamedTuple):
    # `CoreTests.GzipTests`, or a case's.
    name: str
    # `Core/UserData`, which its folder mirrors; empty for a case.
    folder: str

    def mirrors(self, source):
        return self.folder == os.path.dirname(source).removeprefix("Sources/")


class Tests:
    HANG = "a test that hangs"

    def __init__(self, tree, left_out):
        self.tree = tree
        self.program = [os.path.join(tree, ".build/debug/bringupPackageTests.xctest"), "--testing-library", "swift-testing"]
        self.cases = os.path.join(tree, "Tests/BlackboxTests")
        cases = set(os.listdir(os.path.join(self.cases, "Cases"))) - set(left_out)
        self.every = self.suites() + [Test(name, "") for name in sorted(cases)]

    def suites(self):
        listed = subprocess.run([*self.program, "--list-tests"], check=True, capture_output=True, text=True)
        names = sorted({re.split(r"[./]", line)[1] for line in listed.stdout.splitlines() if "/" in line})
        folders = self.folders()
        return [Test(name, folders[name]) for name in names]

    def folders(self):
        """By the name of a type in a test file, what the file's folder mirrors."""
        found = {}
        for module in ("Core", "Host"):
            root = os.path.join(self.tree, "Tests", f"{module}Tests")
            for directory, _, names in os.walk(root):
                for name in sorted(names):
                    if name.endswith(".swift"):
                        with open(os.path.join(directory, name), encoding="utf-8") as file:
                            mirrored = os.path.normpath(os.path.join(module, os.path.relpath(directory, root)))
                            found.update(dict.fromkeys(SUITE.findall(file.read()), mirrored))
        return found

    def run(self, tests, mutant, seconds, reached=None):
        """What the tests, all suites or all cases, print where one fails or hangs; None where they pass."""
        names = [test.name for test in tests]
        if tests[0].folder:
            command = [*self.program, "--filter", rf"\.({'|'.join(names)})/"]
        else:
            command = [os.path.join(self.cases, "run"), *names]
        environment = dict(
            os.environ, BRINGUP_MUTANT=str(mutant), BRINGUP_BIN=os.path.join(self.tree, ".build/debug/bringup"), STOP="1",
            SWIFT_BACKTRACE="enable=no", **({"BRINGUP_MUTANTS": str(reached)} if reached is not None else {}))
        with subprocess.Popen(
                [os.path.join(HERE, "sandbox"), *command], cwd=self.tree, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
                pass_fds=[] if reached is None else [reached]) as process:
            try:
                output, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                # The sandbox's first process ends with this one, and all others with it.
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                return Tests.HANG
        return None if process.returncode == 0 else output.decode(errors="replace")

    def run_surveyed(self, test, seconds):
        """The same for one test without a mutant, and the numbers of the mutants that it comes to."""
        with tempfile.TemporaryFile() as file:
            file.truncate(REACHED_BYTES)
            output = self.run([test], 0, seconds, reached=file.fileno())
            marks = file.read()
        return output, {number for number, mark in enumerate(marks) if mark}
