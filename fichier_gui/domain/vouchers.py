"""Vouchers: codes that pay for something once, for any account."""

import re
from typing import Final

from fichier_gui.domain.values import value

LENGTH: Final = 32

_SPACES: Final = re.compile(r"[\s-]+")
_CODE: Final = re.compile(rf"[A-Za-z0-9]{{{LENGTH}}}")


@value
class Voucher:
    """One that nobody has used. Whoever has the code has what it is worth."""

    code: str
    service: str
    """What it pays for, as the service words it."""


def tidy(text: str) -> str:
    """A code as it was typed or pasted, without the spaces and hyphens that it is often written with."""
    return _SPACES.sub("", text)


def is_code(text: str) -> bool:
    """It has the form of one; only the service knows whether it is good."""
    return _CODE.fullmatch(text) is not None
