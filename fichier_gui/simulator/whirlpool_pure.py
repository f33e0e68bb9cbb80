"""Whirlpool (ISO/IEC 10118-3:2004) in plain Python: correct and slow, the last resort."""

from __future__ import annotations

_EXP = (0x1, 0xB, 0x9, 0xC, 0xD, 0x6, 0xF, 0x3, 0xE, 0x8, 0x7, 0x4, 0xA, 0x2, 0x5, 0x0)
_MIX = (0x7, 0xC, 0xB, 0xD, 0xE, 0x4, 0x9, 0xF, 0x6, 0x3, 0x8, 0xA, 0x2, 0x5, 0x1, 0x0)
_ROW = (1, 1, 4, 1, 8, 5, 2, 9)
_MASK = (1 << 64) - 1
_ROUNDS = 10


def _substitution() -> list[int]:
    inverse = [_EXP.index(value) for value in range(16)]
    box = []
    for value in range(256):
        high, low = _EXP[value >> 4], inverse[value & 15]
        mixed = _MIX[high ^ low]
        box.append(_EXP[high ^ mixed] << 4 | inverse[low ^ mixed])
    return box


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 0x100:
            left ^= 0x11D
        right >>= 1
    return product


def _tables() -> list[list[int]]:
    first = [sum(_times(value, factor) << (56 - 8 * at) for at, factor in enumerate(_ROW)) for value in _BOX]
    rows = [first]
    for _ in range(7):
        rows.append([(word >> 8 | word << 56) & _MASK for word in rows[-1]])
    return rows


_BOX = _substitution()
_TABLES = _tables()
_CONSTANTS = [
    sum(_BOX[8 * round_number + at] << (56 - 8 * at) for at in range(8)) for round_number in range(_ROUNDS)
]


def _round(state: list[int], keys: list[int]) -> list[int]:
    mixed = []
    for row in range(8):
        word = keys[row]
        for column in range(8):
            word ^= _TABLES[column][state[(row - column) & 7] >> (56 - 8 * column) & 255]
        mixed.append(word)
    return mixed


class PureWhirlpool:
    """Same use as a hashlib object: `update`, `hexdigest`."""

    def __init__(self) -> None:
        self._state = [0] * 8
        self._length = 0
        self._pending = b""

    def update(self, data: bytes | bytearray | memoryview) -> None:
        """Take more bytes."""
        self._length += len(data)
        block = self._pending + bytes(data)
        whole = len(block) - len(block) % 64
        for at in range(0, whole, 64):
            self._compress(block[at : at + 64])
        self._pending = block[whole:]

    def hexdigest(self) -> str:
        """128 lower-case hex digits of what was taken so far."""
        last = PureWhirlpool()
        last._state = list(self._state)
        padding = b"\x80" + b"\0" * ((31 - len(self._pending)) % 64)
        last.update(self._pending + padding + (8 * self._length).to_bytes(32, "big"))
        return "".join(f"{word:016x}" for word in last._state)

    def _compress(self, block: bytes) -> None:
        words = [int.from_bytes(block[at : at + 8], "big") for at in range(0, 64, 8)]
        keys = list(self._state)
        state = [word ^ key for word, key in zip(words, keys, strict=True)]
        for constant in _CONSTANTS:
            keys = _round(keys, [constant, 0, 0, 0, 0, 0, 0, 0])
            state = _round(state, keys)
        self._state = [old ^ new ^ word for old, new, word in zip(self._state, state, words, strict=True)]
