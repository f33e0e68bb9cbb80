"""Breadcrumb, notices, status line, details, empty states: what they say and what they offer."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from fichier_gui.app.views import SessionState
from fichier_gui.domain import errors
from fichier_gui.domain.account import Account, KeyStorage, Plan
from fichier_gui.domain.events import (
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    ServicePaused,
    ServiceResumed,
    SignedIn,
)
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile, RemoteFolder
from fichier_gui.domain.settings import Settings
from fichier_gui.domain.speed_limits import LimitsInForce, in_force
from fichier_gui.domain.transfers import QueueCounts, QueueSummary
from fichier_gui.domain.week import Pace
from fichier_gui.ui import notices as notices_module
from fichier_gui.ui import theme, wording
from fichier_gui.ui.action_table import ACTIONS, AFTER_QUEUE, Reach
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.views.breadcrumb import Breadcrumb
from fichier_gui.ui.views.chosen import sorted_out
from fichier_gui.ui.views.details import Details
from fichier_gui.ui.views.file_list import FileList, Page
from fichier_gui.ui.views.notice_bar import Notice, NoticeBar, Tone, said
from fichier_gui.ui.views.status_bar import StatusBar
from fichier_gui.ui.views.toolbar import main_menu
from fichier_gui.ui.wording import ErrorAction

NOW = 1_760_000_000.0
FILMS, YEAR = RemoteFolder(FolderId(1), "Films"), RemoteFolder(FolderId(2), "2024")
FILE = RemoteFile(FileUrl("https://1fichier.com/?abc"), "the-film.mkv", 4_200_000_000, NOW, "ab" * 64)


class TurnedClock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = NOW

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def press(widget: QWidget, text: str) -> None:
    button = next(b for b in widget.findChildren(QPushButton) if b.text() == text and not b.isHidden())
    button.click()


def offered(widget: QWidget) -> list[str]:
    return [b.text() for b in widget.findChildren(QPushButton) if not b.isHidden()]


# Commands


def test_no_two_commands_of_one_place_share_a_key(qtbot: QtBot) -> None:
    actions = Actions()
    for reach in (Reach.FILES, Reach.TRANSFERS):
        taken: dict[str, ActionId] = {}
        for spec in ACTIONS:
            if spec.reach in (reach, Reach.WINDOW):
                for keys in actions[spec.id].shortcuts():
                    text = keys.toString()
                    assert taken.setdefault(text, spec.id) == spec.id, text


def test_every_command_of_the_window_is_in_the_menu_or_on_the_bar(qtbot: QtBot) -> None:
    elsewhere = {ActionId.BACK, ActionId.FORWARD, ActionId.UP, ActionId.SHOW_MENU, ActionId.SHOW_WINDOW}
    # In the menu of the search line.
    elsewhere |= {ActionId.SAVE_SEARCH}
    in_window = {spec.id for spec in ACTIONS if spec.reach is Reach.WINDOW}
    actions, parent = Actions(), QWidget()
    qtbot.addWidget(parent)
    in_menu = set(commands_of(main_menu(actions, parent)))
    assert in_menu <= {actions[each].objectName() for each in in_window}
    assert in_window - {ActionId(name) for name in in_menu} == elsewhere
    assert set(AFTER_QUEUE) <= {ActionId(name) for name in in_menu}


def test_the_menu_is_one_column_on_a_small_screen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = main_menu(Actions(), parent)
    # 768 pixels, less the tool bar above it and a panel of the desktop.
    lines = [action for action in menu.actions() if not action.isSeparator()]
    assert len(lines) <= 26
    assert menu.sizeHint().height() <= 680


def commands_of(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from commands_of(inner)
        elif not action.isSeparator():
            yield action.objectName()


def test_the_tool_tip_names_the_key(qtbot: QtBot) -> None:
    actions = Actions()
    assert actions[ActionId.NEW_FOLDER].toolTip() == "New folder (F7)"


# Breadcrumb


@pytest.fixture
def crumbs(qtbot: QtBot) -> Iterator[Breadcrumb]:
    made = Breadcrumb()
    qtbot.addWidget(made)
    made.resize(600, made.height())
    made.show()
    qtbot.waitExposed(made)
    yield made


def folder_buttons(crumbs: Breadcrumb) -> list[QToolButton]:
    found = [b for b in crumbs.findChildren(QToolButton) if b.isVisible() and b.menu() is None]
    return sorted(found, key=lambda button: button.x())


def test_each_folder_is_a_button(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.show_path((ROOT_FOLDER, FILMS, YEAR))
    assert [b.text() for b in folder_buttons(crumbs)] == ["Account", "Films", "2024"]
    with qtbot.waitSignal(crumbs.chosen) as chosen:
        folder_buttons(crumbs)[1].click()
    assert chosen.args == [FILMS.id]


def test_names_end_as_far_from_the_arrow_with_a_picture_as_without(crumbs: Breadcrumb) -> None:
    crumbs.show_path((ROOT_FOLDER, FILMS, YEAR))
    crumbs.layout().activate()
    account, films, _year = folder_buttons(crumbs)
    assert not account.icon().isNull()
    assert _room_after_words(account) == pytest.approx(_room_after_words(films), abs=3)


def _room_after_words(button: QToolButton) -> float:
    picture = button.grab().toImage()
    ground = button.palette().color(QPalette.ColorRole.Base)
    inked = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if theme.contrast(picture.pixelColor(x, y), ground) >= theme.AA
    ]
    return (picture.width() - max(inked)) / picture.devicePixelRatio()


def test_a_path_can_be_typed(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.show_path((ROOT_FOLDER, FILMS))
    qtbot.mouseClick(crumbs, Qt.MouseButton.LeftButton, pos=crumbs.rect().center())
    field = crumbs.findChild(QLineEdit)
    assert field.text() == "/Films"
    field.setText("/Music")
    with qtbot.waitSignals([crumbs.left, crumbs.typed]), qtbot.waitSignal(crumbs.typed) as typed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert typed.args == ["/Music"]
    assert not field.isVisible()


def test_the_arrows_follow_the_colours(crumbs: Breadcrumb, qapp: QApplication, qtbot: QtBot) -> None:
    crumbs.show_path((ROOT_FOLDER, FILMS))
    before = QPalette(qapp.palette())
    try:
        seen = set()
        for is_dark in (False, True):
            qapp.setPalette(theme.stand_in_palette(dark=is_dark))
            qtbot.waitUntil(lambda wanted=is_dark: theme.is_dark(crumbs.palette()) == wanted)
            arrow = next(label for label in crumbs.findChildren(QLabel) if label.isVisible())
            image = arrow.pixmap().toImage()
            points = [(x, y) for x in range(image.width()) for y in range(image.height())]
            ink = max((image.pixelColor(x, y) for x, y in points), key=QColor.alpha)
            seen.add(ink.lightness() > 128)
        assert seen == {False, True}
    finally:
        qapp.setPalette(before)


def test_escape_goes_back_to_the_names(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.edit()
    field = crumbs.findChild(QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert folder_buttons(crumbs)


def test_a_long_path_folds_from_the_left(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    path = (ROOT_FOLDER, *(RemoteFolder(FolderId(n), f"A folder with a long name {n}") for n in range(1, 8)))
    crumbs.show_path(path)
    qtbot.waitUntil(lambda: 0 < len(folder_buttons(crumbs)) < len(path))
    assert folder_buttons(crumbs)[-1].text().endswith("7")
    more = next(b for b in crumbs.findChildren(QToolButton) if b.isVisible() and b.menu() is not None)
    assert len(more.menu().actions()) == len(path) - 1
    with qtbot.waitSignal(crumbs.chosen) as chosen:
        more.menu().actions()[0].trigger()
    assert chosen.args == [ROOT]


# Notices


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def bar(qtbot: QtBot, clock: TurnedClock) -> NoticeBar:
    made = NoticeBar(clock)
    qtbot.addWidget(made)
    return made


def test_nothing_to_say_takes_no_room(bar: NoticeBar) -> None:
    assert bar.isHidden()
    bar.tell(Notice("a", said("One"), Tone.INFO))
    assert not bar.isHidden()
    bar.withdraw("a")
    assert bar.isHidden()


def test_the_weightiest_is_shown_and_the_others_wait(bar: NoticeBar) -> None:
    bar.tell(Notice("info", said("A word"), Tone.INFO))
    bar.tell(Notice("bad", said("A problem"), Tone.PROBLEM))
    bar.tell(Notice("other", said("Another word"), Tone.INFO))
    assert bar.sentence == "A problem"
    bar.withdraw("bad")
    assert bar.sentence == "Another word"
    bar.withdraw("other")
    assert bar.sentence == "A word"


def test_a_countdown_counts_and_ends(bar: NoticeBar, clock: TurnedClock, qtbot: QtBot) -> None:
    notices = Notices(bar, {}, clock.time)
    notices.on_seam_happened(ServicePaused(NOW + 42, errors.TooManyRequests(wait=42)))
    assert "0:42" in bar.sentence
    clock.now = NOW + 12
    qtbot.waitUntil(lambda: "0:30" in bar.sentence, timeout=3000)
    clock.now = NOW + 43
    qtbot.waitUntil(bar.isHidden, timeout=3000)


def test_a_resumed_service_needs_no_word(bar: NoticeBar, clock: TurnedClock) -> None:
    notices = Notices(bar, {}, clock.time)
    notices.on_seam_happened(ServicePaused(NOW + 42, errors.FloodLocked(wait=42)))
    notices.on_seam_happened(ServiceResumed())
    assert bar.isHidden()


def test_a_refused_key_offers_its_two_ways_out(bar: NoticeBar, clock: TurnedClock) -> None:
    pressed: list[str] = []
    presses: dict[ErrorAction, Callable[[errors.AppError], object]] = {
        ErrorAction.ENTER_KEY: lambda _error: pressed.append("key"),
        ErrorAction.OPEN_KEY_PAGE: lambda _error: pressed.append("page"),
    }
    notices = Notices(bar, presses, clock.time)
    notices.on_seam_happened(KeyWasRefused(errors.KeyRefused()))
    assert offered(bar) == ["Enter a new key", "Open the key page"]
    press(bar, "Open the key page")
    press(bar, "Enter a new key")
    assert pressed == ["page", "key"]
    assert bar.shown is not None, "it stays until a key is accepted"
    notices.on_seam_happened(SignedIn(None, KeyStorage.KEYRING))
    assert bar.isHidden()


def test_what_is_impossible_is_not_offered(bar: NoticeBar, clock: TurnedClock) -> None:
    Notices(bar, {}, clock.time).tell_error(errors.KeyRefused())
    assert offered(bar) == []


def test_a_key_that_is_not_kept_says_why(bar: NoticeBar, clock: TurnedClock) -> None:
    notices = Notices(bar, {}, clock.time)
    notices.on_seam_happened(SignedIn(None, KeyStorage.RUN_ONLY, errors.KeyringMissing()))
    assert "no key ring" in bar.sentence
    notices.on_seam_happened(SignedIn(None, KeyStorage.KEYRING))
    assert bar.isHidden()


def test_a_network_that_stays_away_is_told_until_it_is_back(
    bar: NoticeBar, clock: TurnedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices_module, "_NETWORK_PATIENCE", 20)
    notices = Notices(bar, {}, clock.time)
    notices.on_seam_happened(NetworkLost(errors.NetworkUnavailable()))
    assert bar.isHidden()
    qtbot.waitUntil(lambda: "as soon as the network is back" in bar.sentence)
    notices.on_seam_happened(NetworkFound())
    assert bar.isHidden()


def test_a_network_that_is_soon_back_is_not_spoken_of(
    bar: NoticeBar, clock: TurnedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert notices_module._NETWORK_PATIENCE == 60_000
    monkeypatch.setattr(notices_module, "_NETWORK_PATIENCE", 20)
    notices = Notices(bar, {}, clock.time)
    notices.on_seam_happened(NetworkLost(errors.NetworkUnavailable()))
    notices.on_seam_happened(NetworkFound())
    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not bar.isHidden(), timeout=100)


def test_a_quick_matter_is_not_announced(bar: NoticeBar, clock: TurnedClock) -> None:
    notices = Notices(bar, {}, clock.time)
    notices.tell_soon("Reading…", "reading")
    notices.withdraw("reading")
    assert bar.isHidden()


def test_a_slow_matter_is(bar: NoticeBar, clock: TurnedClock, qtbot: QtBot) -> None:
    notices = Notices(bar, {}, clock.time)
    notices.tell_soon("Reading…", "reading")
    qtbot.waitUntil(lambda: bar.sentence == "Reading…", timeout=3000)
    notices.withdraw("reading")
    assert bar.isHidden()


# Status line


@pytest.fixture
def status(qtbot: QtBot) -> StatusBar:
    made = StatusBar(QAction("x"), QAction("y"), is_demo=False)
    qtbot.addWidget(made)
    return made


def test_the_account_is_named(status: StatusBar) -> None:
    account = Account("me@example.org", Plan.GOLD, NOW, NOW + 3.5 * 86400)
    status.show_session(SessionState(True, account, KeyStorage.KEYRING), NOW)
    assert status.account.whole == "me@example.org · Gold, 3 days"
    assert "key ring" in status.account.toolTip()
    status.show_session(SessionState(), NOW)
    assert status.account.whole == "No key entered"


def test_beside_a_long_queue_the_account_s_name_stays_and_its_tip_says_the_rest(
    status: StatusBar, qtbot: QtBot
) -> None:
    account = Account("me@example.org", Plan.GOLD, NOW, NOW + 3.5 * 86400)
    status.show_session(SessionState(True, account, KeyStorage.KEYRING), NOW)
    status.resize(1400, 30)
    status.show()
    qtbot.waitUntil(lambda: not status.account.toolTip().startswith("me@example.org"))
    status.show_summary(QueueSummary(QueueCounts(active=2, waiting=888_888, attention=8888, failed=8888)))
    status.resize(500, 30)
    qtbot.waitUntil(lambda: status.account.toolTip().startswith("me@example.org · Gold, 3 days\n"))
    assert "key ring" in status.account.toolTip()
    assert status.account.width() >= status.fontMetrics().horizontalAdvance("me@example.org")


def test_speeds_queue_and_limits(status: StatusBar) -> None:
    status.show_summary(QueueSummary(QueueCounts(active=2, attention=1), 1_100_000, 12_300_000))
    assert status.down.text == "12.3 MB/s"
    assert status.up.text == "1.1 MB/s"
    assert status.queue.whole == "2 running, 1 needs you"
    assert status.limits.text() == "Limits off"


def test_the_limits_in_force_their_reason_and_what_a_click_does(status: StatusBar) -> None:
    settings = Settings(limit_upload=2_000_000)
    status.show_limits(in_force(settings, None, NOW), settings, NOW)
    assert (status.limits.text(), status.limits.isChecked()) == ("Limits on", False)
    assert status.limits.toolTip().splitlines() == [
        "Speed limits: download none, upload 2.0 MB/s",
        "Click for the slow limits: download 1.0 MB/s, upload 250 kB/s",
    ]
    slow = replace(settings, slow_limits=True)
    status.show_limits(in_force(slow, None, NOW), slow, NOW)
    assert (status.limits.text(), status.limits.isChecked()) == ("Slow limits", True)
    assert status.limits.toolTip().splitlines() == [
        "Slow limits: download 1.0 MB/s, upload 250 kB/s",
        "Click for full speed",
    ]


def test_the_switch_says_what_the_schedule_does_and_until_when(status: StatusBar) -> None:
    until, late = NOW + 3600, NOW + 3 * 86400
    time = wording.clock_time(until)
    off = LimitsInForce(Pace.OFF, is_scheduled=True, until=until)
    status.show_limits(off, Settings(), NOW)
    assert (status.limits.text(), status.limits.isChecked()) == (f"Off until {time}", False)
    first, why, click = status.limits.toolTip().splitlines()
    assert (first, why) == ("Speed limits: nothing moves", f"By the schedule, until {time}")
    assert click.startswith("Click for the slow limits until the schedule changes: download")
    by_hand = LimitsInForce(Pace.LIMITED, 5, 5, is_scheduled=True, is_by_hand=True, until=late)
    status.show_limits(by_hand, Settings(), NOW)
    _, why, click = status.limits.toolTip().splitlines()
    day = QLocale().dayName(datetime.fromtimestamp(late, UTC).astimezone().isoweekday())
    assert why.startswith(f"Your choice, until the schedule changes: {day} ")
    assert click == "Click for full speed until the schedule changes"
    status.show_limits(replace(off, until=None), Settings(), NOW)
    assert status.limits.text() == "Off"
    assert status.limits.toolTip().splitlines()[1] == "By the schedule"


def test_the_switch_triggers_the_command_that_menus_share(qtbot: QtBot) -> None:
    slow, limits = QAction("Slow limits", checkable=True), QAction("Speed limits…")
    made = StatusBar(slow, limits, is_demo=False)
    qtbot.addWidget(made)
    with qtbot.waitSignal(slow.triggered):
        made.limits.click()


def test_the_queue_s_end_is_told_while_something_moves(status: StatusBar) -> None:
    moving = QueueSummary(QueueCounts(active=2), 0.0, 12_300_000, seconds_left=90 * 60)
    status.show_summary(moving)
    assert re.fullmatch(r"2 running · done about .*\d\d:\d[05]( [AP]M)?", status.queue.whole)
    for still in (
        replace(moving, is_paused=True),
        replace(moving, seconds_left=None),
        replace(moving, paused_until=time.time() + 60),
    ):
        status.show_summary(still)
        assert status.queue.whole == "2 running"


def test_the_speed_does_not_push_its_neighbours(status: StatusBar) -> None:
    before = status.down.sizeHint()
    status.show_summary(QueueSummary(QueueCounts(active=1), 0.0, 888_000_000.0))
    assert status.down.sizeHint() == before


def test_the_demo_says_so(qtbot: QtBot) -> None:
    made = StatusBar(QAction("x"), QAction("y"), is_demo=True)
    qtbot.addWidget(made)
    assert not made.badge.isHidden()
    assert made.badge.accessibleName() == "Demo"
    assert "Its download folder is deleted" in made.badge.toolTip()


# Details


def test_details_of_a_file_can_be_copied(qtbot: QtBot) -> None:
    pane = Details()
    qtbot.addWidget(pane)
    pane.resize(260, 500)
    pane.show()
    pane.show_chosen(sorted_out([FILE]))
    copied: list[str] = []
    pane.copy_asked.connect(copied.append)
    for button in pane.findChildren(QToolButton):
        if button.isVisible():
            button.click()
    assert copied == [FILE.url, FILE.checksum]


def test_details_of_several_are_their_sum(qtbot: QtBot) -> None:
    pane = Details()
    qtbot.addWidget(pane)
    pane.show_chosen(sorted_out([FILE, replace(FILE, url=FileUrl("https://1fichier.com/?b")), FILMS]))
    words = {label.accessibleName() for label in pane.findChildren(QWidget)}
    assert "3 items" in words
    assert "at least 8.4 GB" in words


# The middle


@pytest.fixture
def files(qtbot: QtBot) -> FileList:
    made = FileList(Actions())
    qtbot.addWidget(made)
    return made


def test_an_empty_folder_says_what_to_do(files: FileList) -> None:
    files.show_rows(FolderListing(FILMS, (), (), NOW), ())
    assert files.page is Page.MESSAGE
    assert files.message.accessibleName() == (
        "“Films” is empty Drop files here to upload, or paste 1fichier links."
    )
    assert offered(files.message) == ["Upload files…", "Paste links"]


def test_a_filter_without_a_match_is_no_empty_folder(files: FileList) -> None:
    files.show_rows(FolderListing(FILMS, (), (FILE,), NOW), (), filter_text="zzz")
    assert files.page is Page.MESSAGE
    assert "zzz" in files.message.accessibleName()
    assert files.footer.counts.whole == "0 of 1 item"


def test_an_error_offers_a_way_out(files: FileList) -> None:
    actions = Actions()
    files.show_error(errors.NetworkUnavailable(), actions[ActionId.REFRESH], actions[ActionId.ENTER_KEY])
    assert offered(files.message) == ["Refresh"]
    assert files.message.accessibleName().startswith("1fichier cannot be reached It"), "a heading"
    files.show_error(errors.KeyRefused(), actions[ActionId.REFRESH], actions[ActionId.ENTER_KEY])
    assert offered(files.message) == ["Enter an API key…"]


def test_counts_and_selection(files: FileList) -> None:
    listing = FolderListing(ROOT_FOLDER, (FILMS,), (FILE,), NOW, is_complete=False)
    files.show_rows(listing, (FILMS, FILE))
    assert files.footer.counts.whole == "at least 2 items"
    files.table.selectAll()
    assert files.footer.counts.whole == "at least 2 items · 2 selected, at least 4.2 GB"


def test_loading_shows_the_shape_of_what_comes(files: FileList) -> None:
    files.show_loading()
    assert files.page is Page.LOADING
    assert files.skeleton.accessibleName() == "Loading…"


def test_keys_are_written_as_the_platform_does(qtbot: QtBot) -> None:
    actions = Actions()
    assert actions[ActionId.QUIT].shortcut() == QKeySequence("Ctrl+Q")
