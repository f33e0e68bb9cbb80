"""Pasted links: read without a request, asked for in as few as there can be, planned as they are chosen."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from fichier_gui.app.download_plan import Planner, Source
from fichier_gui.app.views import DownloadPlan
from fichier_gui.domain import links, pasted
from fichier_gui.domain.errors import (
    AccessProblem,
    AppError,
    NotFound,
    PasswordNeeded,
    PasswordWrong,
    RequestProblem,
    UnexpectedAnswer,
)
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.pasted import Answers, Pasted, Question, Standing
from fichier_gui.domain.remote import LinkState, PublicFile, RemoteFile
from fichier_gui.domain.secret import Secret

KnownFiles = Callable[[Collection[FileUrl]], Awaitable[Mapping[FileUrl, RemoteFile]]]
ListedLinks = Callable[[Sequence[FileUrl]], Awaitable[Collection[FileUrl]]]
Sizes = Callable[[Path], Awaitable[Mapping[str, int]]]
"""The files of a local folder, by name."""

_STANDINGS: Final = (
    (NotFound, Standing.DEAD),
    (PasswordNeeded, Standing.LOCKED),
    (PasswordWrong, Standing.REFUSED_PASSWORD),
    (UnexpectedAnswer, Standing.UNASKED),
)


class Pasting:
    """Lives on the core's loop. Questions are patient: they wait while the service asks for a pause."""

    def __init__(
        self,
        source: Source,
        known: KnownFiles,
        listed: ListedLinks,
        sizes: Sizes,
        hide: Callable[[Secret], None],
    ) -> None:
        self._source = source
        self._known = known
        self._listed = listed
        self._sizes = sizes
        self._hide = hide

    async def read(self, text: str, folder: Path) -> tuple[Pasted, ...]:
        """The links of ``text``, with what is known of them here. No request."""
        rows = pasted.read(text)
        files = await self._known([FileUrl(row.text) for row in rows if row.standing is Standing.ASKING])
        answers: Answers = {url: (_of_own(url, file),) for url, file in files.items()}
        return await self.place(pasted.answered(rows, answers), folder)

    async def place(self, rows: Sequence[Pasted], folder: Path) -> tuple[Pasted, ...]:
        """Mark what is in the queue, and what lies in ``folder`` already. No request."""
        urls = [FileUrl(row.text) for row in rows if row.can_fetch]
        return pasted.placed(rows, await self._listed(urls), await self._sizes(folder))

    async def ask(self, question: Question, folder: Path) -> Answers:
        """One request. Raises what concerns all links (``KeyProblem``, ``NetworkProblem`` leaves)."""
        if question.is_mass:
            answers = await self._check(question.rows)
        else:
            (row,) = question.rows
            answers = {row.text: await self._look(row, None)}
        return {text: await self.place(rows, folder) for text, rows in answers.items()}

    async def unlock(self, row: Pasted, password: Secret, folder: Path) -> tuple[Pasted, ...]:
        """Try ``password`` once on a row that wants one; one request, none where the name is known.

        The row as it stands now, or the files of a published folder.
        """
        self._hide(password)
        if row.name:
            # The download tries it: the service need not be asked twice.
            found: tuple[Pasted, ...] = (replace(row, standing=Standing.READY, password=password),)
        else:
            found = await self._look(row, password)
        return await self.place(found, folder)

    def plan(self, rows: Sequence[Pasted], folder: Path) -> DownloadPlan:
        """What fetching ``rows`` into ``folder`` would do. No request."""
        planner = Planner(self._source, folder)
        for row in rows:
            planner.take(row)
        return planner.plan()

    async def _look(self, row: Pasted, password: Secret | None) -> tuple[Pasted, ...]:
        try:
            if row.is_folder:
                files = await self._source.public_folder(row.text, True, password)
                # An empty one stays in sight.
                return tuple(_of_folder(file, password) for file in files) or (_refused(row, NotFound()),)
            details = await self._source.details(FileUrl(row.text), True, password)
        except (AccessProblem, RequestProblem) as error:
            return (_refused(row, error),)
        return (
            replace(
                row,
                standing=Standing.READY,
                name=details.name,
                size=details.size,
                checksum=details.checksum,
                has_password=details.has_password or password is not None,
                password=password,
                reason=None,
            ),
        )

    async def _check(self, rows: Sequence[Pasted]) -> dict[str, tuple[Pasted, ...]]:
        urls = [FileUrl(row.text) for row in rows]
        try:
            states = await self._source.check(urls, True)
        except (AccessProblem, RequestProblem) as error:
            return {row.text: (replace(row, standing=Standing.UNASKED, reason=error),) for row in rows}
        known = {links.file_url(url) or url: state for url, state in states.items()}
        return {row.text: (_checked(row, known.get(row.text)),) for row in rows}


def _of_own(url: FileUrl, file: RemoteFile) -> Pasted:
    return Pasted(
        url, links.parse(url), Standing.READY, file.name, file.size, file.checksum, file.has_password
    )


def _of_folder(file: PublicFile, password: Secret | None) -> Pasted:
    is_open = not file.has_password or password is not None
    return Pasted(
        file.url,
        links.parse(file.url),
        Standing.READY if is_open else Standing.LOCKED,
        file.name,
        file.size,
        has_password=file.has_password,
        password=password if file.has_password else None,
    )


def _checked(row: Pasted, state: LinkState | None) -> Pasted:
    if state is None:
        return replace(row, standing=Standing.UNASKED, reason=UnexpectedAnswer("no word of this link"))
    if not state.exists:
        return replace(row, standing=Standing.DEAD, reason=NotFound(name=row.text))
    if state.name is None or state.size is None:
        return replace(row, standing=Standing.LOCKED)
    return replace(row, standing=Standing.READY, name=state.name, size=state.size)


def _refused(row: Pasted, error: AppError) -> Pasted:
    for kind, standing in _STANDINGS:
        if isinstance(error, kind):
            return replace(row, standing=standing, reason=error)
    return replace(row, standing=Standing.REFUSED, reason=error)
