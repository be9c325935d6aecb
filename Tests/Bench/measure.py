"""What the programs of this directory share: to run a command and take its time, to show it, and to hold what was measured
to budgets."""

import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}


def run(command, log, statuses=(0,)):
    """Seconds from start to finish; what the command says goes to the file `log`."""
    with open(log, "wb") as stream, open(os.devnull) as nothing:
        actions = [(os.POSIX_SPAWN_DUP2, stream.fileno(), 1), (os.POSIX_SPAWN_DUP2, stream.fileno(), 2)]
        actions.append((os.POSIX_SPAWN_DUP2, nothing.fileno(), 0))
        start = time.perf_counter()
        pid = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=actions)
        _, status = os.waitpid(pid, 0)
        seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in statuses:
        sys.exit("bench: %s: status %d, see %s" % (" ".join(command), code, log))
    return seconds


def show(name, times, words):
    """Prints a row; the median in seconds."""
    row = (name, 1e3 * statistics.median(times), 1e3 * min(times), len(times), words)
    print("%-14s %9.2f ms %9.2f ms %6d  %s" % row)
    return statistics.median(times)


def judge(measured, file):
    """Prints each budget of `file` with what was measured; whether all hold."""
    print("\n%-22s %12s  %11s" % ("budget", "measured", "allowed"))
    good = True
    for name, bound, number in budgets(file):
        over, _, under = name.partition(" / ")
        found = measured[over] / measured[under] if under else measured[over]
        holds = found <= number if bound == "<=" else found >= number
        good = good and holds
        digits = 0 if found >= 1000 else 2
        row = (name, digits, found, bound, "%.*f" % (0 if number >= 1000 else 1, number))
        print("%-22s %12.*f  %s %8s  %s" % (row + ("holds" if holds else "DOES NOT HOLD",)))
    return good


def budgets(file):
    """The rows of `file`: what is measured, `<=` or `>=`, and the number."""
    with open(os.path.join(HERE, file)) as stream:
        for line in stream:
            words = line.split()
            if words and words[0] != "#":
                yield " ".join(words[:-2]), words[-2], float(words[-1])
