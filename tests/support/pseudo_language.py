"""A language that nobody speaks: every text through translation, accented, bracketed and 40 % longer.

What stays plain was never given to translation; what loses its bracket is cut. For the gallery and tests:
no catalogue holds it, and the program does not offer it.
"""

import re
from typing import Final

LONGER: Final = 0.4
_ACCENTED: Final = str.maketrans("aceinouyAEINOUY", "âçéîñöûýÂÉÎÑÖÛÝ")
_KEPT: Final = re.compile(r"(\{\w*[^}]*\}|%n|&\w|<[^>]*>|https?://\S+|\*\.\w+)")
_PLURAL: Final = re.compile(r"\((\w+)\)")


def pseudo(source: str, _comment: str = "", n: int | None = None) -> str | None:
    """``Upload files…`` → ``[Ûplöâd fîléś… ~~~~~]``. Places, keys, addresses and mark-up stay."""
    if not source.strip():
        return source
    text = source if n is None else _PLURAL.sub(lambda found: "" if n == 1 else found[1], source)
    parts = _KEPT.split(text)
    said = "".join(part if number % 2 else part.translate(_ACCENTED) for number, part in enumerate(parts))
    return f"[{said} {'~' * max(1, round(len(text) * LONGER) - 3)}]"
