"""Records one scenario, and looks at the nodes that power losses during it leave."""

import contextlib
import os

import block_log
import disks
import program
import tree

# Of the machine: on a busy one the file systems are written out at any time.
LOADS = ("idle", "busy")
PLACES = ["/", "/var"]


class Recording:
    """What one scenario did: the disks before, the log, the trees before and after, and how far the log was at its end."""

    def __init__(self, kind, scenario, load, scratch, skipped):
        self.scenario = scenario
        self.disks = disks.Disks(kind, PLACES, scratch)
        self.bases = [os.path.join(scratch, f"base-{number}") for number in range(len(PLACES))]
        with self.disks.mounted() as root:
            scenario.prepare(root)
            self.before = tree.look(root)
        self.disks.copy(self.bases)
        with self.disks.recorded(scratch) as (root, log):
            paths = [root + place for place in PLACES]
            with program.written_out(paths) if load == "busy" else contextlib.nullcontext():
                done = scenario.act(root, program.slowly(skipped) if load == "busy" or skipped else ())
            size = os.path.getsize(log)
            self.after = tree.look(root)
            self.left = tree.strays(root)
        self.complaint = unlike(done, scenario.status)
        self.records = block_log.read(log)
        self.end = block_log.count(self.records, size)

    def cuts(self, most, chance):
        """Before each flush and at the end; at most so many of them."""
        flushes = [place for place, record in enumerate(self.records) if isinstance(record, block_log.Flush)]
        if most is not None and len(flushes) > most:
            flushes = chance.sample(flushes, most)
        return sorted({*flushes, self.end, len(self.records)})

    def __str__(self):
        writes = sum(isinstance(record, block_log.Write) for record in self.records)
        return f"{writes} writes, {len(self.records) - writes} flushes"


def examine(recording, cuts, chance, samples, scratch):
    """How many nodes were looked at, and what is wrong with them."""
    faults = recording.complaint + [f"left over by the run itself: {path}" for path in recording.left]
    nodes = 0
    images = [os.path.join(scratch, f"cut-{number}") for number in range(len(PLACES))]
    for cut in cuts:
        for loss, writes in enumerate(block_log.losses(recording.records, cut, chance, samples)):
            is_over = cut >= recording.end
            found = node_faults(recording, images, writes, is_over, is_rolled_back=nodes % 2 == 0)
            faults += [f"cut {cut} (end {recording.end} of {len(recording.records)}), loss {loss}: {fault}" for fault in found]
            nodes += 1
    return nodes, faults


def node_faults(recording, images, writes, is_over, is_rolled_back):
    """What is wrong with a node whose disks hold just these writes."""
    for base, image in zip(recording.bases, images):
        disks.run("cp", "--sparse=always", base, image)
    with contextlib.ExitStack() as stack:
        streams = [stack.enter_context(open(image, "r+b", buffering=0)) for image in images]
        for write in writes:
            os.pwrite(streams[write.disk].fileno(), write.data, write.offset)
    try:
        with recording.disks.mounted(images) as root:
            return first_look(recording, root, is_over) or second_look(recording, root, is_over, is_rolled_back)
    except OSError as error:
        return [str(error)]


def first_look(recording, root, is_over):
    found = tree.look(root)
    if is_over:
        return tree.differences(found, recording.after)
    return tree.mixture_faults(found, recording.before, recording.after, recording.scenario.passing)


def second_look(recording, root, is_over, is_rolled_back):
    scenario = recording.scenario
    # Whatever is new by now can be undone, at whatever moment the power failed.
    if is_rolled_back and scenario.rolls_back_to_before and tree.is_changed(tree.look(root), recording.before):
        done, status, wanted = program.run(root, "rollback"), 0, recording.before
    else:
        done, status, wanted = scenario.again(root), scenario.status, recording.after
    found = tree.look(root)
    if not is_over:
        found = {path: wanted[path] if scenario.passing.get(path) == file else file for path, file in found.items()}
    return unlike(done, status) + tree.differences(found, wanted) + [f"left over: {path}" for path in tree.strays(root)]


def unlike(done, status):
    if done.returncode == status:
        return []
    said = done.stdout.decode(errors="replace")[:300]
    return [f"status {done.returncode}, not {status}: {said}"]
