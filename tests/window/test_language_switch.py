"""Another language while the window is open: all of it changes, and nothing that runs notices."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from support.core_window import CoreWindow, alone
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.domain.errors import FloodLocked
from fichier_gui.domain.events import ServicePaused
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.settings import Page
from fichier_gui.domain.transfers import Progress, QueueFilter
from fichier_gui.ui import speaking, wording
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.models.transfer_columns import ADDED
from fichier_gui.ui.resources import translation_file
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.main_window import MainWindow

HALF_A_MEGABYTE = 500_000
PLACE = re.compile(r"\\\{\w*\\\}|%n")
LETTERS = 6
"""A pattern with fewer letters of its own would be found in names."""


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    speaking.speak(qapp, "en_GB")
    yield
    speaking.speak(qapp, "en_GB")
    QLocale.setDefault(before)


@pytest.fixture
def service() -> Service:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file("/Films/2024/one.mkv", b"1" * 70_000)
    made.add_file("/Films/2024/two.mkv", b"2" * 50_000)
    made.add_file("/readme.txt", b"hello")
    return made


def patterns(code: str, *, of_source: bool) -> list[re.Pattern[str]]:
    """What only one of the two languages says, with anything at its places."""
    found = []
    for message in ElementTree.parse(translation_file(code)).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        source = message.findtext("source", "")
        sources = [re.sub(r"\(s\)", "", source), re.sub(r"\(s\)", "s", source)]
        for text in set(sources) - set(forms) if of_source else set(forms) - set(sources):
            if len(re.sub(r"\W|\d|_", "", PLACE.sub("", re.escape(text)))) >= LETTERS:
                found.append(re.compile(PLACE.sub(".+", re.escape(text))))
    return found


def texts(root: QWidget) -> Iterator[str]:
    """All that is read or heard of it."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield widget.title()
        elif isinstance(widget, QHeaderView) and widget.model() is not None:
            for section in range(widget.count()):
                heading = widget.model().headerData(section, widget.orientation())
                yield str(heading or "")
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def left_in(shell: Shell, wrong: list[re.Pattern[str]]) -> list[str]:
    """Texts of the window, and of all that belongs to it, that are in the other language."""
    tray = shell.tray
    assert tray is not None
    said = {*texts(shell.window), *tray.tool_tip().split("\n")}
    for action in map(shell.actions.__getitem__, shell.actions):
        said |= {action.text(), action.toolTip()}
    return sorted(text for text in said if text and any(each.fullmatch(text) for each in wrong))


@dataclass
class Seen:
    """What stays as it is when the language is another one."""

    folder: str
    chosen: list[str]
    size: tuple[int, int]
    tab: int
    can_go_back: bool
    after: bool


def seen(shell: Shell) -> Seen:
    return Seen(
        shell.desk.navigation.remote_path,
        [row.name for row in shell.window.files.table.chosen_rows()],
        (shell.window.width(), shell.window.height()),
        shell.window.transfers.tabs.currentIndex(),
        shell.desk.navigation.can_go_back,
        shell.actions[ActionId.AFTER_QUIT].isChecked(),
    )


async def choose(shell: Shell, code: str) -> None:
    """In the settings, as a user does."""
    before = shell.window
    if shell.desk.remedies.settings is None:
        shell.actions[ActionId.PREFERENCES].trigger()
    settings = await until(lambda: settings_seen(shell))
    box = settings.pages[Page.GENERAL].fields["language"].widget
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    await until(lambda: shell.window is not before and settings_seen(shell))


def settings_seen(shell: Shell) -> SettingsDialog | None:
    settings = shell.desk.remedies.settings
    return settings if settings is not None and settings.isVisible() else None


async def upload(shell: Shell, folder: Path) -> None:
    file = folder / "long.bin"
    file.write_bytes(b"0123456789" * (HALF_A_MEGABYTE // 5))
    await shell.seam.call(lambda core: core.preferences.change("limit_upload", HALF_A_MEGABYTE // 10))
    plan = await shell.seam.call(lambda core: core.transfers.plan_upload([file], ROOT))
    await shell.seam.call(lambda core: core.transfers.start_upload(plan))


async def test_all_of_the_window_changes_and_what_moves_goes_on(
    core_window: CoreWindow, service: Service, tmp_path: Path
) -> None:
    async def play(shell: Shell) -> None:
        program = shell.seam.program
        shell.desk.navigation.go_to_path("/Films/2024")
        await until(lambda: [row.name for row in shell.window.files.model.rows] == ["one.mkv", "two.mkv"])
        shell.window.files.table.select([shell.window.files.model.rows[1].url])
        shell.window.transfers.show_tab(QueueFilter.ACTIVE)
        shell.actions[ActionId.AFTER_QUIT].setChecked(True)
        await upload(shell, tmp_path)
        moved: list[Progress] = []
        await until(lambda: shell.seam.summary.counts.active)
        before = seen(shell)
        assert before.chosen == ["two.mkv"]
        assert left_in(shell, patterns("fr", of_source=False)) == []

        await choose(shell, "fr")
        await until(lambda: seen(shell) == before)
        await until(lambda: shell.seam.summary.counts.active)
        assert shell.actions[ActionId.DOWNLOAD].text() == "Télécharger"
        assert shell.desk.remedies.settings is not None
        assert shell.desk.remedies.settings.windowTitle() == "Réglages"
        assert left_in(shell, patterns("fr", of_source=True)) == []
        assert len(left_in(shell, patterns("fr", of_source=False))) > 100
        assert "démonstration" in shell.window.notice_bar.sentence
        shell.seam.progressed.connect(lambda figures: moved.extend(figures.values()))
        await until(lambda: moved)

        await choose(shell, "en")
        await until(lambda: seen(shell) == before)
        assert left_in(shell, patterns("fr", of_source=False)) == []
        assert len([each for each in QApplication.topLevelWidgets() if each.isVisible()]) == 2
        settings = shell.desk.remedies.settings
        assert settings is not None
        settings.reject()

        assert shell.seam.program is program
        await shell.seam.call(lambda core: core.preferences.change("limit_upload", 0))
        shell.actions[ActionId.AFTER_NOTHING].setChecked(True)
        await until(lambda: shell.seam.summary.counts.done == 1)
        assert shell.seam.summary.counts.failed == 0

    await core_window.open(service, alone(play), budget_rules=QUICK)
    assert {file.name for file in service.files_at("/")} == {"readme.txt", "long.bin"}
    assert len(service.files_at("/")) == 2


async def test_a_question_that_is_open_is_answered_first(core_window: CoreWindow, service: Service) -> None:
    async def play(shell: Shell) -> None:
        first = shell.window
        shell.actions[ActionId.ABOUT].trigger()
        about = await until(lambda: next((d for d in first.findChildren(QDialog) if d.isVisible()), None))
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: "language" in first.notice_bar.sentence)
        assert shell.window is first
        about.reject()
        await until(lambda: shell.window is not first)
        assert shell.actions[ActionId.DOWNLOAD].text() == "Télécharger"
        assert not any(isinstance(each, SettingsDialog) for each in shell.window.findChildren(QDialog))

    await core_window.open(service, alone(play), is_demo=False, budget_rules=QUICK)


async def test_a_question_that_opens_meanwhile_keeps_its_window_and_its_words(
    core_window: CoreWindow, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(shell: Shell) -> None:
        first, again = shell.window, Seam.again

        async def with_question(seam: Seam) -> Seam:
            monkeypatch.setattr(Seam, "again", again)
            shell.actions[ActionId.ABOUT].trigger()
            return await again(seam)

        monkeypatch.setattr(Seam, "again", with_question)
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: "language" in first.notice_bar.sentence)
        assert shell.window is first and first.updatesEnabled()
        assert wording.tr("Cancel") == "Cancel"
        await until(lambda: [one for one in QApplication.topLevelWidgets() if is_window(one)] == [first])
        about = next(each for each in first.findChildren(QDialog) if each.isVisible())
        about.reject()
        await until(lambda: shell.window is not first)
        assert shell.actions[ActionId.DOWNLOAD].text() == "Télécharger"
        assert shell.window.updatesEnabled()

    await core_window.open(service, alone(play), is_demo=False, budget_rules=QUICK)


def is_window(widget: QWidget) -> bool:
    return isinstance(widget, MainWindow)


async def test_a_search_goes_on_in_the_other_language(core_window: CoreWindow, service: Service) -> None:
    async def play(shell: Shell) -> None:
        first = shell.window
        shell.desk.searching.run_saved("readme")
        await until(lambda: shell.desk.searching.is_on and names(shell) == ["readme.txt"])
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: shell.window is not first and shell.desk.searching.is_on)
        await until(lambda: names(shell) == ["readme.txt"])
        assert shell.window.toolbar.search.text() == "readme"

    await core_window.open(service, alone(play), budget_rules=QUICK)


async def test_longer_titles_of_columns_have_their_room(core_window: CoreWindow, service: Service) -> None:
    async def play(shell: Shell) -> None:
        first, size = shell.window, 1
        first.files.table.header().resizeSection(size, 58)
        await shell.seam.call(lambda core: core.preferences.change("language", "it"))
        await until(lambda: shell.window is not first)
        header = shell.window.files.table.header()
        title = header.model().headerData(size, Qt.Orientation.Horizontal)
        assert title == "Dimensione"
        assert header.sectionSize(size) > header.fontMetrics().horizontalAdvance(title)

    await core_window.open(service, alone(play), budget_rules=QUICK)


async def test_columns_fit_the_words_of_the_other_language(core_window: CoreWindow, service: Service) -> None:
    async def play(shell: Shell) -> None:
        first = shell.window
        shell.actions[ActionId.TOGGLE_LOCAL].trigger()
        await until(lambda: first.local is not None)
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: shell.window is not first and shell.window.local is not None)
        window = shell.window
        assert window.local is not None
        queue = window.transfers.view
        for view, section in ((window.files.table, 3), (window.local.table, 2), (queue, ADDED)):
            view.setColumnHidden(section, False)
            words = wording.date(time.time())
            assert words.startswith("Aujourd")
            assert view.columnWidth(section) >= view.fontMetrics().horizontalAdvance(words) + 16, view

    await core_window.open(service, alone(play), budget_rules=QUICK)


async def test_columns_that_the_user_has_sized_keep_their_width(
    core_window: CoreWindow, service: Service
) -> None:
    async def play(shell: Shell) -> None:
        first = shell.window
        first.files.table.header().resizeSection(1, 133)
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: shell.window is not first)
        assert shell.window.files.table.columnWidth(1) == 133

    await core_window.open(service, alone(play), budget_rules=QUICK)


async def test_what_waits_while_all_is_paused_is_said_in_the_other_language(
    core_window: CoreWindow, service: Service, tmp_path: Path
) -> None:
    async def play(shell: Shell) -> None:
        first = shell.window
        await shell.seam.call(lambda core: core.transfers.pause_all())
        await upload(shell, tmp_path)
        await until(lambda: first.status.queue.whole == "1 waiting")
        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: shell.window is not first)
        await until(lambda: shell.window.status.queue.whole == "1 en attente")

    await core_window.open(service, alone(play), budget_rules=QUICK)


async def test_what_holds_is_told_again_and_the_way_back_stays(
    core_window: CoreWindow, service: Service
) -> None:
    async def play(shell: Shell) -> None:
        first = shell.window
        row = next(row for row in first.files.model.rows if row.name == "readme.txt")
        shell.desk.organising.rename([(Placed(ROOT, row), "read me.txt")])
        await until(lambda: "read me.txt" in names(shell) and shell.actions[ActionId.UNDO].isEnabled())
        shell.actions[ActionId.CUT].setEnabled(True)
        first.files.table.select([first.files.model.rows[0].id])
        shell.actions[ActionId.CUT].trigger()
        pause = ServicePaused(time.time() + 600, FloodLocked())
        await shell.seam.call(lambda core: returned(core.bus.emit(pause)))
        await until(lambda: "too many requests" in first.notice_bar.sentence)

        await shell.seam.call(lambda core: core.preferences.change("language", "fr"))
        await until(lambda: shell.window is not first)
        await until(lambda: "trop de requêtes" in shell.window.notice_bar.sentence)
        taken = shell.desk.row_moves.clipboard.taken
        assert taken is not None and [placed.item.name for placed in taken.items] == ["Films"]
        await until(lambda: "read me.txt" in names(shell) and shell.actions[ActionId.UNDO].isEnabled())
        shell.actions[ActionId.UNDO].trigger()
        await until(lambda: "readme.txt" in names(shell))

    await core_window.open(service, alone(play), is_demo=False, budget_rules=QUICK)


async def returned(_value: object) -> None:
    """As an awaitable, for the seam."""


def names(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.model.rows]


@pytest.mark.parametrize(("code", "name"), [("en", "en_IE"), ("", "en_IE"), ("fr", "fr_FR")])
def test_dates_are_those_of_the_own_country_where_it_speaks_the_language(code: str, name: str) -> None:
    script = (
        "from PySide6.QtCore import QLocale; from PySide6.QtWidgets import QApplication\n"
        "from fichier_gui.ui.speaking import speak\n"
        f"speak(QApplication([]), {code!r}); print(QLocale().name())"
    )
    environment = {**os.environ, "LC_ALL": "en_IE.UTF-8", "LANG": "en_IE.UTF-8", "LANGUAGE": ""}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == name
