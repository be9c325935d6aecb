"""Tries mutants on the tests that come to them."""

import concurrent.futures
import re
import time

from tests import Tests

FAILED_TEST = re.compile(r"Test (.+?) (?:recorded an issue|with .* failed)|^FAIL +(.+)$", re.MULTILINE)
# Tests that take this many times as long as without a mutant, and some seconds more, hang.
PATIENCE = 4
GRACE = 30
LONGEST = 900
NOBODY = "no test comes there"


class NotSound(Exception):
    """A test fails although no mutant is active."""


class Trial:
    """The tests of a tree, each of which was run once without a mutant."""

    def __init__(self, tree, slow, pool):
        self.tests = Tests(tree, slow)
        self.slow = slow
        runs = {pool.submit(self.survey, test): test for test in self.tests.every}
        # By test: the mutants that it comes to, and the seconds that it takes.
        self.reached, self.usual = {}, {}
        try:
            for run in concurrent.futures.as_completed(runs):
                self.reached[runs[run]], self.usual[runs[run]] = run.result()
        except NotSound:
            pool.shutdown(cancel_futures=True)
            raise

    def survey(self, test):
        start = time.monotonic()
        output, reached = self.tests.run_surveyed(test, LONGEST)
        if output is not None:
            raise NotSound(f"{test.name} fails without a mutant:\n{output}")
        return reached, time.monotonic() - start

    def catch(self, mutant, source):
        """Whether a test fails, crashes or hangs while the mutant of a source file is active, and which one."""
        coming = [test for test in self.tests.every if mutant in self.reached[test]]
        near = [test for test in coming if test.mirrors(source)]
        suites = [test for test in coming if test.folder and test not in near and test.name not in self.slow]
        cases = [test for test in coming if not test.folder]
        for group in (near, suites, cases):
            if group:
                seconds = PATIENCE * sum(self.usual[test] for test in group) + GRACE
                output = self.tests.run(group, mutant, seconds)
                if output is not None:
                    return True, cause(output)
        return False, f"{len(coming)} suites and cases come there" if coming else NOBODY


def cause(output):
    """The first test that failed, of what tests print."""
    if output == Tests.HANG:
        return output
    failed = FAILED_TEST.search(output)
    return failed[1] or failed[2] if failed else "a crash"
