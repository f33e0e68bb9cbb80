"""Cut, copy and paste of rows, and the same with a folder that is chosen in a dialog."""

from collections.abc import Callable, Sequence
from functools import partial

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.ui import wording
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.models.row_change import item_id
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.organising import OrganisingDesk
from fichier_gui.ui.row_clipboard import RowClipboard
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.chosen import Chosen
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import organising as words
from fichier_gui.ui.wording import tr


class RowMoves:
    """Of what is chosen in the list; the tree hands over its own."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        organising: OrganisingDesk,
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._here = navigation
        self._organising = organising
        self._may_paste = False
        self.paths_of: Callable[[Sequence[RemoteFile]], Sequence[str]] = lambda _files: ()
        """Where all of some files are on this computer, as far as known; else nothing."""
        self.clipboard = RowClipboard(window)
        self.clipboard.changed.connect(self._on_clipboard_changed)
        for action, act in (
            (ActionId.CUT, partial(self.take, is_cut=True)),
            (ActionId.COPY_ITEMS, partial(self.take, is_cut=False)),
            (ActionId.MOVE_TO, partial(self.choose, is_move=True)),
            (ActionId.COPY_TO, partial(self.choose, is_move=False)),
        ):
            actions.on(action, partial(self._with_chosen, act))
        actions.on(ActionId.PASTE_ITEMS, self.paste)

    def settle(self, chosen: Chosen, *, signed_in: bool, is_searching: bool) -> None:
        """Open the commands that fit what is chosen."""
        if not signed_in:
            self.clipboard.forget()
        here = self._here.path[-1]
        may_write = signed_in and here.is_writable
        self._may_paste = may_write and not is_searching
        reason = wording.kept_words(here, self._here.shares_among(chosen.folders))
        may_move = signed_in and bool(chosen.rows) and not reason
        self._actions.enable(may_move, ActionId.CUT, ActionId.MOVE_TO, reason=reason)
        may_copy = signed_in and bool(chosen.rows) and not here.hides_links
        hidden = (
            tr("The service copies by link, and the owner hides the links here") if here.hides_links else ""
        )
        self._actions.enable(may_copy, ActionId.COPY_ITEMS, ActionId.COPY_TO, reason=hidden)
        self._settle_paste()

    def take(self, items: Sequence[Placed], *, is_cut: bool) -> None:
        """Onto the clipboard, to be pasted in another folder."""
        if items:
            files = [placed.item for placed in items if isinstance(placed.item, RemoteFile)]
            paths = self.paths_of(files) if len(files) == len(items) else ()
            self.clipboard.take(items, is_cut=is_cut, paths=paths)

    def paste(self, target: FolderId | None = None, folder: str = "") -> None:
        """Put what was cut or copied into a folder, by default the one that is shown."""
        taken = self.clipboard.taken
        if taken is None:
            return
        if target is None:
            target, folder = self._here.folder_id, wording.folder_name(self._here.path[-1])
        if taken.is_cut:
            self.clipboard.clear()
            self._organising.move(taken.items, target, folder)
        else:
            self._organising.copy(taken.items, target, folder)

    def choose(self, items: Sequence[Placed], *, is_move: bool) -> None:
        """Ask for the folder, then move or copy."""
        from fichier_gui.ui.dialogs.remote_folder import choose_remote_folder

        if not items:
            return
        things = words.items_named([placed.item for placed in items])
        start = items[0].folder

        async def work() -> None:
            if is_move:
                text, verb = tr("Move {things} to", things=things), tr("Move here")
            else:
                text, verb = tr("Copy {things} to", things=things), tr("Copy here")
            folder = await choose_remote_folder(self._seam, self._window, text, verb, start)
            if folder is not None:
                act = self._organising.move if is_move else self._organising.copy
                act(items, folder.id, wording.folder_name(folder))

        self._scope.start(work(), "choose where to put it")

    def _with_chosen(self, act: Callable[[Sequence[Placed]], None]) -> None:
        act(self._organising.chosen())

    def _on_clipboard_changed(self) -> None:
        taken = self.clipboard.taken
        items = taken.items if taken is not None and taken.is_cut else ()
        self._window.files.model.mark_leaving("cut", (item_id(placed.item) for placed in items))
        self._settle_paste()

    def _settle_paste(self) -> None:
        self._actions.enable(self._may_paste and self.clipboard.taken is not None, ActionId.PASTE_ITEMS)
