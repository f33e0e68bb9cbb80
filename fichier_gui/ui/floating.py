"""The drop target that floats above other programs: when it is there, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from fichier_gui.domain.transfers import QueueSummary
from fichier_gui.ui.actions import SEPARATOR, ActionId, Actions
from fichier_gui.ui.bringing import Bringing
from fichier_gui.ui.geometry import Geometry
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.ring import RingLook, TrayState
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.drop_target import DropTarget
from fichier_gui.ui.wording import tr

if TYPE_CHECKING:
    from fichier_gui.ui.views.floating_target import FloatingTarget

_IS_ON: Final = "drop_target"
_PLACE: Final = "drop_target_at"
_MENU: Final = (
    ActionId.SHOW_WINDOW,
    SEPARATOR,
    ActionId.UPLOAD_FILES,
    ActionId.PASTE_LINKS,
    ActionId.PAUSE_ALL,
    SEPARATOR,
    ActionId.TOGGLE_DROP_TARGET,
)


class Floating(QObject):
    """Of one window. Made once its core is open; a locked window has none."""

    def __init__(
        self,
        seam: Seam,
        actions: Actions,
        geometry: Geometry,
        here: Navigation,
        bringing: Bringing,
        state: Callable[[], TrayState],
        parent: QObject,
        *,
        is_held: bool,
    ) -> None:
        """``state``: what the tray's icon says."""
        super().__init__(parent)
        self._seam, self._actions, self._geometry = seam, actions, geometry
        self._here, self._bringing, self._state = here, bringing, state
        self._is_held = is_held
        self.target: FloatingTarget | None = None
        self._toggle = actions[ActionId.TOGGLE_DROP_TARGET]
        self._toggle.setChecked(geometry.flag(_IS_ON, False))
        self._toggle.toggled.connect(self._on_toggled)
        self._settle()

    def hold(self, is_held: bool) -> None:
        """While the window is locked nothing is taken."""
        self._is_held = is_held
        self._settle()

    def close(self) -> None:
        """The window ends."""
        if self.target is not None:
            target, self.target = self.target, None
            self._seam.summarised.disconnect(self._on_seam_summarised)
            self._here.changed.disconnect(self._tell)
            target.hide()
            target.deleteLater()

    def _on_toggled(self, is_on: bool) -> None:
        self._geometry.keep_flag(_IS_ON, is_on)
        self._geometry.write()
        self._settle()

    def _settle(self) -> None:
        if not self._toggle.isChecked() or self._is_held:
            self.close()
        elif self.target is None:
            self._open()

    def _open(self) -> None:
        from fichier_gui.ui.views.floating_target import FloatingTarget

        self.target = target = FloatingTarget()
        drops = DropTarget(target, self._bringing.folder_name)
        drops.dropped.connect(self._bringing.take)
        target.clicked.connect(self._actions[ActionId.SHOW_WINDOW].trigger)
        target.moved.connect(self._on_target_moved)
        menu = self._actions.menu(target, _MENU)
        target.menu_asked.connect(menu.popup)
        self._seam.summarised.connect(self._on_seam_summarised)
        self._here.changed.connect(self._tell)
        self._tell()
        self._on_seam_summarised(self._seam.summary)
        target.put(self._kept_place())
        target.show()

    def _kept_place(self) -> QPoint | None:
        try:
            x, y = (int(part) for part in self._geometry.text(_PLACE, "").split(";"))
        except ValueError:
            return None
        return QPoint(x, y)

    def _on_target_moved(self, place: QPoint) -> None:
        # A comma would make a list of it.
        self._geometry.keep_text(_PLACE, f"{place.x()};{place.y()}")

    def _on_seam_summarised(self, summary: QueueSummary) -> None:
        if self.target is not None:
            palette = QGuiApplication.palette()
            self.target.show_look(RingLook.of(self._state(), summary.fraction, palette))

    def _tell(self) -> None:
        if self.target is not None:
            words = tr(
                "Files and links that are dropped here go to {folder}", folder=self._bringing.folder_name()
            )
            self.target.say(words)
