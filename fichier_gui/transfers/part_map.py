"""Which bytes of a part file are good: pure arithmetic over spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]
"""First byte, and the one behind the last."""

_SPAN: Final = re.compile(r"(\d{1,18})-(\d{1,18})")


@dataclass(frozen=True, slots=True)
class PartMap:
    """Spans in order that neither overlap nor touch. The text form is what the journal keeps."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> PartMap:
        """Any spans, in any order."""
        joined: list[Span] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return cls(tuple(joined))

    @classmethod
    def parse(cls, text: str) -> PartMap:
        """The opposite of :attr:`text`. What cannot be understood is not there."""
        found = (_SPAN.fullmatch(word) for word in text.split(","))
        return cls.of((int(match[1]), int(match[2])) for match in found if match is not None)

    @property
    def text(self) -> str:
        """Such as ``0-1048576,4194304-5242880``; empty where nothing is good."""
        return ",".join(f"{start}-{end}" for start, end in self.spans)

    @property
    def total(self) -> int:
        """Good bytes."""
        return sum(end - start for start, end in self.spans)

    @property
    def front(self) -> int:
        """Good bytes from the very beginning without a gap."""
        return self.spans[0][1] if self.spans and self.spans[0][0] == 0 else 0

    def joined(self, start: int, end: int) -> PartMap:
        """With one span more."""
        return PartMap.of((*self.spans, (start, end)))

    def clipped(self, length: int) -> PartMap:
        """Without what lies at ``length`` or behind it."""
        return PartMap.of((start, min(end, length)) for start, end in self.spans)

    def gaps(self, size: int) -> tuple[Span, ...]:
        """What is missing of ``size`` bytes, in order."""
        edges = [0, *(edge for span in self.clipped(size).spans for edge in span), size]
        return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
