"""A file system with the rules of FAT, served from memory over the kernel's FUSE device. Run as a program.

Upper and lower case are one; the characters that Windows forbids are refused; dots at the end of a name fall
away; there are no hard links, and times are even seconds. ``small_disk.fat_disk`` mounts it: the kernels of
many test machines have no FAT, but FUSE.
"""

import ctypes
import errno
import os
import stat
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

HEAD = struct.Struct("<IIQQIIII")
ATTRIBUTES = struct.Struct("<QQQQQQIIIIIIIIII")
ENTRY = struct.Struct("<QQQQII")
OPENED = struct.Struct("<QIi")
LARGEST_WRITE = 128 * 1024
FORBIDDEN = frozenset('"*/:<>?|\\') | {chr(n) for n in range(32)}
FOLDER, FILE = stat.S_IFDIR | 0o777, stat.S_IFREG | 0o666


@dataclass
class Node:
    """A file or a folder. ``entries``: shown name and node by folded name."""

    number: int
    mode: int
    data: bytearray = field(default_factory=bytearray)
    entries: dict[str, tuple[str, "Node"]] = field(default_factory=dict)
    mtime: int = 0

    def packed(self) -> bytes:
        """As the kernel wants it."""
        size, when = len(self.data), self.mtime // 2 * 2
        return ATTRIBUTES.pack(
            self.number, size, (size + 511) // 512, when, when, when, 0, 0, 0, self.mode, 1, 0, 0, 0, 4096, 0
        )


class Refusal(Exception):
    """``args[0]``: the error number."""


def folded(name: str) -> str:
    """The key of a name."""
    return name.rstrip(".").casefold()


class Fat:
    """Answers one request at a time."""

    def __init__(self) -> None:
        self.nodes = {1: Node(1, FOLDER)}
        self.answers: dict[int, Callable[[Node, bytes], bytes]] = {
            1: self.look_up,
            3: lambda node, _: struct.pack("<QII", 0, 0, 0) + node.packed(),
            4: self.set_attributes,
            9: lambda node, body: self.entry(self.make(node, body[8:], FOLDER)),
            10: self.unlink,
            11: self.remove_folder,
            12: lambda node, body: self.rename(node, body, 8),
            13: self.refuse_link,
            14: lambda _node, _body: OPENED.pack(0, 0, 0),
            15: self.read,
            16: self.write,
            17: lambda _node, _body: struct.pack(
                "<QQQQQIIII6I", 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 4096, 255, 4096, 0, *[0] * 6
            ),
            18: lambda _node, _body: b"",
            20: lambda _node, _body: b"",
            25: lambda _node, _body: b"",
            26: lambda _node, _body: struct.pack(
                "<IIIIHHIIHHI7I", 7, 31, 65536, 1 << 5, 16, 12, LARGEST_WRITE, 1, 0, 0, 0, *[0] * 7
            ),
            27: lambda _node, _body: OPENED.pack(0, 0, 0),
            28: self.list_folder,
            29: lambda _node, _body: b"",
            30: lambda _node, _body: b"",
            35: lambda node, body: self.entry(self.make(node, body[16:], FILE)) + OPENED.pack(0, 0, 0),
            45: lambda node, body: self.rename(node, body, 16),
        }

    def answer(self, opcode: int, node_number: int, body: bytes) -> bytes:
        """Raises :class:`Refusal`."""
        if opcode not in self.answers:
            raise Refusal(errno.ENOSYS)
        node = self.nodes.get(node_number, self.nodes[1])
        return self.answers[opcode](node, body)

    def entry(self, node: Node) -> bytes:
        """Never kept by the kernel: another spelling must come here too."""
        return ENTRY.pack(node.number, 0, 0, 0, 0, 0) + node.packed()

    def look_up(self, folder: Node, body: bytes) -> bytes:
        return self.entry(self.found(folder, body))

    def found(self, folder: Node, name: bytes) -> Node:
        shown = name.rstrip(b"\0").decode("utf-8", "surrogateescape")
        if folded(shown) not in folder.entries:
            raise Refusal(errno.ENOENT)
        return folder.entries[folded(shown)][1]

    def checked(self, name: bytes) -> str:
        shown = name.rstrip(b"\0").decode("utf-8", "surrogateescape").rstrip(".")
        if not shown or any(c in FORBIDDEN or "\ud800" <= c <= "\udfff" for c in shown):
            raise Refusal(errno.EINVAL)
        return shown

    def make(self, folder: Node, name: bytes, mode: int) -> Node:
        shown = self.checked(name)
        if folded(shown) in folder.entries:
            raise Refusal(errno.EEXIST)
        node = Node(max(self.nodes) + 1, mode, mtime=int(time.time()))
        self.nodes[node.number] = node
        folder.entries[folded(shown)] = (shown, node)
        return node

    def set_attributes(self, node: Node, body: bytes) -> bytes:
        valid, size = struct.unpack_from("<I", body)[0], struct.unpack_from("<Q", body, 16)[0]
        if valid & 8:
            del node.data[size:]
            node.data.extend(bytes(size - len(node.data)))
        if valid & 32:
            node.mtime = struct.unpack_from("<Q", body, 40)[0]
        return struct.pack("<QII", 0, 0, 0) + node.packed()

    def unlink(self, folder: Node, body: bytes) -> bytes:
        self.found(folder, body)
        del folder.entries[folded(body.rstrip(b"\0").decode("utf-8", "surrogateescape"))]
        return b""

    def remove_folder(self, folder: Node, body: bytes) -> bytes:
        if self.found(folder, body).entries:
            raise Refusal(errno.ENOTEMPTY)
        return self.unlink(folder, body)

    def rename(self, folder: Node, body: bytes, start: int) -> bytes:
        target = self.nodes[struct.unpack_from("<Q", body)[0]]
        old, new = body[start:].split(b"\0")[:2]
        node, shown = self.found(folder, old), self.checked(new)
        self.unlink(folder, old)
        target.entries[folded(shown)] = (shown, node)
        return b""

    def refuse_link(self, _node: Node, _body: bytes) -> bytes:
        raise Refusal(errno.EPERM)

    def read(self, node: Node, body: bytes) -> bytes:
        offset, size = struct.unpack_from("<QI", body, 8)
        return bytes(node.data[offset : offset + size])

    def write(self, node: Node, body: bytes) -> bytes:
        offset, size = struct.unpack_from("<QI", body, 8)
        node.data.extend(bytes(max(0, offset - len(node.data))))
        node.data[offset : offset + size] = body[40 : 40 + size]
        node.mtime = int(time.time())
        return struct.pack("<II", size, 0)

    def list_folder(self, folder: Node, body: bytes) -> bytes:
        offset, size = struct.unpack_from("<QI", body, 8)
        listed = [(".", folder), ("..", folder), *folder.entries.values()]
        answer = b""
        for place, (shown, node) in enumerate(listed[offset:], offset + 1):
            name = shown.encode("utf-8", "surrogateescape")
            line = struct.pack("<QQII", node.number, place, len(name), node.mode >> 12) + name
            line += bytes(-len(line) % 8)
            if len(answer) + len(line) > size:
                break
            answer += line
        return answer


def serve(folder: str) -> None:
    """Mount at ``folder`` and answer until it is unmounted."""
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other".encode()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"fat", os.fsencode(folder), b"fuse", 0, options):
        sys.exit(os.strerror(ctypes.get_errno()))
    sys.stdout.write("mounted\n")
    sys.stdout.flush()
    fat = Fat()
    while True:
        try:
            request = os.read(device, LARGEST_WRITE + 64 * 1024)
        except OSError as error:
            if error.errno == errno.ENODEV:
                return
            continue
        _, opcode, unique, node, *_ = HEAD.unpack_from(request)
        if opcode in (2, 36, 42):  # forget and interrupt want no answer
            continue
        try:
            body, code = fat.answer(opcode, node, request[HEAD.size :]), 0
        except Refusal as refusal:
            body, code = b"", -refusal.args[0]
        os.write(device, struct.pack("<IiQ", 16 + len(body), code, unique) + body)


if __name__ == "__main__":
    serve(sys.argv[1])
