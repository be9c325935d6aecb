"""Runs tests of a built tree with one mutant active, in a sandbox."""

import os
import re
import signal
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SUITE = re.compile(r"^(?:@Suite.*\) |@Suite )?(?:final class|class|struct|enum|extension) (\w+)", re.MULTILINE)
TEST = re.compile(r"@Test\b")


class Tests:
    """The tests of a tree, and how long to wait for them."""

    def __init__(self, tree, slow):
        self.tree = tree
        self.slow = [word for name in slow for word in ("--skip", name)]
        self.program = os.path.join(tree, ".build/debug/bringupPackageTests.xctest")

    def run(self, mutant, suites, seconds):
        """Whether the tests of the suites pass; of all suites where that is None. What hangs does not pass."""
        filters = ["--filter", rf"\.({'|'.join(suites)})/"] if suites is not None else []
        command = [
            os.path.join(HERE, "sandbox"), self.program, "--testing-library", "swift-testing", *filters, *self.slow]
        environment = dict(os.environ, BRINGUP_MUTANT=str(mutant), SWIFT_BACKTRACE="enable=no")
        process = subprocess.Popen(
            command, cwd=self.tree, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True)
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            # The sandbox's first process ends with this one, and all others with it.
            os.killpg(process.pid, signal.SIGKILL)
            output, _ = process.communicate()
        return process.returncode == 0, output.decode(errors="replace")

    def near(self, source):
        """The suites in the folder that mirrors a source file's; None where there are none."""
        module, folder = source.split("/")[1], "/".join(source.split("/")[2:-1])
        directory = os.path.join(self.tree, "Tests", f"{module}Tests", folder)
        found = set()
        for place, _, names in os.walk(directory):
            for name in names:
                if name.endswith(".swift"):
                    with open(os.path.join(place, name), encoding="utf-8") as file:
                        text = file.read()
                    if TEST.search(text):
                        found.update(SUITE.findall(text))
        return sorted(found) or None


def timed(body):
    start = time.monotonic()
    return body(), time.monotonic() - start
