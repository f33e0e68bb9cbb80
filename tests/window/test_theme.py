"""Light and dark: every text can be read, and the wish holds where the platform has no colours of its own."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from fichier_gui.domain.settings import ColorScheme
from fichier_gui.ui import icons, resources, theme
from fichier_gui.ui.action_table import ACTIONS
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.icons import Tint
from fichier_gui.ui.menus import Menu

Role = QPalette.ColorRole
PAIRS = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.PlaceholderText, Role.Base),
    (Role.Link, Role.Base),
)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> QPalette:
    return theme.stand_in_palette(dark=request.param)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].name)
def test_text_is_readable(palette: QPalette, pair: tuple[Role, Role]) -> None:
    assert theme.contrast(palette.color(pair[0]), palette.color(pair[1])) >= theme.AA


def test_quiet_text_is_readable_on_both_grounds(palette: QPalette) -> None:
    for ground in (Role.Window, Role.Base):
        assert theme.contrast(theme.muted(palette), palette.color(ground)) >= theme.AA


def test_a_field_that_takes_nothing_looks_shut(palette: QPalette) -> None:
    shut, ground = QPalette.ColorGroup.Disabled, palette.color(Role.Window)
    assert palette.color(shut, Role.Base) == ground != palette.color(Role.Base)
    for role in (Role.Text, Role.PlaceholderText):
        faint = theme.contrast(palette.color(shut, role), ground)
        assert 2 < faint < theme.contrast(palette.color(role), palette.color(Role.Base))


@pytest.mark.parametrize("signal", theme.Signal)
def test_signals_are_readable_and_so_is_text_on_their_ground(palette: QPalette, signal: theme.Signal) -> None:
    color = theme.signal_color(signal, palette)
    for ground in (Role.Window, Role.Base):
        assert theme.contrast(color, palette.color(ground)) >= theme.AA
    text = palette.color(Role.WindowText)
    assert theme.contrast(text, theme.signal_ground(signal, palette)) >= theme.AA


def test_a_selection_that_steps_back_is_seen_and_read(palette: QPalette) -> None:
    soft = theme.soft_selection(palette)
    ground = soft.color(Role.Highlight)
    assert theme.contrast(soft.color(Role.HighlightedText), ground) >= theme.AA
    assert ground != palette.color(Role.Base)


def test_icons_of_commands_follow_the_palette_a_few_at_a_time(qapp: QApplication, qtbot: QtBot) -> None:
    before, actions = QPalette(qapp.palette()), Actions(qapp)
    drawn = {spec.id: spec.icon for spec in ACTIONS if spec.icon}

    def left() -> set[ActionId]:
        wanted = {action: icons.command_icon(name).cacheKey() for action, name in drawn.items()}
        return {action for action, key in wanted.items() if actions[action].icon().cacheKey() != key}

    try:
        actions.retint()
        qtbot.waitUntil(lambda: not left())
        for is_dark in (True, False):
            qapp.setPalette(theme.stand_in_palette(dark=is_dark))
            assert left() == set(drawn)
            actions.retint()
            assert left() and ActionId.BACK not in left()
            qtbot.waitUntil(lambda: not left())
    finally:
        qapp.setPalette(before)
        actions.deleteLater()


def test_quiet_text_follows_a_palette_that_is_changed() -> None:
    palette = theme.stand_in_palette(dark=False)
    before = theme.muted(palette)
    for role in (Role.WindowText, Role.Window, Role.Base, Role.Button):
        palette.setColor(role, theme.stand_in_palette(dark=True).color(role))
    assert theme.muted(palette) == theme.muted(theme.stand_in_palette(dark=True)) != before
    palette.setColor(QPalette.ColorGroup.Disabled, Role.WindowText, QColor("#a0a0ff"))
    active = theme.muted(palette)
    palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
    assert theme.muted(palette) != active


def test_contrast_is_the_published_formula() -> None:
    assert theme.contrast(QColor("white"), QColor("black")) == pytest.approx(21.0)
    assert theme.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
def test_what_a_menu_has_is_seen(dark: bool) -> None:
    menu = theme.menu_palette(theme.stand_in_palette(dark=dark))
    ground = menu.color(Role.Base)
    assert theme.contrast(menu.color(Role.Text), ground) >= theme.AA
    if dark:
        outline = menu.color(Role.Window).darker(140)  # as Qt's own style takes it
        assert theme.contrast(outline, ground) >= theme.EDGE


def test_the_room_of_a_progress_bar_is_seen(qapp: QApplication, qtbot: QtBot) -> None:
    before = QPalette(qapp.palette())
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, 100)
    bar.setValue(0)
    bar.resize(120, 14)
    qtbot.addWidget(bar)
    used = theme.Theme(qapp)
    try:
        used.use(ColorScheme.DARK)
        wanted = theme.bar_palette(qapp.palette()).color(Role.Base)
        qtbot.waitUntil(lambda: bar.palette().color(Role.Base) == wanted)
        picture = bar.grab().toImage()
        middle = picture.pixelColor(picture.rect().center())
        assert theme.contrast(middle, qapp.palette().color(Role.Window)) >= 1.5
    finally:
        used.deleteLater()
        qapp.setPalette(before)


def test_menus_follow_the_wish_for_dark(qapp: QApplication, qtbot: QtBot) -> None:
    before = QPalette(qapp.palette())
    menu = QMenu()
    qtbot.addWidget(menu)
    used = theme.Theme(qapp)
    try:
        for scheme in (ColorScheme.DARK, ColorScheme.LIGHT, ColorScheme.DARK, ColorScheme.LIGHT):
            used.use(scheme)
            lifted = theme.menu_palette(qapp.palette()).color(Role.Base)
            qtbot.waitUntil(lambda wanted=lifted: menu.palette().color(Role.Base) == wanted)
    finally:
        used.deleteLater()
        qapp.setPalette(before)


def test_the_groups_of_a_dark_menu_are_seen_to_be_apart(qapp: QApplication, qtbot: QtBot) -> None:
    before = QPalette(qapp.palette())
    menu = Menu()
    menu.addAction("One")
    line = menu.addSeparator()
    menu.addAction("Two")
    qtbot.addWidget(menu)
    used = theme.Theme(qapp)
    try:
        used.use(ColorScheme.DARK)
        with qtbot.waitExposed(menu):
            menu.show()
        picture = menu.grab().toImage()
        ratio = picture.devicePixelRatio()
        room = menu.actionGeometry(line)
        x = round(room.center().x() * ratio)
        column = [picture.pixelColor(x, round(y * ratio)) for y in range(room.top(), room.bottom() + 1)]
        ground = picture.pixelColor(x, round((room.top() - 1) * ratio))
        lighter = [color for color in column if color.lightness() > ground.lightness()]
        assert any(theme.contrast(color, ground) >= 1.5 for color in lighter)
        assert all(color.lightness() >= ground.lightness() for color in column), "one line, not two"
    finally:
        used.deleteLater()
        qapp.setPalette(before)


def test_the_wish_for_dark_holds(qapp: QApplication) -> None:
    before = QPalette(qapp.palette())
    used = theme.Theme(qapp)
    try:
        used.use(ColorScheme.DARK)
        assert theme.is_dark(qapp.palette())
        used.use(ColorScheme.LIGHT)
        assert not theme.is_dark(qapp.palette())
    finally:
        used.deleteLater()
        qapp.setPalette(before)


def test_icons_follow_the_palette(qapp: QApplication, qtbot: QtBot) -> None:
    before = QPalette(qapp.palette())
    button = QToolButton()
    qtbot.addWidget(button)
    icons.put(button, "folder")
    button.show()
    try:
        qapp.setPalette(theme.stand_in_palette(dark=False))
        qtbot.waitUntil(lambda: _lightness(button.icon()) < 128)
        qapp.setPalette(theme.stand_in_palette(dark=True))
        qtbot.waitUntil(lambda: _lightness(button.icon()) > 128)
    finally:
        qapp.setPalette(before)


def test_disabled_icons_are_fainter(qapp: QApplication) -> None:
    icon = icons.icon("folder")
    strength = [_ink(icon.pixmap(QSize(16, 16), mode)) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)]
    assert strength[1] < strength[0] * 0.6


@pytest.mark.parametrize("tint", Tint)
def test_every_tint_has_a_colour(palette: QPalette, tint: Tint) -> None:
    assert icons.color(tint, palette).isValid()


def test_every_command_s_icon_is_drawn() -> None:
    missing = [spec.icon for spec in ACTIONS if spec.icon and not resources.icon_file(spec.icon).is_file()]
    assert not missing


def test_every_icon_named_in_the_code_is_drawn() -> None:
    named = re.compile(r"icons\.(?:icon|put|pixmap)\((?:\w+, )?\"([a-z-]+)\"")
    source = Path(icons.__file__).parent
    names = {
        name for path in source.rglob("*.py") for name in named.findall(path.read_text(encoding="utf-8"))
    }
    assert len(names) > 10
    assert not [name for name in sorted(names) if not resources.icon_file(name).is_file()]


@pytest.mark.parametrize("path", sorted((resources.folder() / "icons").glob("*.svg")), ids=lambda p: p.stem)
def test_drawings_are_one_family(path: Path, qapp: QApplication) -> None:
    text = path.read_text(encoding="utf-8")
    if path.stem not in (icons.PROGRAM, f"{icons.PROGRAM}-symbolic"):
        assert 'viewBox="0 0 24 24"' in text
        assert 'stroke-width="1.75"' in text
        assert 'stroke="currentColor"' in text
        assert "#" not in text, "the palette tints it"
    assert _ink(icons.pixmap(path.stem, 16, QColor("black"), 1.0)) > 0.03, "nothing is seen at 16 pixels"


def test_the_program_s_icon_has_all_sizes(qapp: QApplication) -> None:
    sides = {size.width() for size in icons.program_icon().availableSizes()}
    assert {16, 24, 32, 48, 256} <= sides


def _ink(pixmap: QPixmap) -> float:
    image = pixmap.toImage()
    total = sum(image.pixelColor(x, y).alphaF() for x in range(image.width()) for y in range(image.height()))
    return float(total / (image.width() * image.height()))


def _lightness(icon: QIcon) -> float:
    image = icon.pixmap(QSize(16, 16)).toImage()
    seen = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    inked = [color for color in seen if color.alpha() > 200]
    return sum(color.lightness() for color in inked) / max(1, len(inked))
