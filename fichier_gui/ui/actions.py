"""The live commands: one ``QAction`` each, shared by menus, tool bar, panels, tray and tests."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from fichier_gui.ui import icons
from fichier_gui.ui.action_table import ACTIONS, ActionId, ActionSpec, Reach
from fichier_gui.ui.command_keys import keys_in_force, own_keys
from fichier_gui.ui.menus import Menu
from fichier_gui.ui.wording import tr

__all__ = ["SEPARATOR", "ActionId", "Actions"]

SEPARATOR: Final = None
"""A line between groups of a menu."""

ALWAYS: Final = (ActionId.SHOW_WINDOW, ActionId.QUIT)
"""What can be done while the window is locked."""


class Actions(QObject):
    """``actions[ActionId.DOWNLOAD]`` is the command; who can carry it out connects to ``triggered``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key_setting = ""
        self._undrawn: list[ActionSpec] = []
        """Commands whose icons have the colours of before."""
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}
        self._groups = self._held_together()

    def __getitem__(self, action: ActionId) -> QAction:
        return self._actions[action]

    def __iter__(self) -> Iterator[ActionId]:
        return iter(self._actions)

    def on(self, action: ActionId, slot: Callable[[], object]) -> None:
        """Call ``slot`` when the user triggers ``action``."""
        self._actions[action].triggered.connect(lambda _checked=False: slot())

    def enable(self, enabled: bool, *actions: ActionId, reason: str = "") -> None:
        """Switch several at once. ``reason``: why they cannot be used, shown where their help is."""
        for action in actions:
            self._actions[action].setEnabled(enabled)
            if reason or self._actions[action].property(_REASON):
                self._actions[action].setProperty(_REASON, reason)
                self._actions[action].setToolTip(reason or _tip(self._specs[action], self._actions[action]))

    def hold(self, is_held: bool) -> None:
        """Let none of them be used but those of :data:`ALWAYS`. What is switched meanwhile counts later."""
        for action, group in self._groups.items():
            # Others have put some into groups of their own.
            (self._actions[action].actionGroup() or group).setEnabled(not is_held)

    def attach(self, widget: QWidget, reach: Reach) -> None:
        """Let the keys of these commands work in ``widget`` (the window, the file list, the panel)."""
        widget.addActions([self._actions[spec.id] for spec in ACTIONS if spec.reach is reach])

    def menu(self, parent: QWidget, layout: Iterable[ActionId | None], title: str = "") -> QMenu:
        """A menu of commands; ``SEPARATOR`` draws a line."""
        menu = Menu(title, parent)
        self.fill(menu, layout)
        return menu

    def fill(self, menu: QMenu, layout: Iterable[ActionId | None]) -> None:
        """Append commands to ``menu``."""
        layout = tuple(layout)
        if any(action is not SEPARATOR and self._actions[action].property(_REASON) for action in layout):
            menu.setToolTipsVisible(True)  # why some of them cannot be used
        for action in layout:
            if action is SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[action])

    def use_keys(self, setting: str) -> None:
        """Put the keys in force that the setting ``shortcuts`` gives."""
        if setting == self._key_setting:
            return
        self._key_setting = setting
        for name, keys in keys_in_force(setting).items():
            action = self._actions[name]
            action.setShortcuts([QKeySequence(key) for key in keys])
            if not action.property(_REASON):
                action.setToolTip(_tip(self._specs[name], action))

    def retint(self) -> None:
        """Draw the icons: after the first picture of the window, and after a change of palette.

        Those of the tool bars at once, those of the menus a few at a time: all take as long as a picture.
        """
        self._undrawn = [spec for spec in self._specs.values() if spec.icon and spec.id not in _SEEN_AT_ONCE]
        self._draw(self._specs[name] for name in _SEEN_AT_ONCE)
        self._draw_more()

    def _draw_more(self) -> None:
        now, self._undrawn = self._undrawn[:_AT_A_TIME], self._undrawn[_AT_A_TIME:]
        self._draw(now)
        if self._undrawn:
            QTimer.singleShot(0, self, self._draw_more)

    def _draw(self, specs: Iterable[ActionSpec]) -> None:
        for spec in specs:
            self._actions[spec.id].setIcon(icons.command_icon(spec.icon))

    def _held_together(self) -> dict[ActionId, QActionGroup]:
        """A group of Qt's keeps what each of its commands is to be once the group is in use again."""
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        held = [name for name in self._actions if name not in ALWAYS]
        for name in held:
            group.addAction(self._actions[name])
        return dict.fromkeys(held, group)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self)
        action.setObjectName(spec.id.value)
        if spec.id in _SEEN_AT_ONCE:
            action.setIcon(icons.command_icon(spec.icon))
        action.setShortcuts([QKeySequence(key) for key in own_keys(spec.id)])
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if spec.reach is Reach.WINDOW
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setCheckable(spec.is_checkable)
        # In a menu a check mark says it; a pressed picture would not.
        action.setIconVisibleInMenu(not spec.is_checkable)
        action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
        action.setToolTip(_tip(spec, action))
        return action


_REASON: Final = "reason"


def _tip(spec: ActionSpec, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = tr(spec.help) if spec.help else tr(spec.text).rstrip("…")
    return f"{tip} ({keys})" if keys else tip


_SEEN_AT_ONCE: Final = frozenset(
    {
        ActionId.BACK,
        ActionId.FORWARD,
        ActionId.UP,
        ActionId.REFRESH,
        ActionId.UPLOAD_FILES,
        ActionId.PASTE_LINKS,
        ActionId.PAUSE_ALL,
        ActionId.CLEAR_DONE,
    }
)
"""Their icons are drawn before the window is; those of the menus can wait."""

_AT_A_TIME: Final = 16
"""Icons that are drawn in one go, in two or three milliseconds."""

_ROLES: Final = {
    ActionId.QUIT: QAction.MenuRole.QuitRole,
    ActionId.ABOUT: QAction.MenuRole.AboutRole,
    ActionId.PREFERENCES: QAction.MenuRole.PreferencesRole,
}
"""Where macOS expects them."""
