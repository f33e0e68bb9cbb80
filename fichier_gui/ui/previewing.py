"""Looking at a file without a download, as the window does it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from fichier_gui.app.tasks import TaskScope
from fichier_gui.catalogue.order import Row
from fichier_gui.domain.errors import CreditsNeeded, NotFound, PasswordNeeded, PasswordWrong
from fichier_gui.domain.events import Event, SignedOut
from fichier_gui.domain.preview import PreviewKind, browser_plays, preview_kind
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.ui.actions import ActionId, Actions
from fichier_gui.ui.clipboard import copy_text
from fichier_gui.ui.notices import Notices
from fichier_gui.ui.seam import Seam
from fichier_gui.ui.views.main_window import MainWindow
from fichier_gui.ui.views.notice_bar import NoticeButton
from fichier_gui.ui.wording import preview, tr

_OPENING = "opening"
_PLAYING = "playing"


@dataclass(frozen=True, slots=True)
class _Played:
    """What was handed over: ``player`` has it, else the browser, else nobody yet."""

    name: str
    url: str
    player: str | None
    is_in_browser: bool


class PreviewDesk:
    """``fetch`` downloads rows of the list."""

    def __init__(
        self,
        seam: Seam,
        window: MainWindow,
        actions: Actions,
        scope: TaskScope,
        notices: Notices,
        fetch: Callable[[Sequence[Row]], None],
    ) -> None:
        self._seam = seam
        self._window = window
        self._actions = actions
        self._scope = scope
        self._notices = notices
        self._fetch = fetch
        self._is_open = False
        self._is_playing = False
        self._played: _Played | None = None
        actions.on(ActionId.PREVIEW, self._on_preview_wanted)
        window.files.table.chosen.connect(self._settle)
        seam.happened.connect(self._on_seam_happened)
        self._settle()

    def take_over(self, other: PreviewDesk) -> None:
        """What another window of the same account has begun to play is stopped here."""
        self._is_playing = other._is_playing
        if other._played is not None and other._window.notice_bar.has(_PLAYING):
            self._tell_playing(other._played)

    def _on_seam_happened(self, event: Event) -> None:
        """What another account plays ends with its key."""
        if isinstance(event, SignedOut) and self._is_playing:
            self._scope.start(self._stop(), "stop playing")

    def _settle(self) -> None:
        file = self._chosen()
        self._actions.enable(file is not None and preview_kind(file) is not None, ActionId.PREVIEW)

    def _chosen(self) -> RemoteFile | None:
        rows = self._window.files.table.chosen_rows()
        row = rows[0] if len(rows) == 1 else None
        return row if isinstance(row, RemoteFile) else None

    def _on_preview_wanted(self) -> None:
        if not self._window.files.table.takes_space():
            self._scope.start(self._preview(), "preview")

    async def _preview(self) -> None:
        file = self._chosen()
        if file is None or self._is_open:
            return
        self._is_open = True
        try:
            if preview_kind(file) is PreviewKind.MEDIA:
                await self._play(file)
            else:
                await self._look(file)
        finally:
            self._is_open = False

    async def _look(self, file: RemoteFile) -> None:
        from fichier_gui.ui.dialogs.preview import Preview

        rows = tuple(self._window.files.model.rows)
        wanted = await Preview(self._seam, self._window, rows, rows.index(file)).run()
        if wanted is not None:
            self._fetch((wanted,))

    async def _play(self, file: RemoteFile) -> None:
        """In the system's player, else in the browser; other players take the address from the clipboard."""
        self._tell_opening(file)
        self._played = None
        try:
            played = await self._handed(file)
        except CreditsNeeded as error:
            self._notices.withdraw(_PLAYING)  # what was played before has ended
            self._notices.tell(preview.failed_words(error))
            return
        except NotFound as error:
            again = NoticeButton(
                tr("Try again"), lambda: self._scope.start(self._play_again(file), "play again")
            )
            self._notices.tell(preview.failed_words(error), again, key=_PLAYING)
            return
        if played is not None:
            self._tell_playing(played)

    def _tell_playing(self, played: _Played) -> None:
        self._played = played
        text = preview.playing_words(played.name, played.player, is_in_browser=played.is_in_browser)
        copy = NoticeButton(tr("Copy the address"), lambda: copy_text(played.url))
        stop = NoticeButton(tr("Stop"), lambda: self._scope.start(self._stop(), "stop playing"))
        self._notices.tell(text, copy, stop, key=_PLAYING, stays=True)

    def _tell_opening(self, file: RemoteFile) -> None:
        """The service may have to be waited for."""
        task = asyncio.current_task()
        buttons = () if task is None else (NoticeButton(tr("Stop"), task.cancel),)
        self._notices.tell_soon(tr("Opening {name}…", name=file.name), _OPENING, *buttons)

    async def _handed(self, file: RemoteFile) -> _Played | None:
        """None where the user gives no password. Raises as ``play``."""
        try:
            url = await self._address(file)
            if not url:
                return None
            self._is_playing = True
            player = await self._seam.call(lambda p: p.preview.hand_over())
        finally:
            self._notices.withdraw(_OPENING)
        is_in_browser = player is None and browser_plays(file.name) and _open_in_browser(url)
        return _Played(file.name, url, player, is_in_browser)

    async def _play_again(self, file: RemoteFile) -> None:
        self._notices.withdraw(_PLAYING)
        await self._seam.call(lambda p: p.preview.try_again(file))
        await self._play(file)

    async def _address(self, file: RemoteFile) -> str:
        """Empty where the user gives no password."""
        from fichier_gui.ui.dialogs.password import ask_preview_password

        password: Secret | None = None
        while True:
            try:
                return await self._play_with(file, password)
            except (PasswordNeeded, PasswordWrong) as error:
                was_wrong = isinstance(error, PasswordWrong)
                password = await ask_preview_password(self._window, file.name, was_wrong=was_wrong)
                if password is None:
                    return ""

    async def _play_with(self, file: RemoteFile, password: Secret | None) -> str:
        return await self._seam.call(lambda p: p.preview.play(file, password))

    async def _stop(self) -> None:
        self._is_playing = False
        self._notices.withdraw(_PLAYING)
        await self._seam.call(lambda p: p.preview.stop())


def _open_in_browser(url: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromEncoded(url.encode()))
