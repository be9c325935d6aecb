"""apply and rollback, whose every path is to be old or new, whatever fails."""

import json
import stat

import ending
import inputs
import scene
import tree


class FilesScene(scene.Scene):
    """Begins where the first version was applied and others have been at work since."""

    words: tuple
    status = 0
    def __init__(self, program, place, is_node):
        super().__init__(program, place, is_node)
        inputs.build_root(self.root)
        self.bare = tree.asked(self.found())
        self.sources = () if is_node else (self.input,)
        self.parts = f"{self.root}/etc/bringup/parts.d" if is_node else self.input
        inputs.write_parts(self.parts, 1)
        self.succeed("apply", *self.sources)
        inputs.let_others_work(self.root)
        inputs.write_parts(self.parts, 2)
        self.before = tree.asked(self.found())
        self.prepare()
        self.keep()
        self.begin = tree.asked(self.found())
        self.succeed(*self.words)
        self.end = tree.asked(self.found())
        self.changes = len(tree.differences(self.begin, self.end))

    def prepare(self):
        """What is done before the run that is tested."""

    def succeed(self, *words):
        done = self.run(*words)
        if done.returncode != 0:
            raise RuntimeError(f"{words} does not work: {done.stdout.decode()}{done.stderr.decode()}")
        return done

    def judge(self, run, fault):
        """What is wrong after a run that met a fault, and after the runs that follow it."""
        found = self.found()
        problems = tree.neither(tree.asked(found), self.begin, self.end)
        if fault.kind != "kill":
            problems += ending.problems(run, fault, self.root)
            if run.status == 0:
                problems += [f"ok, but {line}" for line in tree.differences(tree.asked(found), self.wanted(found, fault))]
                # From a disk that was lost nothing can be taken away; the next run does.
                if fault.disk != "/":
                    problems += [f"ok, but {line}" for line in tree.own_disorder(found)]
            problems += self.untruths(run, tree.asked(found))
        return problems + self.follow(fault, found)

    def wanted(self, found, fault):
        """The end. On a file system that is read-only by now empty directories may stay."""
        if fault.kind != "EROFS":
            return self.end
        left = {path: entry for path, entry in found.items() if stat.S_ISDIR(entry[0]) and entry == self.begin.get(path)}
        return left | self.end

    def untruths(self, run, found):
        """Where the report and the root differ."""
        report = self.report(run)
        if report is None:
            # Temporary files, and directories for them, are taken away by the next run.
            changed = [path for path, entry in self.begin.items() if found.get(path) != entry]
            changed += [path for path in found.keys() & self.end.keys() - self.begin.keys() if not stat.S_ISDIR(found[path][0])]
            return [f"changed without a word: {path}" for path in sorted(changed)]
        problems = []
        for step in report["steps"]:
            path = step.get("path") and self.resolved(step["path"])
            if path is None or self.begin.get(path) == self.end.get(path):
                continue
            is_new = found.get(path) == self.end.get(path)
            if step["outcome"] == "changed" and not is_new:
                problems.append(f"reported as changed, but is not: {path}")
            # What is in place and not known to be there after a power failure has failed, and says so; so does what is in place
            # and could not be put back.
            if step["outcome"] in ("failed", "not-run") and is_new and not step["stuck"]:
                problems.append(f"reported as {step['outcome']}, but is changed: {path}")
        return problems

    def report(self, run):
        """What the run printed; where it could not, what the file has of it, which `bringup report` shows. None without any."""
        text = run.output
        if run.hit and run.hit.startswith("write(/memfd:output"):
            with open(f"{self.root}/run/bringup/report.json", "rb") as file:
                text = file.read()
        try:
            return json.loads(text)
        except ValueError:
            return None

    def resolved(self, path):
        return "/etc/target" if path == "/etc/link" else path

    def check_end(self, label, wanted):
        found = self.found()
        return [f"{label}: {line}" for line in tree.differences(tree.asked(found), wanted) + tree.own_disorder(found)]


class ApplyScene(FilesScene):
    @property
    def words(self):
        return ("apply", "--format", "json", *self.sources)

    def follow(self, fault, found):
        again = self.run(*self.words)
        problems = [] if again.returncode == 0 else [f"again: status {again.returncode}: {again.stdout[-300:]!r} {again.stderr!r}"]
        problems += self.check_end("again", self.end)
        third = self.run(*self.words)
        if third.returncode != 0 or json.loads(third.stdout)["outcome"] != "unchanged":
            problems.append(f"a third time: status {third.returncode}, {third.stdout[-300:]!r}")
        return problems


class UndoneScene(ApplyScene):
    """The run after the one that was stopped is a rollback: of that one, or of the one before it where that came to nothing."""

    def follow(self, fault, found):
        undone = self.run("rollback", "--format", "json")
        # Others have edited what the first version wrote.
        problems = [] if undone.returncode in (0, 1) else [f"rollback: status {undone.returncode}: {undone.stderr!r}"]
        back = self.found()
        problems += [f"rolled back: {line}" for line in tree.neither(tree.asked(back), self.bare, self.begin) + tree.own_disorder(back)]
        problems += [f"rolled back: stray {path}" for path, entry in back.items() if tree.is_temporary(path, entry)]
        forward = self.run(*self.words)
        if forward.returncode != 0:
            problems.append(f"apply afterwards: status {forward.returncode}: {forward.stdout[-300:]!r}")
        return problems + self.check_end("applied afterwards", self.end)


class OtherInputScene(ApplyScene):
    """The run after the one that was stopped has other input: that of the first version."""

    def prepare(self):
        self.keep()
        self.begin_again()
        self.first = tree.asked(self.found())
        self.put_back()

    def begin_again(self):
        inputs.write_parts(self.parts, 1)
        try:
            self.succeed(*self.words)
        finally:
            inputs.write_parts(self.parts, 2)

    def follow(self, fault, found):
        self.begin_again()
        other = self.found()
        problems = tree.neither(tree.asked(other), self.first, self.end) + tree.own_disorder(other)
        problems += [f"stray {path}" for path, entry in other.items() if tree.is_temporary(path, entry)]
        return [f"with other input: {line}" for line in problems] + super().follow(fault, found)


class RollbackScene(FilesScene):
    words = ("rollback", "--format", "json")

    def prepare(self):
        self.succeed("apply", *self.sources)

    def follow(self, fault, found):
        problems = []
        if "/var/lib/bringup/backup/000002" in found:
            again = self.run(*self.words)
            if again.returncode != 0:
                problems.append(f"again: status {again.returncode}: {again.stdout[-300:]!r} {again.stderr!r}")
        else:
            problems += [f"gone without a rollback: {line}" for line in tree.differences(tree.asked(found), self.wanted(found, fault))]
        forward = self.run("apply", *self.sources)
        if forward.returncode != 0:
            problems.append(f"apply afterwards: status {forward.returncode}: {forward.stdout[-300:]!r}")
        return problems + self.check_end("applied afterwards", self.begin)
