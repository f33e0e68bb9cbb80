"""A secret: a value that shows itself only when asked by name."""

import re
from typing import Final

_KEY_SHAPE: Final = re.compile(r"[A-Za-z0-9_=-]{32}")
_STARS: Final = "********"


class Secret:
    """Text that never appears in ``repr``, ``str``, ``format``, a pickle or a traceback of ours."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """The text itself. Every caller of this method is a place to review."""
        return self.__value

    def __repr__(self) -> str:
        return f"Secret({_STARS})"

    def __str__(self) -> str:
        return _STARS

    def __format__(self, _spec: str) -> str:
        return _STARS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other.reveal() == self.__value

    def __hash__(self) -> int:
        return hash(("Secret", self.__value))

    def __bool__(self) -> bool:
        return bool(self.__value)

    def __reduce__(self) -> str:
        raise TypeError("a Secret is never serialised")


def looks_like_key(text: str) -> bool:
    """True for the usual shape of an API key: 32 characters of ``A-Z a-z 0-9 _ = -``.

    Other shapes are accepted with a warning only: the shape is observed, not documented.
    """
    return _KEY_SHAPE.fullmatch(text.strip()) is not None
