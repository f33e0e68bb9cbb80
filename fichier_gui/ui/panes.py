"""Which parts of the window are open: the tree, the details, the transfers, the folder of this computer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from fichier_gui.ui.action_table import ACTIONS, Reach
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.shown_folder import ShownFolder
from fichier_gui.ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from fichier_gui.ui.local_desk import LocalDesk
    from fichier_gui.ui.views.local_pane import LocalPane

_LOCAL: Final = (*(spec.id for spec in ACTIONS if spec.reach is Reach.LOCAL), ActionId.DOWNLOAD_HERE)


class Panes:
    """``make_local`` is called when the local pane is first opened."""

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        shown: ShownFolder,
        make_local: Callable[[LocalPane], LocalDesk],
    ) -> None:
        self._window = window
        self._actions = actions
        self._shown = shown
        self._make_local = make_local
        self.local: LocalDesk | None = None
        self._is_signed_in = False
        for action, slot in (
            (ActionId.TOGGLE_DETAILS, self._toggle_details),
            (ActionId.TOGGLE_PLACES, self._toggle_places),
            (ActionId.TOGGLE_TRANSFERS, self._toggle_transfers),
            (ActionId.TOGGLE_LOCAL, self._toggle_local),
        ):
            actions.on(action, slot)
        window.transfers.folded.connect(
            lambda is_folded: actions[ActionId.TOGGLE_TRANSFERS].setChecked(not is_folded)
        )

    def start(self) -> None:
        """The core is open: what was open last time is filled."""
        if self._actions[ActionId.TOGGLE_LOCAL].isChecked():
            self._open_local()

    def close(self) -> None:
        """Nothing is looked at any more."""
        if self.local is not None:
            self.local.close()

    def settle(self, *, signed_in: bool) -> None:
        """Open the commands that go from one list to the other."""
        self._is_signed_in = signed_in
        if self.local is None:
            self._actions.enable(False, *_LOCAL)
        else:
            self.local.settle(signed_in=signed_in)

    def _toggle_details(self) -> None:
        self._window.show_details(self._actions[ActionId.TOGGLE_DETAILS].isChecked())
        self._shown.render()

    def _toggle_places(self) -> None:
        self._window.show_places(self._actions[ActionId.TOGGLE_PLACES].isChecked())

    def _toggle_transfers(self) -> None:
        self._window.transfers.set_folded(not self._actions[ActionId.TOGGLE_TRANSFERS].isChecked())

    def _toggle_local(self) -> None:
        if self._actions[ActionId.TOGGLE_LOCAL].isChecked():
            self._open_local()
            self._window.show_local(True).enter()
            return
        had_keys = self._window.local is not None and self._window.local.has_keys()
        self._window.show_local(False)
        self._shown.render()  # the details may have their room back
        self.settle(signed_in=self._is_signed_in)
        if had_keys:
            self._window.files.enter()

    def _open_local(self) -> None:
        pane = self._window.show_local(True)
        if self.local is None:
            self.local = self._make_local(pane)
            self.local.start(self._window.local_folder)
        self.settle(signed_in=self._is_signed_in)
