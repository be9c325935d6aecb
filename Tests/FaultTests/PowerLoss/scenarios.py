"""What the power fails during: each prepares a node, and then does the one thing that is recorded."""

import dataclasses
import os
import subprocess
import typing

import documents
import program


def fresh(root):
    os.makedirs(f"{root}/etc", exist_ok=True)
    os.makedirs(f"{root}/run", exist_ok=True)
    os.makedirs(f"{root}/var/lib", exist_ok=True)
    for name, text in (("passwd", documents.PASSWD), ("group", documents.GROUP)):
        with open(f"{root}/etc/{name}", "w", encoding="utf-8") as stream:
            stream.write(text)


def with_old(root):
    fresh(root)
    succeed(program.apply(root, documents.old()))


def with_new(root):
    with_old(root)
    succeed(program.apply(root, documents.new()))


def with_blocked(root):
    with_old(root)
    with open(f"{root}/etc/blocked", "w", encoding="utf-8"):
        pass
    subprocess.run(["chattr", "+i", f"{root}/etc/blocked"], check=True)


def succeed(done):
    if done.returncode != 0:
        raise OSError(f"status {done.returncode}: {done.stdout.decode(errors='replace')}")


def apply_old(root, prefix=()):
    return program.apply(root, documents.old(), prefix)


def apply_new(root, prefix=()):
    return program.apply(root, documents.new(), prefix)


def apply_blocked(root, prefix=()):
    return program.apply(root, documents.blocked(), prefix)


def roll_back(root, prefix=()):
    return program.run(root, "rollback", prefix=prefix)


def roll_back_if_due(root):
    """Another rollback would undo the apply before; then any next run does."""
    generations = [name for name in os.listdir(f"{root}/var/lib/bringup/backup") if name.isdigit()]
    return roll_back(root) if len(generations) > 1 else apply_old(root)


@dataclasses.dataclass(frozen=True)
class Scenario:
    prepare: typing.Callable
    # What is recorded, and the status that it ends with.
    act: typing.Callable
    status: int
    # What is run after the power loss.
    again: typing.Callable
    # What some files may hold meanwhile, by path, and go on to hold after a power loss in that moment.
    passing: dict = dataclasses.field(default_factory=dict)
    # Whether a rollback after it leads to the node before it.
    rolls_back_to_before: bool = False


ALL = {
    "first-apply": Scenario(fresh, apply_old, 0, apply_old, rolls_back_to_before=True),
    "second-apply": Scenario(with_old, apply_new, 0, apply_new, rolls_back_to_before=True),
    "rollback": Scenario(with_new, roll_back, 0, roll_back_if_due),
    "apply-that-is-undone": Scenario(
        with_blocked, apply_blocked, 1, apply_blocked, {"/etc/app/00.conf": documents.HALF}),
}
