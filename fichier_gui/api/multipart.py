"""``multipart/form-data`` exactly as the upload nodes read it (reference §5.2). Pure.

Disposition first in each part, an unquoted boundary, plain fields without a type, names as raw UTF-8 without
``filename*``: each of these costs a complete upload when it is wrong.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\"]")


@dataclass(frozen=True, slots=True)
class Form:
    """The fixed bytes of a form: what goes before each file and after the last."""

    content_type: str
    heads: tuple[bytes, ...]
    """One for each file; the first one also holds the plain fields, later ones end the file before."""
    tail: bytes
    length: int
    """Of the whole body."""


def make_form(boundary: str, fields: Mapping[str, str], files: Sequence[tuple[str, int]]) -> Form:
    """The form for ``files`` (name, size), at least one."""
    start = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    heads = []
    for name, _ in files:
        heads.append((start + _file_head(boundary, name)).encode("utf-8", "surrogatepass"))
        start = "\r\n"
    tail = f"\r\n--{boundary}--\r\n".encode()
    length = sum(map(len, heads)) + sum(size for _, size in files) + len(tail)
    return Form(f"multipart/form-data; boundary={boundary}", tuple(heads), tail, length)


def _file_head(boundary: str, name: str) -> str:
    quoted = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", name)
    return (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file[]"; filename="{quoted}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
