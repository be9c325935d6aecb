"""ptrace(2) of Linux on x86-64, as far as stopping at system calls and changing them takes."""

import ctypes
import os
import platform
import re

if platform.machine() != "x86_64":
    raise SystemExit("faults: registers are known for x86_64 alone")

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.ptrace.restype = ctypes.c_long
_libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4

TRACEME, CONT, GETREGS, SETREGS, DETACH, SYSCALL, SETOPTIONS, CALL_INFO = 0, 7, 12, 13, 17, 24, 0x4200, 0x420E
EVENT_FORK, EVENT_VFORK, EVENT_CLONE, EVENT_EXEC = 1, 2, 3, 4
# Calls are told from other traps; children and threads are traced; all of them end with the tracer.
OPTIONS = 0x01 | 1 << EVENT_FORK | 1 << EVENT_VFORK | 1 << EVENT_CLONE | 1 << EVENT_EXEC | 1 << 20
ENTRY, EXIT = 1, 2
SET_CHILD_SUBREAPER = 36


class Registers(ctypes.Structure):
    """struct user_regs_struct."""
    _fields_ = [(name, ctypes.c_ulonglong) for name in (
        "r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax "
        "rip cs eflags rsp ss fs_base gs_base ds es fs gs").split()]


class Call(ctypes.Structure):
    """struct ptrace_syscall_info; at an entry `number` and `arguments` are the call's, at an exit `number` is its result."""
    _fields_ = [
        ("kind", ctypes.c_uint8), ("padding", ctypes.c_uint8 * 3), ("architecture", ctypes.c_uint32),
        ("instruction", ctypes.c_uint64), ("stack", ctypes.c_uint64), ("number", ctypes.c_uint64),
        ("arguments", ctypes.c_uint64 * 6)]


def request(what, process, address=None, data=None):
    """One ptrace(2); ProcessLookupError where a process was killed meanwhile."""
    result = _libc.ptrace(what, process, address, data)
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


def call_of(process):
    call = Call()
    request(CALL_INFO, process, ctypes.sizeof(call), ctypes.byref(call))
    return call


def registers(process):
    values = Registers()
    request(GETREGS, process, None, ctypes.byref(values))
    return values


def set_registers(process, values):
    request(SETREGS, process, None, ctypes.byref(values))


def adopt_orphans():
    """What the processes started here leave behind becomes a child of this one, and so is seen."""
    _libc.prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def call_names():
    """Number to name, as the kernel's header has them."""
    with open("/usr/include/x86_64-linux-gnu/asm/unistd_64.h") as header:
        return {int(number): name for name, number in re.findall(r"#define __NR_(\w+) (\d+)", header.read())}


NAMES = call_names()
