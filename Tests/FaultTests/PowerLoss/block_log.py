"""What reached the disks, in order, and what may be on them after the power went at some moment of it."""

import dataclasses
import struct

RECORD = struct.Struct("<cIQI")


@dataclasses.dataclass(frozen=True)
class Write:
    disk: int
    offset: int
    data: bytes

    def packed(self):
        return RECORD.pack(b"W", self.disk, self.offset, len(self.data)) + self.data


@dataclasses.dataclass(frozen=True)
class Flush:
    """All that this disk was given before is there for good."""

    disk: int

    def packed(self):
        return RECORD.pack(b"F", self.disk, 0, 0)


def read(path):
    """The records of a log."""
    with open(path, "rb") as stream:
        bytes_ = stream.read()
    records, place = [], 0
    while place < len(bytes_):
        kind, disk, offset, size = RECORD.unpack_from(bytes_, place)
        place += RECORD.size
        if kind == b"F":
            records.append(Flush(disk))
        else:
            records.append(Write(disk, offset, bytes_[place : place + size]))
            place += size
    return records


def split(records, cut):
    """The writes before `cut` that are there for good, and those since the last flush of their disk, which may be lost."""
    last = {record.disk: place for place, record in enumerate(records[:cut]) if isinstance(record, Flush)}
    durable, fleeting = [], []
    for place, record in enumerate(records[:cut]):
        if isinstance(record, Write):
            (durable if place < last.get(record.disk, -1) else fleeting).append(record)
    return durable, fleeting


def losses(records, cut, random, samples):
    """Each a list of the writes that are on the disks: none of the fleeting ones, all of them, and some of them by chance.

    A disk may write what it was given in any order until it is told to flush.
    """
    durable, fleeting = split(records, cut)
    yield durable
    if not fleeting:
        return
    yield durable + fleeting
    for _ in range(samples):
        yield durable + [write for write in fleeting if random.random() < 0.5]


def count(records, size):
    """How many of the records the first `size` bytes of the log hold."""
    for place, record in enumerate(records):
        if size <= 0:
            return place
        size -= len(record.packed())
    return len(records)
