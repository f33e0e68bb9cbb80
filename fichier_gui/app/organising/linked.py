"""The files behind links: by what is known, then by asking in as few requests as there can be."""

from collections.abc import Sequence
from dataclasses import replace

from fichier_gui.app.organising.asking import EditService
from fichier_gui.app.organising.knowing import Known
from fichier_gui.domain import links
from fichier_gui.domain.errors import (
    AccessDenied,
    AccessProblem,
    AppError,
    NotFound,
    PasswordNeeded,
    RequestProblem,
)
from fichier_gui.domain.ids import ROOT, FileUrl
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.pasted import FEW, MANY
from fichier_gui.domain.remote import LinkState, RemoteFile
from fichier_gui.domain.secret import Secret

Answer = Placed | AppError
"""A file with its folder, or why there is none."""


class Linked:
    """Patient: waits while the service asks for a pause. Raises what concerns all links."""

    def __init__(self, service: EditService, known: Known) -> None:
        self._service = service
        self._known = known

    async def own(self, urls: Sequence[FileUrl]) -> dict[FileUrl, Answer]:
        """Files of the account, where they are now. ``AccessDenied`` for those of others."""
        answers: dict[FileUrl, Answer] = {}
        for url in urls:
            answers[url] = await self._known.placed(url, is_sure=True) or await self._asked(
                url, any_owner=False
            )
        return answers

    async def anybodys(
        self, urls: Sequence[FileUrl], password: Secret | None = None
    ) -> dict[FileUrl, Answer]:
        """Files of others too: what one needs to know to copy them. ``password`` is tried on those that want
        one."""
        answers: dict[FileUrl, Answer] = {}
        for url in urls:
            if (known := await self._known.placed(url, is_sure=False)) is not None:
                answers[url] = known
        unknown = [url for url in urls if url not in answers]
        if len(unknown) > FEW:
            answers |= await self._checked(unknown)
        for url in unknown:
            if url not in answers:
                answers[url] = await self._opened(url, password)
        return answers

    async def _checked(self, urls: Sequence[FileUrl]) -> dict[FileUrl, Answer]:
        """A hundred in one request; those whose names are withheld are left out."""
        answers: dict[FileUrl, Answer] = {}
        for start in range(0, len(urls), MANY):
            states = await self._service.check(urls[start : start + MANY])
            for text, state in states.items():
                url = links.file_url(text)
                if url is not None and (answer := _answer(url, state)) is not None:
                    answers[url] = answer
        return answers

    async def _opened(self, url: FileUrl, password: Secret | None) -> Answer:
        answer = await self._asked(url, any_owner=True)
        if password is not None and isinstance(answer, PasswordNeeded):
            answer = await self._asked(url, password, any_owner=True)
            if isinstance(answer, Placed):
                return replace(answer, item=replace(answer.item, has_password=True))
        return answer

    async def _asked(self, url: FileUrl, password: Secret | None = None, *, any_owner: bool) -> Answer:
        try:
            details = await self._service.details(url, password)
        except (AccessProblem, RequestProblem) as error:
            return error
        if details.folder_id is None and not any_owner:
            return AccessDenied(name=details.name)
        file = RemoteFile(url, details.name, details.size, details.added_at, details.checksum, details.mime)
        return Placed(ROOT if details.folder_id is None else details.folder_id, file)


def _answer(url: FileUrl, state: LinkState) -> Answer | None:
    if not state.exists:
        return NotFound(url=url)
    if state.name is None or state.size is None:
        return None
    return Placed(ROOT, RemoteFile(url, state.name, state.size))
