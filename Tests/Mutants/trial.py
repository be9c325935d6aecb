"""Runs tests of a built tree with one mutant active, in a sandbox."""

import collections
import os
import re
import signal
import subprocess
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SUITE = re.compile(r"^(?:@Suite.*\) |@Suite )?(?:final class|class|struct|enum|extension) (\w+)", re.MULTILINE)
TEST = re.compile(r"@Test\b")
FAILED_TEST = re.compile(r'Test (.+?) (?:recorded an issue|with .* failed)|^FAIL +(.+)$', re.MULTILINE)
# A test that takes this many times as long as without a mutant, and some seconds more, hangs.
PATIENCE = 4
GRACE = 30
HANG = "a test that hangs"


class NotSound(Exception):
    """The tests fail although no mutant is active."""


class Tests:
    """The tests of a tree: those of its parts, and those of the whole program."""

    def __init__(self, tree, slow):
        self.tree = tree
        self.parts = [os.path.join(tree, ".build/debug/bringupPackageTests.xctest"), "--testing-library", "swift-testing"]
        self.fast_parts = self.parts + [
            word for name in slow if name.endswith("Tests") for word in ("--skip", f"{name}/")]
        cases = sorted(set(os.listdir(os.path.join(tree, "Tests/BlackboxTests/Cases"))) - set(slow))
        self.fast_cases = [os.path.join(tree, "Tests/BlackboxTests/run"), *cases]
        # The seconds that each command takes without a mutant.
        self.usual = {}
        self.locks = collections.defaultdict(threading.Lock)

    def catch(self, mutant, source):
        """What fails while the mutant of a source file is active; None where nothing does."""
        near = self.near(source)
        commands = [[*self.parts, "--filter", rf"\.({'|'.join(near)})/"]] if near else []
        for command in [*commands, self.fast_parts, self.fast_cases]:
            output = self.run(mutant, command, PATIENCE * self.usual_seconds(command) + GRACE)
            if output is not None:
                return cause(output)
        return None

    def usual_seconds(self, command):
        key = tuple(command)
        with self.locks[key]:
            if key not in self.usual:
                start = time.monotonic()
                output = self.run(0, command, 900)
                if output is not None:
                    raise NotSound(output)
                self.usual[key] = time.monotonic() - start
            return self.usual[key]

    def run(self, mutant, command, seconds):
        """What the tests print where they fail or hang; None where they pass."""
        environment = dict(
            os.environ, BRINGUP_MUTANT=str(mutant), BRINGUP_BIN=os.path.join(self.tree, ".build/debug/bringup"), STOP="1",
            SWIFT_BACKTRACE="enable=no")
        with subprocess.Popen(
                [os.path.join(HERE, "sandbox"), *command], cwd=self.tree, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True) as process:
            try:
                output, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                # The sandbox's first process ends with this one, and all others with it.
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                return HANG
        return None if process.returncode == 0 else output.decode(errors="replace")

    def near(self, source):
        """The suites in the folder that mirrors a source file's."""
        module, folder = source.split("/")[1], "/".join(source.split("/")[2:-1])
        directory = os.path.join(self.tree, "Tests", f"{module}Tests", folder)
        found = set()
        names = os.listdir(directory) if os.path.isdir(directory) else []
        for name in names:
            if name.endswith(".swift"):
                with open(os.path.join(directory, name), encoding="utf-8") as file:
                    text = file.read()
                if TEST.search(text):
                    found.update(SUITE.findall(text))
        return sorted(found)


def cause(output):
    """The first test that failed, of what tests print."""
    if output == HANG:
        return output
    failed = FAILED_TEST.search(output)
    return failed[1] or failed[2] if failed else "a crash"
