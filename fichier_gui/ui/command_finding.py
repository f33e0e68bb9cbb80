"""Commands, folders and saved searches by a few letters: what the command palette offers and does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtGui import QKeySequence

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.choices import Choice, arranged
from fichier_gui.ui.action_table import ACTIONS, ActionSpec, Reach
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.linking import COPY_MENU
from fichier_gui.ui.models.palette_rows import PaletteRow
from fichier_gui.ui.navigation import Navigation
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.searching import Searching
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.wording import QT_TR_NOOP, tr
from fichier_gui.ui.wording.commands import unavailable_words

RECENT: Final = 20
"""Commands that are remembered."""
_FEW: Final = 5
"""Folders below the commands."""
_MANY: Final = 50
"""Folders alone."""
_SHORTEST: Final = 2
"""Letters from which folders are looked for among the commands."""

_LEFT_OUT: Final = frozenset({ActionId.FIND_COMMAND, ActionId.SHOW_MENU, ActionId.SHOW_WINDOW})
"""They would do nothing here."""
_PARTS: Final[dict[ActionId, str]] = {
    action: QT_TR_NOOP("Copy link as")
    for action in COPY_MENU
    if action is not None and action not in (ActionId.COPY_AS, ActionId.SHOW_QR)
}
"""The menu in which commands stand whose words are too few by themselves."""
_COMMANDS: Final = frozenset(spec.id.value for spec in ACTIONS)
_PLACES: Final = {
    Reach.FILES: QT_TR_NOOP("File list"),
    Reach.LOCAL: QT_TR_NOOP("Local folder"),
    Reach.TRANSFERS: QT_TR_NOOP("Transfers"),
}


class CommandFinding:
    """Commands are there at once; folders and searches come from the core, and stand below them."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        navigation: Navigation,
        searching: Searching,
    ) -> None:
        self._seam = seam
        self._window = window
        self._view = window.commands
        self._actions = actions
        self._scope = scope
        self._navigation = navigation
        self._searching = searching
        self._work: asyncio.Task[None] | None = None
        self._acts: dict[str, Callable[[], object]] = {}
        """What each row does."""
        self.accounts: Callable[[], list[tuple[PaletteRow, Callable[[], object]]]] = list
        """The other accounts, and how each is shown."""
        actions.on(ActionId.FIND_COMMAND, self._view.open)
        self._view.changed.connect(self._show)
        self._view.chosen.connect(self._run)

    def _show(self, line: str) -> None:
        if self._work is not None:
            self._work.cancel()
        self._acts = {}
        is_path = line.lstrip().startswith("/")
        rows = [] if is_path else [*self._commands(line), *self._accounts(line)]
        self._view.show_rows(rows)
        self._view.say_nothing("")
        if self._seam.is_open and self._is_signed_in() and line.strip():
            self._work = self._scope.start(self._find(line, is_path), "find a command")
        else:
            self._tell_nothing()

    def _is_signed_in(self) -> bool:
        return self._actions[ActionId.SEARCH].isEnabled()

    def _tell_nothing(self) -> None:
        self._view.say_nothing("" if self._view.model.rows else tr("Nothing has these words."))

    # Commands

    def _commands(self, line: str) -> list[PaletteRow]:
        specs = {spec.id.value: spec for spec in ACTIONS if self._is_offered(spec)}
        choices = [
            Choice(key, _texts(spec), self._actions[spec.id].isEnabled()) for key, spec in specs.items()
        ]
        return [self._row(specs[found.key]) for found in arranged(line, choices, self._view.recent)]

    def _is_offered(self, spec: ActionSpec) -> bool:
        has_local = self._actions[ActionId.TOGGLE_LOCAL].isChecked()
        return spec.id not in _LEFT_OUT and (spec.reach is not Reach.LOCAL or has_local)

    def _accounts(self, line: str) -> list[PaletteRow]:
        rows = {row.key: (row, act) for row, act in self.accounts()}
        found = arranged(line, [Choice(key, (row.text,)) for key, (row, _act) in rows.items()])
        self._acts.update((one.key, rows[one.key][1]) for one in found)
        return [rows[one.key][0] for one in found]

    def _row(self, spec: ActionSpec) -> PaletteRow:
        action = self._actions[spec.id]
        self._acts[spec.id.value] = action.trigger
        return PaletteRow(
            spec.id.value,
            " › ".join(map(tr, _whole(spec))),
            spec.icon,
            tr("On") if action.isChecked() else self._note(spec, is_possible=action.isEnabled()),
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            action.isEnabled(),
        )

    def _note(self, spec: ActionSpec, *, is_possible: bool) -> str:
        if is_possible:
            return tr(_PLACES[spec.reach]) if spec.reach in _PLACES else ""
        return unavailable_words(
            spec.id,
            spec.reach,
            signed_in=self._is_signed_in(),
            has_chosen=self._window.has_chosen(spec.reach),
        )

    # Folders and searches

    async def _find(self, line: str, is_path: bool) -> None:
        call = self._seam.call
        rows: list[PaletteRow] = []
        if not is_path:
            saved = await call(lambda program: program.finding.saved.all())
            texts = {f"search:{one.name}": one for one in saved}
            choices = [Choice(key, (one.name,)) for key, one in texts.items()]
            for found in arranged(line, choices):
                one = texts[found.key]
                self._acts[found.key] = partial(self._searching.run_saved, one.text)
                rows.append(PaletteRow(found.key, one.name, "search-saved", tr("Saved search")))
        if is_path or len(line.strip()) >= _SHORTEST:
            most = _MANY if is_path else _FEW
            for folder, path in await call(lambda program: program.browse.folders_named(line, most)):
                key = f"folder:{folder.id}"
                self._acts[key] = partial(self._navigation.go, folder.id)
                rows.append(PaletteRow(key, folder.name, "folder", path))
        if is_path and not rows:
            rows.append(self._unknown(line.strip()))
        self._view.add_rows(rows)
        self._tell_nothing()

    def _unknown(self, path: str) -> PaletteRow:
        """A path that nobody has read yet may be there all the same."""
        key = f"path:{path}"
        self._acts[key] = partial(self._navigation.go_to_path, path)
        return PaletteRow(key, tr("Go to {path}", path=path), "places")

    def _run(self, key: str) -> None:
        act = self._acts.get(key)
        if act is None:
            return
        if key in _COMMANDS:
            self._view.remember(key, RECENT)
        act()


def _whole(spec: ActionSpec) -> tuple[str, ...]:
    """The words of the menu, where it needs them, and those of the command."""
    return (_PARTS[spec.id], spec.text) if spec.id in _PARTS else (spec.text,)


def _texts(spec: ActionSpec) -> tuple[str, ...]:
    """What may be typed, in the user's language and in English."""
    parts = _whole(spec)
    return " ".join(map(tr, parts)), " ".join(parts)
