"""A language that nobody speaks: every text through translation, accented, bracketed and 40 % longer.

What stays plain was never given to translation; what loses its bracket is cut. For the gallery and tests:
no catalogue holds it, and the program does not offer it.
"""

import re
from typing import Final

LONGER: Final = 0.4
_WORD: Final = 7
"""Signs of the added words: lines break between them, as between any words."""
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
    words, rest = divmod(max(1, round(len(text) * LONGER) - 3), _WORD + 1)
    return f"[{said} {' '.join(['~' * _WORD] * words + ['~' * rest] * bool(rest))}]"
