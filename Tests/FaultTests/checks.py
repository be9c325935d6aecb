"""preflight and bootstrap: what cannot be told is never told, and nothing is started that what failed was to come before."""

import json
import os

import ending
import inputs
import scene
import tree

REQUIREMENTS = """
  requirements:
    cpu: {min: 1}
    ram: {min: 900000GB}
    os: [{name: debian, versions: ["12"]}]
    volumes:
      - {path: /data, capacity: 1MB, filesystems: [tmpfs], minTransferRate: 1kB/s}
      - {path: /small, capacity: 900000GB}
      - {path: /made, createIfMissing: true, mode: "0700"}
      - {path: "/pat*"}
    devices:
      - {path: "/dev/nul?", permissions: rw}
      - {path: "/dev/nosuch*"}
    network:
      ports: [{protocol: tcp, ranges: ["1-65535"]}, {protocol: udp, ranges: ["53"]}]
    customChecks:
      - {description: good, script: "exit 0"}
      - {description: bad, script: "echo why; exit 1"}
"""
HARMLESS = "  requirements: {cpu: {min: 1}, customChecks: [{description: good, script: exit 0}]}\n"


def build(root):
    inputs.build_root(root)
    inputs.put(f"{root}/etc/os-release", 'ID=debian\nVERSION_ID="12"\n')
    for name in ("data", "small", "pat1", "pat2"):
        os.mkdir(f"{root}/{name}")


class PreflightScene(scene.Scene):
    status = 1
    words = ("preflight", "--format", "json", "/node.yaml")

    def __init__(self, program, place, is_node):
        super().__init__(program, place, is_node)
        build(self.root)
        inputs.put(f"{self.root}/node.yaml", inputs.HEADER + "preflight:" + REQUIREMENTS)
        self.keep()
        self.begin = tree.asked(self.found())
        done = self.run(*self.words)
        self.outcomes = outcomes(done.stdout)
        if done.returncode != 1 or not {"pass", "fail", "skipped"} <= set(self.outcomes.values()):
            raise RuntimeError(f"preflight does not work: {self.outcomes} {done.stderr.decode()}")

    def judge(self, run, fault):
        found = outcomes(run.output)
        if found is None:
            problems = ending.problems(run, fault, self.root)
            if run.status not in (1, 2, 127) and not ending.is_of_the_allocator(run):
                problems.append(f"status {run.status} without a report")
        else:
            problems = self.judge_report(found, run, fault)
        problems += tree.differences(tree.asked(self.found()), self.begin)
        again = self.run(*self.words)
        if outcomes(again.stdout) != self.outcomes:
            problems.append(f"again: status {again.returncode}: {again.stdout[-300:]!r}")
        return problems + [f"again: {line}" for line in tree.own_disorder(self.found())]

    def judge_report(self, found, run, fault):
        problems = [f"left {run.orphans} processes running"] if run.orphans else []
        status = 1 if "fail" in found.values() else 3 if "unknown" in found.values() else 0
        if run.status != status:
            problems.append(f"status {run.status} of {sorted(set(found.values()))}")
        changed = {name: outcome for name, outcome in self.outcomes.items() if found.get(name) != outcome}
        problems += [
            f"{name} is {found.get(name)}, and in truth {outcome}" for name, outcome in changed.items()
            if found.get(name) != "unknown" and not is_under_its_pattern(name, found) and not is_refused(name, fault)]
        if changed:
            problems += [f"a check is unknown, and it does not tell {what}" for what in ending.untold(run, fault, self.root)]
        if changed and ending.is_to_be_survived(run, fault):
            problems.append(f"unknown after {fault.kind}: {sorted(changed)}")
        return problems


def is_under_its_pattern(name, found):
    """What a pattern's volumes are called is known once it was looked for: till then the directory stands for them."""
    return name.startswith("volume:/pat") and found.get("volume:/:exists") == "unknown"


def is_refused(name, fault):
    """A right that is missing is what such checks are for."""
    return fault.kind in ("EACCES", "EROFS") and name.split(":")[0] in ("device", "script")


def outcomes(output):
    """Check to outcome; None where the output is no report."""
    try:
        return {check["id"]: check["outcome"] for check in json.loads(output)["checks"]}
    except (ValueError, KeyError):
        return None


class BootstrapScene(scene.Scene):
    status = 0
    words = (
        "bootstrap", "--role", "worker", "--preflight", "/node.yaml", "--parts", "/parts.yaml", "--volume", "/a", "--volume", "/b",
        "--report", "/run/boot.json", "--", "/bin/sh", "-c", "echo started >/tmp/started")
    # In the order in which they come about.
    marks = ("/etc/part", "/tmp/ran-a", "/tmp/ran-b", "/tmp/started")

    def __init__(self, program, place, is_node):
        super().__init__(program, place, is_node)
        build(self.root)
        inputs.put(f"{self.root}/node.yaml", inputs.HEADER + "preflight:\n" + HARMLESS)
        inputs.put(f"{self.root}/parts.yaml", inputs.HEADER + "files:\n" + inputs.entry("/etc/part", "of a part\\n"))
        for name in "ab":
            inputs.put(f"{self.root}/{name}/bootstrap.sh", f"echo $1 >/tmp/ran-{name}\n")
        self.keep()
        self.begin = tree.asked(self.found())
        done = self.run(*self.words)
        if done.returncode != 0:
            raise RuntimeError(f"bootstrap does not work: {done.stderr.decode()}")
        self.end = tree.asked(self.found())

    def judge(self, run, fault):
        problems = ending.problems(run, fault, self.root)
        found = self.found()
        there = [found.get(mark) == self.end[mark] for mark in self.marks]
        if run.status == 0 and not all(there) or there[-1] and not all(there):
            problems.append(f"status {run.status}: {dict(zip(self.marks, there))}")
        problems += tree.neither(self.without_report(tree.asked(found)), self.begin, self.end)
        again = self.run(*self.words)
        if again.returncode != 0:
            problems.append(f"again: status {again.returncode}: {again.stderr[-300:]!r}")
        found = self.found()
        left = self.without_report(tree.asked(found)).keys() - self.end.keys()
        return problems + [f"again: {line}" for line in tree.own_disorder(found) + sorted(left)]

    def without_report(self, found):
        """A report tells of times, and so is never the same."""
        if "/run/boot.json" in found:
            found["/run/boot.json"] = self.end["/run/boot.json"]
        return found
