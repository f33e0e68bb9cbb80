"""The icon in the tray: a ring that fills, two lines of figures, the few commands one needs without a window.

The tray is a convenience: where there is none nothing is lost, and the window never hides itself.
"""

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.events import (
    Event,
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    SettingsChanged,
    SignedIn,
    SignedOut,
)
from fichier_gui.domain.ids import TransferId
from fichier_gui.domain.link_text import LinkFacts
from fichier_gui.domain.settings import Settings, TrayColours
from fichier_gui.domain.transfers import Progress, QueueFilter, QueueSummary, Transfer
from fichier_gui.domain.waiting import NETWORK_PATIENCE
from fichier_gui.ui import wording
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.actions import ALWAYS, Actions
from fichier_gui.ui.clipboard import copy_facts
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.recent_links import IN_MENUS, RecentLinks, short_name
from fichier_gui.ui.ring import RingLook, TrayState, ring_icon
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.snooze import SnoozeMenu
from fichier_gui.ui.tray_clicks import TrayClicks
from fichier_gui.ui.wording import tr

_ABSENCE_MS = round(NETWORK_PATIENCE * 1000)
REPAINT_MS: Final = 200
"""Five pictures a second at most, however often figures come."""

LOOK_FOR_TRAY_MS: Final = 2000
MISSES: Final = 2
IN_THE_WINDOW: Final = (
    ActionId.UPLOAD_FILES,
    ActionId.PASTE_LINKS,
    ActionId.LIMIT_SETTINGS,
    ActionId.PREFERENCES,
)
RUNNING_SHOWN: Final = 3


class Tray(QObject):
    """Owns the icon. It appears when a tray is there and the setting wants it, also later in the run."""

    noticed = Signal(str)
    """A short word for the window: "Link copied"."""
    hide_asked = Signal()
    """The icon was clicked while the window was in use."""
    _is_held = False
    _accounts: QAction | None = None

    def __init__(
        self,
        seam: Seam,
        actions: Actions,
        window: QWidget,
        parent: QObject | None = None,
        *,
        icon: QSystemTrayIcon | None = None,
    ) -> None:
        """``icon``: the one of another account, which stays in its place."""
        super().__init__(parent or window)
        self._seam, self._actions, self._window = seam, actions, window
        self._scope = TaskScope("tray", self._on_task_failed)
        self._summary = seam.summary
        self._live: dict[TransferId, Progress] = {}
        self._is_wanted = True
        self._colours = TrayColours.AUTOMATIC
        self._misses = 0
        self._is_key_missing = False
        self._is_offline = False
        self._look: RingLook | None = None
        self._icon: QSystemTrayIcon | None = None
        self.clicks = TrayClicks(actions, window, lambda: self._summary.is_paused, self)
        self.clicks.hide_asked.connect(self.hide_asked)
        self.links = RecentLinks(seam, self)
        self.menu = Menu(window)
        self._running = [QAction(self.menu) for _ in range(RUNNING_SHOWN)]
        self._links_menu = Menu(tr("Recent links"), self.menu)
        self.snooze = SnoozeMenu(self.menu)
        self._entries = self._menu_entries()
        self._lay_out_menu()
        self._absence = QTimer(self, interval=_ABSENCE_MS, singleShot=True)
        self._absence.timeout.connect(lambda: self._set_offline(value=True))
        self._repaint = QTimer(self, interval=REPAINT_MS, singleShot=True)
        self._repaint.timeout.connect(self._paint)
        self._search = QTimer(self, interval=LOOK_FOR_TRAY_MS)
        self._search.timeout.connect(self.look_for_tray)
        self._connect()
        self._begin(icon)

    def _begin(self, icon: QSystemTrayIcon | None) -> None:
        if icon is not None:
            self._take_icon(icon)
        self.look_for_tray()
        self._search.start()

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon, if a tray shows it."""
        return self._icon

    @property
    def is_there(self) -> bool:
        """True when the program can be reached through the tray: only then may its window hide."""
        return self._icon is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def start(self) -> None:
        """Take the state of the program that has just opened."""
        program = self._seam.program
        self._take_settings(program.preferences.current)
        self._is_key_missing = not program.session.state.signed_in
        self.look_for_tray()
        self._on_seam_summarised(self._seam.summary)
        self._scope.start(self.links.load(), "recent links")

    async def close(self) -> None:
        """Take the icon away."""
        self._search.stop()
        self._repaint.stop()
        self._absence.stop()
        self._drop_icon()
        await self._scope.close()

    def hold(self, is_held: bool) -> None:
        """While the window is locked, no name of a file is shown, and no command but those of the lock."""
        self._is_held = is_held
        self._lay_out_menu()
        self._repaint_soon()
        self._on_menu_about_to_show()

    def show_accounts(self, entry: QAction | None) -> None:
        """Have this among the entries, or none."""
        self._accounts = entry
        self._lay_out_menu()

    def look_for_tray(self) -> None:
        """Show the icon where a tray has come; where it went, bring the window back.

        A panel that restarts is away for a moment and takes the icon in again; one missed twice has gone.
        """
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        self._misses = 0 if has_tray else self._misses + 1
        if has_tray and self._is_wanted and self._icon is None:
            self._make_icon()
        elif self._icon is not None and (self._misses >= MISSES or not self._is_wanted):
            self._drop_icon()
            if not self._window.isVisible():
                self._actions[ActionId.SHOW_WINDOW].trigger()

    # The icon

    def _make_icon(self) -> None:
        # A new object each time: one that was made before a StatusNotifier watcher came never registers.
        icon = QSystemTrayIcon()
        self._take_icon(icon)
        icon.show()

    def _take_icon(self, icon: QSystemTrayIcon) -> None:
        icon.setParent(self)
        self._icon = icon
        icon.activated.connect(self.clicks.on_icon_activated)
        icon.messageClicked.connect(self._actions[ActionId.SHOW_WINDOW].trigger)
        icon.setContextMenu(self.menu)
        self._look = None
        self._misses = 0
        self._paint()

    def give_icon(self) -> QSystemTrayIcon | None:
        """Let go of the icon, for another account to take."""
        self._search.stop()
        icon, self._icon = self._icon, None
        if icon is not None:
            icon.activated.disconnect(self.clicks.on_icon_activated)
            icon.messageClicked.disconnect(self._actions[ActionId.SHOW_WINDOW].trigger)
        return icon

    def _drop_icon(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _paint(self) -> None:
        if self._icon is None:
            return
        look = RingLook.of(self.state(), self._summary.fraction, QGuiApplication.palette(), self._colours)
        if look != self._look:
            self._look = look
            self._icon.setIcon(ring_icon(look))
        words = tr("1fichier\nLocked") if self._is_held else self.tool_tip()
        if self._icon.toolTip() != words:
            self._icon.setToolTip(words)

    def state(self) -> TrayState:
        """What the icon says. The user's own pause comes before what would matter only without it."""
        counts = self._summary.counts
        if self._is_key_missing or (self._is_offline and counts.active + counts.waiting):
            return TrayState.ERROR
        if counts.attention:
            return TrayState.NEEDS_YOU
        if self._summary.is_paused or (self._summary.is_off and counts.waiting):
            return TrayState.PAUSED
        if _is_cooling(self._summary) and counts.active + counts.waiting:
            return TrayState.COOLING
        return TrayState.ACTIVE if counts.active else TrayState.IDLE

    def tool_tip(self) -> str:
        """Two lines: what comes down and how far, what goes up and how much is left."""
        summary, counts = self._summary, self._summary.counts
        if self._is_key_missing:
            return tr("1fichier\nNo key entered")
        if self._is_offline:
            return tr("1fichier\nNo network: transfers wait")
        if not counts.active:
            return f"{tr('1fichier')}\n{wording.queue_words(summary)}"
        down = [f"↓ {wording.speed(summary.download_speed)}"]
        if summary.fraction is not None:
            down.append(wording.percent(summary.fraction))
        if summary.seconds_left is not None:
            down.append(wording.time_left(summary.seconds_left))
        up = [
            f"↑ {wording.speed(summary.upload_speed)}",
            tr("{running} of {all}", running=counts.active, all=counts.active + counts.waiting),
        ]
        end = wording.queue_end_words(summary, time.time())
        if end:
            up.append(end)
        if _is_cooling(summary) and summary.paused_until is not None:
            up.append(wording.cooling_words(summary.paused_until))
        return " · ".join(down) + "\n" + " · ".join(up)

    # The menu

    def _menu_entries(self) -> list[QAction]:
        """All of them from top to bottom, but for that of the pause."""
        menu, actions = self.menu, self._actions
        for action in self._running:
            action.setEnabled(False)
            action.setVisible(False)
        limits = Menu(tr("Limits"), menu)
        limits.addAction(actions[ActionId.SLOW_LIMITS])
        limits.addAction(actions[ActionId.LIMIT_SETTINGS])
        return [
            actions[ActionId.SHOW_WINDOW],
            menu.addSeparator(),
            *self._running,
            menu.addSeparator(),
            actions[ActionId.UPLOAD_FILES],
            actions[ActionId.PASTE_LINKS],
            self._links_menu.menuAction(),
            menu.addSeparator(),
            limits.menuAction(),
            self.snooze.menuAction(),
            actions[ActionId.PREFERENCES],
            actions[ActionId.LOCK],
            actions[ActionId.QUIT],
        ]

    def _lay_out_menu(self) -> None:
        for action in self.menu.actions():
            self.menu.removeAction(action)
        if self._is_held:
            self.menu.addActions([self._actions[each] for each in ALWAYS])
        else:
            self.menu.addActions(self._entries)
            if self._accounts is not None:
                self.menu.insertAction(self._actions[ActionId.PREFERENCES], self._accounts)
            self._settle_menu()

    def _settle_menu(self) -> None:
        if self._is_held:
            return
        is_paused = self._summary.is_paused
        pause, resume = self._actions[ActionId.PAUSE_ALL], self._actions[ActionId.RESUME_ALL]
        self.menu.removeAction(pause if is_paused else resume)
        self.menu.insertAction(self._running[0], resume if is_paused else pause)
        self._show_links()

    def _show_links(self) -> None:
        self._links_menu.clear()
        for link in self.links.newest(IN_MENUS):
            entry = self._links_menu.addAction(short_name(link.name))
            entry.setToolTip(link.url)
            entry.triggered.connect(lambda _=False, link=link: self._on_link_chosen(link))
        self._links_menu.setEnabled(not self._links_menu.isEmpty())

    def _on_link_chosen(self, link: LinkFacts) -> None:
        copy_facts([link], self._seam.program.preferences.current)
        self.noticed.emit(tr("Link copied"))

    async def _show_running(self) -> None:
        rows: list[Transfer] = []
        if self._summary.counts.active and not self._is_held:
            ids = await self._seam.call(lambda p: p.transfers.order(QueueFilter.ACTIVE))
            first = [TransferId(item) for item in ids[:RUNNING_SHOWN]]
            rows = await self._seam.call(lambda p: p.transfers.rows(first))
        for place, action in enumerate(self._running):
            action.setVisible(place < len(rows))
            if place < len(rows):
                action.setText(self._running_words(rows[place]))

    def _running_words(self, row: Transfer) -> str:
        live = self._live.get(row.id)
        done = live.done if live is not None else row.done
        arrow = "↑" if row.direction == "upload" else "↓"
        share = wording.percent(done / row.size) if row.size else ""
        return f"{arrow} {short_name(row.name)}   {share}".rstrip()

    # What happens

    def _connect(self) -> None:
        self._seam.happened.connect(self._on_seam_happened)
        self._seam.summarised.connect(self._on_seam_summarised)
        self._seam.progressed.connect(self._on_seam_progressed)
        self.menu.triggered.connect(self._on_menu_triggered)
        self.menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.links.changed.connect(self._show_links)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._repaint_soon)

    def _on_menu_triggered(self, action: QAction) -> None:
        """What opens a dialog needs the window around it."""
        if any(action is self._actions[each] for each in IN_THE_WINDOW):
            self._actions[ActionId.SHOW_WINDOW].trigger()

    def _on_menu_about_to_show(self) -> None:
        self._scope.start(self._show_running(), "running rows")

    def _on_seam_summarised(self, summary: QueueSummary) -> None:
        if summary.is_paused != self._summary.is_paused:
            self._summary = summary
            self._settle_menu()
        self._summary = summary
        if not summary.counts.active:
            self._live.clear()
        self._repaint_soon()
        # A StatusNotifier host asks for the menu whenever it likes: what it shows must already be right.
        self._on_menu_about_to_show()

    def _on_seam_progressed(self, moved: dict[TransferId, Progress]) -> None:
        self._live.update(moved)
        self._repaint_soon()

    def _on_seam_happened(self, event: Event) -> None:
        if isinstance(event, SettingsChanged):
            self._take_settings(event.settings)
            self.look_for_tray()
        elif isinstance(event, SignedIn | SignedOut | KeyWasRefused):
            self._is_key_missing = not isinstance(event, SignedIn)
            self._repaint_soon()
        elif isinstance(event, NetworkLost | NetworkFound):
            self._hear_network(is_there=isinstance(event, NetworkFound))

    def _take_settings(self, settings: Settings) -> None:
        self._is_wanted = settings.tray_icon
        if settings.tray_colours is not self._colours:
            self._colours = settings.tray_colours
            self._repaint_soon()

    def _hear_network(self, *, is_there: bool) -> None:
        """An absence is shown when it lasts."""
        if is_there:
            self._absence.stop()
            self._set_offline(value=False)
        elif not self._is_offline and not self._absence.isActive():
            self._absence.start()

    def _set_offline(self, *, value: bool) -> None:
        self._is_offline = value
        self._repaint_soon()

    def _repaint_soon(self, _scheme: object = None) -> None:
        if not self._repaint.isActive():
            self._repaint.start()

    def _on_task_failed(self, _name: str, _error: Exception) -> None:
        """The menu keeps what it showed; whoever holds the queue tells of its troubles."""
        for action in self._running:
            action.setVisible(False)


def _is_cooling(summary: QueueSummary) -> bool:
    return summary.paused_until is not None and summary.paused_until > time.time()
