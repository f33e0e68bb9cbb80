"""Names: what the service can store, what the local disk can hold, and how people order them.

The stored form is rclone's for this service (https://rclone.org/fichier/#restricted-filename-characters), so
that both programs can share an account: a forbidden character becomes its full-width or control-picture
look-alike, and a look-alike that was there before is quoted with ``‛``.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import filterfalse
from typing import Final

QUOTE: Final = "‛"
SPACE_PICTURE: Final = "␠"
MAX_REMOTE: Final = 250
"""Characters of a name as the service stores it: documented for folders, taken to be the same for files."""
MAX_LOCAL_BYTES: Final = 255
"""One path component: bytes of UTF-8 on POSIX, units of UTF-16 on Windows."""

_FULL_WIDTH: Final = 0xFEE0
_PICTURES: Final = 0x2400
_FORBIDDEN: Final = "\\<>\"'$`/"
_LOOK_ALIKES: Final = {
    **{c: chr(ord(c) + _FULL_WIDTH) for c in _FORBIDDEN},
    **{chr(n): chr(_PICTURES + n) for n in range(0x20)},
    "\x7f": "␡",
}
_ORIGINALS: Final = {look: c for c, look in _LOOK_ALIKES.items()}
_QUOTED: Final = {look: QUOTE + look for look in (*_ORIGINALS, QUOTE)}
_ENCODE: Final = str.maketrans({**_LOOK_ALIKES, **_QUOTED})
_LOOKS: Final = "[" + re.escape("".join(_ORIGINALS)) + "]"
_DECODE: Final = re.compile(f"{QUOTE}({QUOTE}|{_LOOKS}|[0-9A-Fa-f]{{2}})|{_LOOKS}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_KEPT: Final = re.escape("".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in _FORBIDDEN))
_AS_IT_IS: Final = re.compile(f"[{_KEPT}](?:[{_KEPT} ]*[{_KEPT}])?")
"""Most names: nothing of them is altered."""
_DOTS: Final = {".": "．", "..": "．．", "．": QUOTE + "．", "．．": (QUOTE + "．") * 2}
_DOTS_BACK: Final = {stored: name for name, stored in _DOTS.items()}
_EDGES: Final = {" ": SPACE_PICTURE, SPACE_PICTURE: QUOTE + SPACE_PICTURE}


def encode_name(text: str) -> str:
    """The name as the service can store it. ``text`` may hold undecodable bytes, as ``os.fsdecode`` does."""
    if text in _DOTS:
        return _DOTS[text]
    if _AS_IT_IS.fullmatch(text):
        return text
    prefix = _EDGES.get(text[:1], "")
    text = text[1:] if prefix else text
    suffix = _EDGES.get(text[-1:], "")
    text = text[:-1] if suffix else text
    return prefix + _SURROGATE.sub(_quoted_bytes, text.translate(_ENCODE)) + suffix


def decode_name(stored: str) -> str:
    """The name that :func:`encode_name` was given. Other names come back as they are."""
    if stored in _DOTS_BACK:
        return _DOTS_BACK[stored]
    prefix, stored = _decoded_prefix(stored)
    stored, suffix = _decoded_suffix(stored)
    return prefix + _DECODE.sub(_decoded, stored) + suffix


def _quoted_bytes(match: re.Match[str]) -> str:
    code = ord(match[0])
    is_byte = 0xDC80 <= code <= 0xDCFF
    raw = bytes([code - 0xDC00]) if is_byte else match[0].encode("utf-8", "surrogatepass")
    return "".join(f"{QUOTE}{byte:02X}" for byte in raw)


def _decoded_prefix(stored: str) -> tuple[str, str]:
    if stored.startswith(SPACE_PICTURE):
        return " ", stored[1:]
    if stored.startswith(QUOTE + SPACE_PICTURE):
        return SPACE_PICTURE, stored[2:]
    return "", stored


def _decoded_suffix(stored: str) -> tuple[str, str]:
    if not stored.endswith(SPACE_PICTURE):
        return stored, ""
    body = stored[:-1]
    # An even run of quotes is quoted quotes before a space. rclone looks at the last one only, and so
    # cannot read back its own form of a name that ends in "‛ ".
    if (len(body) - len(body.rstrip(QUOTE))) % 2:
        return body[:-1], SPACE_PICTURE
    return body, " "


def _decoded(match: re.Match[str]) -> str:
    quoted = match[1]
    if quoted is None:
        return _ORIGINALS[match[0]]
    if len(quoted) == 1:
        return quoted
    byte = int(quoted, 16)
    return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)


_POSIX_LOCAL: Final = str.maketrans({"/": "／", "\0": "␀"})
_WINDOWS_LOCAL: Final = str.maketrans(
    {c: chr(ord(c) + _FULL_WIDTH) for c in '<>:"/\\|?*'} | {chr(n): chr(_PICTURES + n) for n in range(0x20)}
)
_UNPAIRED: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_DEVICES: Final = re.compile(r"(?i)(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\.|\Z)")
"""Names that Windows keeps for devices, with any extension."""
_WINDOWS_END: Final = {" ": SPACE_PICTURE, ".": "．"}
_NAMELESS: Final = "_"


def local_name(name: str, windows: bool, limit: int = MAX_LOCAL_BYTES) -> str:
    """``name`` as one safe path component: it cannot leave its folder and the system accepts it.

    ``limit`` is the room for the whole component, in bytes (units of UTF-16 on Windows); what is too long
    is cut before its extension.
    """
    name = name.translate(_WINDOWS_LOCAL if windows else _POSIX_LOCAL)
    name = (_SURROGATE if windows else _UNPAIRED).sub("�", name)
    if name in (".", ".."):
        name = name.replace(".", "．")
    if windows and _DEVICES.match(name):
        head, dot, rest = name.partition(".")
        name = f"{head}_{dot}{rest}"
    name = _fitted(name, windows, limit)
    if windows and name[-1:] in _WINDOWS_END:
        name = _fitted(name[:-1], windows, limit - 1) + _WINDOWS_END[name[-1]]
    return name or _NAMELESS


def local_path(path: str, windows: bool) -> str:
    """A remote path with ``/`` between its parts as a safe relative local one, ``/`` between its parts."""
    return "/".join(local_name(part, windows) for part in path.split("/") if part)


def relative_path_is_safe(path: str, windows: bool) -> bool:
    """True when ``path``, joined to a folder, stays inside it and every part is a plain name there."""
    if not path or (windows and "\\" in path):
        return False
    return all(part and local_name(part, windows, limit=1 << 20) == part for part in path.split("/"))


def name_length(name: str, windows: bool) -> int:
    """How much of :data:`MAX_LOCAL_BYTES` a name takes."""
    if windows:
        return len(name.encode("utf-16-le", "surrogatepass")) // 2
    return len(name.encode("utf-8", "surrogateescape"))


def _fitted(name: str, windows: bool, limit: int) -> str:
    if name_length(name, windows) <= limit:
        return name
    stem, extension = split_extension(name)
    if name_length(extension, windows) > limit // 2:
        stem, extension = name, ""
    room = limit - name_length(extension, windows)
    low, high = 0, len(stem)
    while low < high:
        middle = (low + high + 1) // 2
        if name_length(stem[:middle], windows) <= room:
            low = middle
        else:
            high = middle - 1
    return stem[:low].rstrip() + extension


_DOUBLE: Final = re.compile(r"(?i)(?<=.)\.tar\.(?:gz|bz2|xz|zst|lz|lz4|lzma|lzo|z|br)\Z", re.DOTALL)
_PARTED: Final = re.compile(r"(?i)(?<=.)\.(?:part\d+\.rar|(?:7z|zip)\.\d{3})\Z", re.DOTALL)
_SINGLE: Final = re.compile(r"(?<=[^.])\.[^.\s/\\]{1,16}\Z", re.DOTALL)


def split_extension(name: str) -> tuple[str, str]:
    """Stem and extension with its dot. ``.tar.gz`` and volume numbers are one; a hidden file has none."""
    for pattern in (_DOUBLE, _PARTED, _SINGLE):
        if match := pattern.search(name):
            return name[: match.start()], match[0]
    return name, ""


def numbered(name: str, n: int) -> str:
    """``name (2).ext``: the ``n``-th name for a file that must stand beside another of its name."""
    stem, extension = split_extension(name)
    return f"{stem} ({n}){extension}"


_DIGITS: Final = re.compile("([0-9]+)")


def folded(text: str) -> str:
    """``text`` without case and accents: what is compared when people search."""
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, split)).casefold()


def natural_key(text: str) -> str:
    """Sort key: "file 2" before "file 10", case and accents apart. One string, so that comparing is cheap."""
    return _DIGITS.sub(lambda match: _counted(match[0]), folded(text))


def _counted(number: str) -> str:
    digits = number if number[0] != "0" else number.lstrip("0") or "0"
    count = len(digits)
    # How many digits there are goes first, in a form that sorts as a number itself.
    return f"{count}{digits}" if count < 9 else f"9{count:04d}{digits}"


_MARK: Final = b"\xff"
"""In no text of UTF-8."""
_NUMERALS: Final = b"0123456789"
_MARKED: Final = bytes.maketrans(_NUMERALS, _MARK * len(_NUMERALS))
_NUMBERS_ALONE: Final = bytes(c if c in _NUMERALS else ord(" ") for c in range(256))
_ASCII: Final = bytes(range(128))
_LOWER: Final = bytes(range(256)).lower()
_MOST_REPLACED: Final = 100
"""Different characters that are replaced in a text one after the other; of more, each name is done alone."""


_BLOCK: Final = 1024
"""Names that are folded at a stroke: all of 100,000 keep the interpreter from other threads for 50 ms."""


class FoldedNames:
    """:func:`folded` and :func:`natural_key` of many names, several times as fast as one after the other."""

    def __init__(self, names: Sequence[str]) -> None:
        parts = (names[first : first + _BLOCK] for first in range(0, len(names), _BLOCK))
        self._blocks = [(part, _folded_lines(part)) for part in parts]

    def folded(self) -> list[str]:
        """What is compared when people search."""
        made: list[str] = []
        for names, lines in self._blocks:
            made += map(folded, names) if lines is None else _parted(lines)
        return made

    def natural_keys(self) -> list[str]:
        """What they are ordered by."""
        made: list[str] = []
        known = _Numbers()
        for names, lines in self._blocks:
            made += map(natural_key, names) if lines is None else _keys(lines, known)
        return made


def _keys(lines: bytes, known: "_Numbers") -> list[str]:
    numbers = lines.translate(_NUMBERS_ALONE).split()
    # Each number becomes a mark, however long it is, and each mark the place of a key.
    marked = lines.translate(_MARKED).replace(b"%", b"%%")
    while _MARK * 2 in marked:
        marked = marked.replace(_MARK * 2, _MARK)
    return _parted(marked.replace(_MARK, b"%b") % tuple(map(known.__getitem__, numbers)))


def _folded_lines(texts: Sequence[str]) -> bytes | None:
    """All in one, one a line: folding looks at no character's neighbours. None where that does not help."""
    whole = "\n".join(texts).encode("utf-8", "surrogatepass")
    others = {c: folded(c) for c in set(whole.translate(None, _ASCII).decode("utf-8", "surrogatepass"))}
    changed = [(old, new) for old, new in others.items() if old != new]
    if whole.count(b"\n") != len(texts) - 1 or len(changed) > _MOST_REPLACED:
        return None
    for old, new in changed:
        whole = whole.replace(old.encode(), new.encode())
    return whole.translate(_LOWER)


def _parted(lines: bytes) -> list[str]:
    return lines.decode("utf-8", "surrogatepass").split("\n")


class _Numbers(dict[bytes, bytes]):
    """:func:`_counted` of those that were asked for: most names have a year, or a number that others have."""

    def __missing__(self, number: bytes) -> bytes:
        self[number] = counted = _counted(number.decode()).encode()
        return counted
