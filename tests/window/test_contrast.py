"""Every text and every sign can be told from its ground, in both themes (WCAG 2, level AA)."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from PySide6.QtGui import QColor, QPalette

from fichier_gui.domain.transfers import State
from fichier_gui.ui import icons, theme
from fichier_gui.ui.models.transfer_columns import STATE_ICONS

SIGN: Final = 3.0
"""Of signs, edges and large letters."""
Role = QPalette.ColorRole
Pair = tuple[str, QColor, QColor]


def _role(role: Role) -> Callable[[QPalette], QColor]:
    return lambda palette: palette.color(role)


GROUNDS: Final = {
    "window": _role(Role.Window),
    "list": _role(Role.Base),
    "other rows": _role(Role.AlternateBase),
    "button": _role(Role.Button),
    "selection without the focus": lambda p: theme.soft_selection(p).color(Role.Highlight),
    "folder under a drag": theme.lit_ground,
}
NOTICES: Final = {
    "info": lambda p: theme.blend(theme.accent(p), p.color(Role.Window), 0.90),
    **{str(signal): lambda p, signal=signal: theme.signal_ground(signal, p) for signal in theme.Signal},
}


def texts(palette: QPalette) -> Iterator[Pair]:
    """Words and what they stand on."""
    text, muted = palette.color(Role.WindowText), theme.muted(palette)
    for name, ground in (GROUNDS | NOTICES).items():
        yield f"text on {name}", text, ground(palette)
    for name in ("window", "list", "other rows", "button"):
        yield f"quiet text on {name}", muted, GROUNDS[name](palette)
    for name in ("window", "list"):
        for signal in theme.Signal:
            yield f"{signal} on {name}", theme.signal_color(signal, palette), GROUNDS[name](palette)
        yield f"link on {name}", palette.color(Role.Link), GROUNDS[name](palette)
        yield f"visited link on {name}", palette.color(Role.LinkVisited), GROUNDS[name](palette)
    yield "chosen row", palette.color(Role.HighlightedText), palette.color(Role.Highlight)
    yield "tool tip", palette.color(Role.ToolTipText), palette.color(Role.ToolTipBase)
    yield "words in an empty line", palette.color(Role.PlaceholderText), palette.color(Role.Base)


def signs(palette: QPalette) -> Iterator[Pair]:
    """Pictures, edges and frames, and what is beside them."""
    for name, ground in GROUNDS.items():
        yield f"the focus on {name}", theme.accent(palette), ground(palette)
        for tint in icons.Tint:
            yield f"{tint} sign on {name}", icons.color(tint, palette), ground(palette)
    for name in ("window", "list"):
        yield f"edge of a line on {name}", theme.edge(palette), GROUNDS[name](palette)
    for tone in theme.Signal:
        yield f"sign of a {tone} notice", theme.signal_color(tone, palette), NOTICES[tone](palette)
    yield "sign of a notice", theme.accent(palette), NOTICES["info"](palette)
    bar = palette.color(Role.Highlight)
    yield "a bar that moves", bar, palette.color(Role.Base)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> QPalette:
    return theme.stand_in_palette(dark=request.param)


def weak(pairs: Iterator[Pair], least: float) -> list[str]:
    found = ((name, theme.contrast(front, ground)) for name, front, ground in pairs)
    return [f"{name}: {ratio:.2f}" for name, ratio in found if ratio < least]


def test_every_text_is_read(palette: QPalette) -> None:
    assert len(list(texts(palette))) > 25
    assert weak(texts(palette), theme.AA) == []


def test_every_sign_is_seen(palette: QPalette) -> None:
    assert weak(signs(palette), SIGN) == []


def test_states_differ_in_more_than_their_colour() -> None:
    """Two states with one picture have words of their own beside it; two of one colour, pictures."""
    assert set(STATE_ICONS) == set(State)
    pictures = [name for name, _ in STATE_ICONS.values()]
    told_apart = {State.QUEUED, State.RETRYING, State.STARTING, State.MOVING}
    alone = [name for state, (name, _) in STATE_ICONS.items() if state not in told_apart]
    assert len(set(alone)) == len(alone) and len(set(pictures)) >= len(pictures) - 2
