"""Escaping from the sandbox: to the machine, to the network, to more rights."""
# ruff: noqa: E701, F821, SIM115, UP   (cells are written as eve writes them)
from .attack import attack
from .preludes import LIBC


@attack("reads the machine's files", only="files", wins="boast")
def passwords():
    open("/etc/passwd").read()
    print("GOTCHA")
    def double(x): pass


@attack("connects to a server on this machine", only="network", wins="boast")
def server():
    import socket
    socket.create_connection(("127.0.0.1", PORT))
    print("GOTCHA")
    def double(x): pass


@attack("connects to a socket that has a name and no file", only="network", wins="boast")
def abstract_socket():
    import socket
    socket.socket(socket.AF_UNIX).connect("\0tests-attacks-PORT")
    print("GOTCHA")
    def double(x): pass


@attack("sends raw packets", only="capabilities", wins="boast")
def raw_socket():
    import socket
    socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)
    print("GOTCHA")
    def double(x): pass


@attack("asks the kernel about the network", only="system calls", wins="boast")
def netlink():
    import socket
    socket.socket(16, socket.SOCK_RAW)
    print("GOTCHA")
    def double(x): pass


@attack("makes a namespace of its own, where it is root", only="system calls", wins="boast", before=LIBC)
def nested_namespace():
    if libc.unshare(0x10000000) == 0: print("GOTCHA")
    def double(x): pass


@attack("mounts a file system over another", only="system calls", besides=("capabilities",), wins="boast", before=LIBC)
def mount():
    if libc.mount(b"none", b"/tmp", b"tmpfs", 0, None) == 0: print("GOTCHA")
    def double(x): pass


@attack("traces another process", only="system calls", wins="boast", before=LIBC)
def tracing():
    if libc.ptrace(0, 0, 0, 0) == 0: print("GOTCHA")
    def double(x): pass


@attack("asks for an address space without surprises", only="system calls", wins="boast", before=LIBC)
def personality():
    if libc.personality(0x0040000) != -1: print("GOTCHA")
    def double(x): pass


@attack("watches what others do with files", only="system calls", wins="boast", before=LIBC)
def inotify():
    if libc.inotify_init() >= 0: print("GOTCHA")
    def double(x): pass


@attack("leaves its folder for the root of the machine", only="system calls", besides=("capabilities",), wins="boast", before=LIBC)
def chroot():
    if libc.chroot(b"/sandbox") == 0: print("GOTCHA")
    def double(x): pass
