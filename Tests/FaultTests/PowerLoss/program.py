"""Runs of the program, as they are, or slow and with file systems that are written out all the time."""

import contextlib
import ctypes
import os
import subprocess
import threading

import documents

PROGRAM = os.environ["BRINGUP_BIN"]


def slowly(skipped=()):
    """Words before a command: each of its system calls takes a while, and the `skipped` ones only say that they did it."""
    words = ["strace", "--follow-forks", "--quiet=all", "--output=/dev/null"]
    if skipped:
        words.append(f"--inject={','.join(skipped)}:retval=0")
    return words + [f"--inject={'!' if skipped else ''}{','.join(skipped) or 'all'}:delay_exit=400"]


def run(root, *words, prefix=()):
    command = [*prefix, PROGRAM, words[0], "--root", root, *words[1:]]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)


def apply(root, made, prefix=()):
    """One apply of these documents."""
    inputs = os.path.join(os.path.dirname(root), "input")
    os.makedirs(inputs, exist_ok=True)
    names = []
    for number, document in enumerate(made):
        names.append(os.path.join(inputs, f"{number}.yaml"))
        with open(names[-1], "w", encoding="utf-8") as stream:
            stream.write(documents.text(document))
    return run(root, "apply", *names, prefix=prefix)


@contextlib.contextmanager
def written_out(paths):
    """The file systems of these paths are synchronized over and over meanwhile, as a busy machine's are: there is a moment
    of a power loss between any two steps then."""
    library, done = ctypes.CDLL(None), threading.Event()
    numbers = [os.open(path, os.O_RDONLY | os.O_DIRECTORY) for path in paths]

    def work():
        while not done.wait(0.002):
            for number in numbers:
                library.syncfs(number)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        for number in numbers:
            os.close(number)
