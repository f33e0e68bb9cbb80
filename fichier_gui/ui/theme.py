"""The design system: a grid, type sizes, colours made from the palette, light and dark.

No colour is fixed anywhere else. The palette is the platform's; where a platform has none to give (a bare X
server), the two below stand in for it.
"""

from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fichier_gui.domain.account_list import AccountColor
from fichier_gui.domain.settings import ColorScheme

GRID: Final = 4
RELATED: Final = 2 * GRID
GROUP: Final = 4 * GRID
DIALOG: Final = 6 * GRID
ICON: Final = 16
TOOL_ICON: Final = 20
CONTROL_HEIGHT: Final = 32
ROW_HEIGHT: Final = 28
THUMBNAIL: Final = 40
"""A side of a small picture in a row, which is then as high as it needs."""

AA: Final = 4.5
"""Contrast of text on its ground that everybody can read (WCAG 2 level AA)."""

EDGE: Final = 3.0
"""Contrast of what is no text with its ground (WCAG 2 level AA)."""

_DARK_BELOW: Final = 128

_FUSION_DARKENS: Final = 140
"""Per cent, as in ``QColor.darker``, by which Qt's own style takes an outline from the window's colour."""


class Signal(StrEnum):
    """Colours that mean something; never the only sign of it."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


_SIGNALS: Final = {
    Signal.GOOD: (QColor(0x1A, 0x7F, 0x45), QColor(0x5B, 0xC8, 0x8A)),
    Signal.WARNING: (QColor(0x96, 0x5A, 0x00), QColor(0xE5, 0xB0, 0x4E)),
    Signal.BAD: (QColor(0xB8, 0x2E, 0x2E), QColor(0xF0, 0x8A, 0x84)),
}
"""For a light and for a dark ground."""

_ACCOUNTS: Final = {
    AccountColor.BLUE: (QColor(0x1F, 0x6F, 0xEB), QColor(0x6E, 0xA8, 0xFE)),
    AccountColor.GREEN: (QColor(0x1A, 0x8A, 0x4A), QColor(0x5B, 0xC8, 0x8A)),
    AccountColor.ORANGE: (QColor(0xC2, 0x5E, 0x00), QColor(0xF0, 0x9A, 0x4A)),
    AccountColor.PURPLE: (QColor(0x7A, 0x3F, 0xC4), QColor(0xB9, 0x9C, 0xF0)),
    AccountColor.PINK: (QColor(0xC0, 0x2F, 0x7D), QColor(0xF0, 0x86, 0xBC)),
    AccountColor.TEAL: (QColor(0x0B, 0x84, 0x84), QColor(0x4F, 0xC9, 0xC4)),
}
"""For a light and for a dark ground; at least 3 to 1 against both."""

_LIGHT: Final = {
    QPalette.ColorRole.Window: "#f4f5f7",
    QPalette.ColorRole.WindowText: "#1d2126",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f7f8fa",
    QPalette.ColorRole.Text: "#1d2126",
    QPalette.ColorRole.Button: "#fbfcfd",
    QPalette.ColorRole.ButtonText: "#1d2126",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Light: "#ffffff",
    QPalette.ColorRole.Midlight: "#eceef1",
    QPalette.ColorRole.Mid: "#c3c8cf",
    QPalette.ColorRole.Dark: "#a3a9b2",
    QPalette.ColorRole.Shadow: "#6e757f",
    QPalette.ColorRole.Highlight: "#1f6feb",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#1f6feb",
    QPalette.ColorRole.Link: "#1a5fd0",
    QPalette.ColorRole.LinkVisited: "#6f4bb8",
    QPalette.ColorRole.ToolTipBase: "#ffffff",
    QPalette.ColorRole.ToolTipText: "#1d2126",
    QPalette.ColorRole.PlaceholderText: "#6b727c",
}
_DARK: Final = {
    QPalette.ColorRole.Window: "#24272c",
    QPalette.ColorRole.WindowText: "#e7e9ec",
    QPalette.ColorRole.Base: "#1b1d21",
    QPalette.ColorRole.AlternateBase: "#1f2226",
    QPalette.ColorRole.Text: "#e7e9ec",
    QPalette.ColorRole.Button: "#32363d",
    QPalette.ColorRole.ButtonText: "#e7e9ec",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Light: "#454a53",
    QPalette.ColorRole.Midlight: "#3a3f47",
    QPalette.ColorRole.Mid: "#4a505a",
    QPalette.ColorRole.Dark: "#15171a",
    QPalette.ColorRole.Shadow: "#0d0e10",
    QPalette.ColorRole.Highlight: "#2f6fd6",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#6ea8fe",
    QPalette.ColorRole.Link: "#7db0ff",
    QPalette.ColorRole.LinkVisited: "#b99cf0",
    QPalette.ColorRole.ToolTipBase: "#32363d",
    QPalette.ColorRole.ToolTipText: "#e7e9ec",
    QPalette.ColorRole.PlaceholderText: "#959ca6",
}
_FADED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def stand_in_palette(*, dark: bool) -> QPalette:
    """The palette for a platform that has none."""
    palette = QPalette()
    colors = _DARK if dark else _LIGHT
    for role, name in colors.items():
        palette.setColor(role, QColor(name))
    ground = QColor(colors[QPalette.ColorRole.Window])
    shut = QPalette.ColorGroup.Disabled
    for role in _FADED:
        palette.setColor(shut, role, blend(QColor(colors[role]), ground, 0.55))
    palette.setColor(shut, QPalette.ColorRole.Highlight, blend(ground, QColor("gray"), 0.3))
    # A field that takes nothing looks like the window around it, and its example like what it would hold.
    palette.setColor(shut, QPalette.ColorRole.Base, ground)
    palette.setColor(shut, QPalette.ColorRole.PlaceholderText, palette.color(shut, QPalette.ColorRole.Text))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Whether text is written light on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW


def blend(front: QColor, ground: QColor, share: float) -> QColor:
    """``front`` with ``share`` (0 … 1) of ``ground`` in it."""
    return QColor(
        round(front.red() * (1 - share) + ground.red() * share),
        round(front.green() * (1 - share) + ground.green() * share),
        round(front.blue() * (1 - share) + ground.blue() * share),
    )


def accent(palette: QPalette) -> QColor:
    """The one accent: the palette's own."""
    return palette.color(QPalette.ColorRole.Accent)


def muted(palette: QPalette) -> QColor:
    """For text of the second rank; still readable (AA) on windows, lists and buttons."""
    key = palette.cacheKey(), palette.currentColorGroup()
    if key not in _MUTED:
        if len(_MUTED) >= _PALETTES:
            _MUTED.clear()
        _MUTED[key] = _readable(palette).rgb()
    return QColor.fromRgb(_MUTED[key])


_PALETTES: Final = 32
_MUTED: Final[dict[tuple[int, QPalette.ColorGroup], int]] = {}
"""Computed once for a palette: every cell of a list asks, and each change of a colour brings another key."""


def _readable(palette: QPalette) -> QColor:
    text = palette.color(QPalette.ColorRole.WindowText)
    ground = palette.color(QPalette.ColorRole.Window)
    others = (palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Button))
    for share in (0.40, 0.34, 0.28, 0.2, 0.1):
        candidate = blend(text, ground, share)
        if all(contrast(candidate, each) >= AA for each in (ground, *others)):
            return candidate
    return text


def muted_text(palette: QPalette) -> QPalette:
    """For a label of the second rank: that one role, so that all others still follow the system."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.WindowText, muted(palette))
    return made


def soft_selection(palette: QPalette) -> QPalette:
    """For a view without the focus: its selection stays visible, but the eye goes to the one that has it."""
    ground = palette.color(QPalette.ColorRole.Base)
    made = QPalette()
    share = 0.70 if is_dark(palette) else 0.82
    made.setColor(QPalette.ColorRole.Highlight, blend(accent(palette), ground, share))
    made.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Text))
    return made


def hairline(palette: QPalette) -> QColor:
    """The colour of separating lines."""
    share = 0.80 if is_dark(palette) else 0.86
    return blend(
        palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), share
    )


def menu_palette(palette: QPalette) -> QPalette:
    """Of menus in Qt's own style, which draws their edges and boxes darker than the window.

    On a dark ground those would not be seen: there the menu is lifted, and its edges are light.
    """
    menu = QPalette(palette)
    if is_dark(palette):
        menu.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.Window))
        menu.setColor(QPalette.ColorRole.Window, edge(palette).lighter(_FUSION_DARKENS))
    return menu


def bar_palette(palette: QPalette) -> QPalette:
    """Of progress bars. The frame of Qt's own style is not seen on a dark window: the ground is, then."""
    bar = QPalette(palette)
    if is_dark(palette):
        bar.setColor(QPalette.ColorRole.Base, hairline(palette))
    return bar


def edge(palette: QPalette) -> QColor:
    """The colour around what is typed into: seen by everybody (WCAG 2: 3 to 1), and quieter than text."""
    text = palette.color(QPalette.ColorRole.WindowText)
    ground = palette.color(QPalette.ColorRole.Window)
    shades = (blend(text, ground, share) for share in (0.70, 0.64, 0.58, 0.5, 0.4))
    return next((shade for shade in shades if contrast(shade, ground) >= EDGE), text)


def signal_color(signal: Signal, palette: QPalette) -> QColor:
    """The colour for a meaning, readable on this palette."""
    light_ground, dark_ground = _SIGNALS[signal]
    return dark_ground if is_dark(palette) else light_ground


def account_color(color: AccountColor, palette: QPalette) -> QColor:
    """The hue of an account on this palette."""
    light_ground, dark_ground = _ACCOUNTS[color]
    return dark_ground if is_dark(palette) else light_ground


def signal_ground(signal: Signal, palette: QPalette) -> QColor:
    """A quiet ground for a bar that tells of it; the palette's text stays readable on it."""
    share = 0.80 if is_dark(palette) else 0.90
    return blend(signal_color(signal, palette), palette.color(QPalette.ColorRole.Window), share)


def lit_ground(palette: QPalette) -> QColor:
    """The ground of a folder that a drag hovers over."""
    share = 0.60 if is_dark(palette) else 0.75
    return blend(palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base), share)


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG 2 contrast ratio, 1 … 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def small(font: QFont) -> QFont:
    """One step down from the system's font."""
    return _scaled(font, 0.92)


def heading(font: QFont) -> QFont:
    """One step up, half bold: names in the details pane, titles of empty states."""
    return strong(_scaled(font, 1.2))


def strong(font: QFont) -> QFont:
    """Half bold."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def tabular(font: QFont) -> QFont:
    """Figures of one width, so that columns do not jump."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


class Theme(QObject):
    """Puts the wished colours in force and keeps them there when the system changes its mind."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = ColorScheme.SYSTEM
        self._platform_palette = QPalette(app.palette())
        self._has_platform_colors = _platform_gives_colors(app)
        app.styleHints().colorSchemeChanged.connect(self.on_hints_scheme_changed)

    def use(self, scheme: ColorScheme) -> None:
        """Light, dark, or as the system says; at once, for every window."""
        self._scheme = scheme
        wished = {
            ColorScheme.SYSTEM: Qt.ColorScheme.Unknown,
            ColorScheme.LIGHT: Qt.ColorScheme.Light,
            ColorScheme.DARK: Qt.ColorScheme.Dark,
        }[scheme]
        self._app.styleHints().setColorScheme(wished)
        self._settle()

    def on_hints_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        """The desktop switched between light and dark."""
        self._settle()

    def _settle(self) -> None:
        self._choose_palette()
        if isinstance(self._app, QApplication) and QApplication.style().name() == "fusion":
            made: dict[Any, QPalette] = {  # PySide6 takes a str alone, and says it takes bytes
                "QMenu": menu_palette(self._app.palette()),
                "QProgressBar": bar_palette(self._app.palette()),
            }
            for name, palette in made.items():
                QApplication.setPalette(palette, name)

    def _choose_palette(self) -> None:
        if self._has_platform_colors and self._follows_wish():
            return
        hints = self._app.styleHints().colorScheme()
        wants_dark = self._scheme is ColorScheme.DARK or (
            self._scheme is ColorScheme.SYSTEM and hints == Qt.ColorScheme.Dark
        )
        self._app.setPalette(stand_in_palette(dark=wants_dark))

    def _follows_wish(self) -> bool:
        dark = is_dark(self._app.palette())
        return self._scheme is ColorScheme.SYSTEM or dark is (self._scheme is ColorScheme.DARK)


def _platform_gives_colors(app: QGuiApplication) -> bool:
    """False under a bare X server or no display at all, where Qt falls back to colours of its own."""
    if app.platformName() in {"cocoa", "windows"}:
        return True
    return app.styleHints().colorScheme() != Qt.ColorScheme.Unknown


def _scaled(font: QFont, factor: float) -> QFont:
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return made


def _luminance(color: QColor) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF())
