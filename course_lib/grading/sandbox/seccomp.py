"""A filter of system calls: what a student's program never needs, the kernel refuses to it.

The filter is a classic BPF program that the kernel runs at every system call (seccomp(2)). It allows all but the calls listed here, which
lead out of a namespace, into another process or a far corner of the kernel, or take memory that belongs to no process.
"""
from __future__ import annotations

import ctypes
import errno
import functools
import os
import platform
import struct

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, AND, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x54, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16            # where they stand in the kernel's struct seccomp_data
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

REFUSED = {                                           # name: (number on x86-64, number on aarch64)
    # other namespaces and file systems
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "open_tree": (428, 428), "move_mount": (429, 429), "mount_setattr": (442, 442), "fsopen": (430, 430), "fsconfig": (431, 431),
    "fsmount": (432, 432), "fspick": (433, 433), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    # other processes
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "pidfd_getfd": (438, 438), "kcmp": (312, 272),
    "process_madvise": (440, 440), "process_mrelease": (448, 448), "migrate_pages": (256, 238), "move_pages": (279, 239),
    # the kernel's corners
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    "inotify_init": (253, None), "inotify_init1": (294, 26), "fanotify_init": (300, 262), "modify_ldt": (154, None),
    "personality": (135, 92), "uselib": (134, None), "lookup_dcookie": (212, 18), "nfsservctl": (180, 42),
    # the machine itself
    "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106), "kexec_load": (246, 104),
    "kexec_file_load": (320, 294), "reboot": (169, 142), "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "syslog": (103, 116), "vhangup": (153, 58), "iopl": (172, None),
    "ioperm": (173, None), "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "sethostname": (170, 161), "setdomainname": (171, 162),
    # memory that no process is seen to hold
    "landlock_create_ruleset": (444, 444), "landlock_add_rule": (445, 445), "landlock_restrict_self": (446, 446),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "semget": (64, 190), "msgget": (68, 186),
    "mq_open": (240, 180), "vmsplice": (278, 75),
}
CLONE, CLONE3, SOCKET, SOCKETPAIR, MMAP = (56, 220), (435, 435), (41, 198), (53, 199), (9, 222)
NEW_NAMESPACES = 0x7E020000                           # CLONE_NEWUSER, NEWPID, NEWNS, NEWIPC, NEWNET, NEWUTS, NEWCGROUP
FAMILIES = 1, 2, 10                                   # AF_UNIX, AF_INET, AF_INET6; AF_VSOCK, for one, would reach the machine's host
SHARED_ANONYMOUS = 0x21



def step(code: int, value: int, true: int = 0, false: int = 0) -> bytes:
    """One instruction: `true` and `false` say how many of the next ones a test skips."""
    return struct.pack("HBBI", code, true, false, value)


def argument(index: int) -> bytes:
    """Load the low half of an argument."""
    return step(LOAD, ARGUMENTS + 8 * index)


def when(number: int | None, *steps: bytes) -> list[bytes]:
    """These steps for one system call; the last of them returns."""
    return [] if number is None else [step(EQUAL, number, 0, len(steps)), *steps]


def refuse(code: int = errno.EPERM) -> bytes:
    return step(RETURN, REFUSE | code)


def number(numbers: tuple[int, int]) -> int:
    """The one for this machine."""
    return numbers[list(MACHINES).index(platform.machine())]


@functools.cache
def program(machine: str) -> bytes:
    """The filter for x86-64 or aarch64; raises ValueError for another machine, whose numbers are not listed here."""
    if machine not in MACHINES:
        raise ValueError(f"the system calls of {machine!r} are not known here, only those of {' and '.join(MACHINES)}")
    column = list(MACHINES).index(machine)
    allow = step(RETURN, ALLOW)
    families = [argument(0), *(step(EQUAL, family, len(FAMILIES) - place) for place, family in enumerate(FAMILIES)),
                refuse(errno.EAFNOSUPPORT), allow]
    steps = [step(LOAD, ARCHITECTURE), step(EQUAL, MACHINES[machine], 1), step(RETURN, KILL), step(LOAD, NUMBER)]
    if machine == "x86_64":                           # the x32 calls have numbers of their own
        steps += [step(AT_LEAST, 0x40000000, 0, 1), refuse(errno.ENOSYS)]
    for numbers in REFUSED.values():
        steps += when(numbers[column], refuse())
    steps += when(CLONE3[column], refuse(errno.ENOSYS))       # its flags lie in memory, out of a filter's reach: libc then uses clone
    steps += when(CLONE[column], argument(0), step(ANY_BIT, NEW_NAMESPACES, 0, 1), refuse(), allow)
    steps += when(SOCKET[column], *families)
    steps += when(SOCKETPAIR[column], *families)
    steps += when(MMAP[column], argument(3), step(AND, SHARED_ANONYMOUS), step(EQUAL, SHARED_ANONYMOUS, 0, 1), refuse(), allow)
    return b"".join([*steps, allow])


class Program(ctypes.Structure):
    """The kernel's struct sock_fprog."""
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def install() -> None:
    """Put the filter on this process and all that it will start, for ever; needs no_new_privs. Raises OSError."""
    code = program(platform.machine())
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(22, 2, ctypes.byref(Program(len(code) // 8, code)), 0, 0):       # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
        error = ctypes.get_errno()
        raise OSError(error, f"seccomp filter: {os.strerror(error)}")
