"""The use cases that no start needs: each is imported and made when it is first asked for."""

import asyncio
import contextlib
from functools import cached_property
from typing import TYPE_CHECKING, Final

from fichier_gui.app.aids import Aids
from fichier_gui.domain.account import ChangesReport
from fichier_gui.domain.errors import DiskProblem

if TYPE_CHECKING:
    from pathlib import Path

    from fichier_gui.api.client import FichierClient
    from fichier_gui.app.account_settings import AccountSettings
    from fichier_gui.app.already_there import Duplicating
    from fichier_gui.app.browse import Browse
    from fichier_gui.app.desktop import Desktop
    from fichier_gui.app.documents import Documents
    from fichier_gui.app.elsewhere import Elsewhere
    from fichier_gui.app.exchange import Exchange
    from fichier_gui.app.finding import Finding
    from fichier_gui.app.ftp_access import FtpAccess
    from fichier_gui.app.inventory import Inventory
    from fichier_gui.app.local_files import LocalFiles
    from fichier_gui.app.organising.organising import Organising
    from fichier_gui.app.pasting import Pasting
    from fichier_gui.app.preview import Preview
    from fichier_gui.app.queue_file import QueueFile
    from fichier_gui.app.remote_uploads import RemoteUploads
    from fichier_gui.app.replacing import Replacements
    from fichier_gui.app.rule_profiles import RuleProfiles
    from fichier_gui.app.service import Folders
    from fichier_gui.app.sharing import Sharing
    from fichier_gui.app.thumbnails import Thumbnails
    from fichier_gui.app.verifying import Verifying
    from fichier_gui.app.vouchers import Vouchers
    from fichier_gui.app.watch import RequestWatch
    from fichier_gui.catalogue.refresh import Refresher
    from fichier_gui.catalogue.store import CatalogueStore
    from fichier_gui.domain.ids import FileUrl
    from fichier_gui.domain.parts import Part
    from fichier_gui.domain.remote import FileDetails
    from fichier_gui.transfers.journal import Journal
    from fichier_gui.transfers.ports import Checksums
    from fichier_gui.transfers.queue import TransferQueue

ACCOUNT_CHANGES: Final = "account-changes.json"
"""Among the profile's states: what the account's settings are to become."""
REPLACING: Final = "replacing.json"
"""There too: which uploads are to take the place of older files."""


class Occasional(Aids):
    """The part of ``app.container.Program`` that is made on demand, on the core's loop."""

    documents: "Documents"
    browse: "Browse"
    _watch: "RequestWatch"
    _client: "FichierClient"
    _catalogue: "CatalogueStore"
    _journal: "Journal"
    _queue: "TransferQueue"
    _folders: "Folders"
    _refresher: "Refresher"
    _checksums: "Checksums"

    def __init__(self) -> None:
        self._organising: Organising | None = None
        self._opening = asyncio.Lock()

    async def organising(self) -> "Organising":
        """What changes files and folders. Raises ``DiskProblem`` leaves the first time."""
        from fichier_gui.app.organising.asking import EditService
        from fichier_gui.app.organising.opening import open_organising

        async with self._opening:
            if self._organising is None:
                edits = EditService(self._client, self._watch, self._catalogue.tree)
                self._organising = await open_organising(
                    self.options, edits, self._refresher, self.session, self._pools.disk, self.scope, self.bus
                )
            return self._organising

    # For any thread, and making nothing: a ``cached_property`` is among the ``vars`` once it is made.

    @property
    def account_changes(self) -> ChangesReport:
        """How it stands with changes of the account's settings. Any thread."""
        made: AccountSettings | None = vars(self).get("account_settings")
        return ChangesReport() if made is None else made.report

    @property
    def preview_loaded(self) -> int:
        """Bytes of what is being looked at that have come. Any thread."""
        made: Preview | None = vars(self).get("preview")
        return 0 if made is None else made.loaded

    def known_details(self, url: "FileUrl") -> "FileDetails | None":
        """What has been read of a file in this run and not been changed since. Any thread."""
        made: Sharing | None = vars(self).get("sharing")
        return None if made is None else made.known.get(url)

    # To be asked for on the core's loop only.

    async def settle(self, patience: float) -> None:
        """Let what was asked for come to its end before the account is left, so many seconds at most each."""
        if self._organising is not None:
            await self._organising.settle(patience)
        remote: RemoteUploads | None = self.__dict__.get("remote_uploads")
        if remote is not None:
            await remote.settle(patience)

    @cached_property
    def desktop(self) -> "Desktop":
        """The desktop's own services."""
        from fichier_gui.app.desktop import Desktop

        made = Desktop(self.bus.emit)
        self._closing.push_async_callback(made.close)
        return made

    @cached_property
    def finding(self) -> "Finding":
        """The search."""
        from fichier_gui.app.finding import new_finding

        finding = new_finding(
            self.options.profile, self._catalogue, self._folders, self._pools.disk, self.options.clock
        )
        self._closing.push_async_callback(finding.close)
        return finding

    @cached_property
    def inventory(self) -> "Inventory":
        """Lists of what is known."""
        from fichier_gui.app.inventory import new_inventory

        inventory = new_inventory(self.options.profile, self._catalogue)
        self._closing.push_async_callback(inventory.close)
        return inventory

    @cached_property
    def duplicating(self) -> "Duplicating":
        """What the account has already is not sent again."""
        from fichier_gui.app.already_there import new_duplicating

        return new_duplicating(
            self.inventory.survey,
            self._checksums,
            self._pools.read,
            self._folders,
            self._refresher,
            self.browse,
        )

    @cached_property
    def verifying(self) -> "Verifying":
        """Comparisons and sum files."""
        from fichier_gui.app.service import PlanSource
        from fichier_gui.app.verifying import FRESH, Verifying
        from fichier_gui.system.walking import walk

        return Verifying(
            PlanSource(self.browse, self._folders, FRESH),
            lambda paths, stop: self._pools.walk.run(walk, paths, stop),
            self._checksums,
            self._pools.read,
        )

    @cached_property
    def queue_file(self) -> "QueueFile":
        """The queue as a file."""
        from fichier_gui.app.queue_file import QueueFile
        from fichier_gui.system.local_folder import sizes_of

        return QueueFile(
            self.transfers,
            self._journal,
            self.documents,
            lambda paths: self._pools.disk.run(sizes_of, paths),
            self.browse.make_path,
        )

    @cached_property
    def sharing(self) -> "Sharing":
        """The rules of links and of shared folders."""
        from fichier_gui.app.sharing import Sharing

        return Sharing(self._client, self._watch, self._scrubber.register_password)

    @cached_property
    def preview(self) -> "Preview":
        """Files that are looked at without a download."""
        from fichier_gui.app.preview import Preview
        from fichier_gui.app.service import WatchedService
        from fichier_gui.system.media_player import MediaPlayer

        made = Preview(
            WatchedService(self._client, self._watch),
            self._queue.looking,
            self.scope.start,
            self._scrubber.register_password,
            MediaPlayer(),
        )
        self._closing.push_async_callback(made.close)
        return made

    @cached_property
    def thumbnails(self) -> "Thumbnails":
        """Small pictures that are kept."""
        from fichier_gui.app.thumbnails import LIMIT, Thumbnails
        from fichier_gui.system.picture_cache import PictureCache

        cache = PictureCache(self.options.profile.thumbnails, LIMIT)
        return Thumbnails(cache, self._pools.disk, self.preview.fetch)

    async def known_thumbnails(self) -> "dict[FileUrl, int]":
        """See ``Thumbnails.known``. Most runs have none, and need nothing for that."""
        there = await self._pools.disk.run(self.options.profile.thumbnails.exists)
        return await self.thumbnails.known() if there else {}

    async def _forget_account(self) -> None:
        """What is known of its files."""
        await self._catalogue.clear()
        await self._forget_thumbnails()

    async def _claim_account(self, account: str) -> bool:
        """Whose account it is; False where what was known was of another one."""
        kept = await self._catalogue.claim(account)
        if not kept:
            await self._forget_thumbnails()
        return kept

    async def _forget_thumbnails(self) -> None:
        """A disk that refuses holds no key up."""
        if await self.known_thumbnails():
            with contextlib.suppress(DiskProblem):
                await self.thumbnails.forget()

    @cached_property
    def elsewhere(self) -> "Elsewhere":
        """The key and the links in other programs."""
        import os
        from pathlib import Path

        from fichier_gui.app.elsewhere import Elsewhere

        return Elsewhere(
            self._key,
            lambda key: self.accounts.set_key(self.session, key),
            self._pools.disk,
            os.environ,
            Path.home(),
            self.options.service.base_url,
        )

    @cached_property
    def ftp_access(self) -> "FtpAccess":
        """FTP sub-accounts."""
        from fichier_gui.app.ftp_access import FtpAccess

        return FtpAccess(self._client, self._watch, self._scrubber.register_password)

    @cached_property
    def vouchers(self) -> "Vouchers":
        """Codes that pay for something once."""
        from fichier_gui.app.vouchers import Vouchers

        return Vouchers(self._client, self._watch, self._scrubber.register_password)

    @cached_property
    def account_settings(self) -> "AccountSettings":
        """The settings of the account, which the service keeps."""
        from fichier_gui.app.account_settings import AccountSettings
        from fichier_gui.app.service import WatchedService
        from fichier_gui.system.text_file import AtomicText

        settings = AccountSettings(
            WatchedService(self._client, self._watch),
            self.session,
            self._budget.snapshot,
            AtomicText(self.options.profile.state / ACCOUNT_CHANGES),
            self._pools.disk,
            self.options.clock,
            self.scope,
            self.bus.emit,
        )
        self._closing.callback(self.bus.overhear(settings.hear))
        return settings

    @cached_property
    def local_files(self) -> "LocalFiles":
        """Folders of this computer."""
        from fichier_gui.app.local_files import LocalFiles

        made = LocalFiles()
        self._closing.callback(made.close)
        return made

    @cached_property
    def rule_profiles(self) -> "RuleProfiles":
        """Rules of links that are kept under names."""
        from fichier_gui.app.rule_profiles import new_rule_profiles

        return new_rule_profiles(self.options.profile, self._pools.disk)

    @cached_property
    def remote_uploads(self) -> "RemoteUploads":
        """What the service fetches from the web."""
        from fichier_gui.app.remote_targets import RemoteTargets
        from fichier_gui.app.remote_uploads import RemoteUploads, Surroundings
        from fichier_gui.system.text_file import AtomicText

        around = Surroundings(
            listing=lambda folder, since: self._refresher.listing(folder, not_older_than=since),
            targets=RemoteTargets(AtomicText(self._remote_jobs), self._pools.disk),
            clock=self.options.clock,
            spawn=self.scope.start,
            emit=self.bus.emit,
            hide=self._scrubber.register_password,
            owner=account.email if (account := self.session.state.account) else "",
        )
        made = RemoteUploads(self._client, self._watch, around)
        self._closing.callback(self.bus.overhear(made.hear))
        return made

    async def _resume_remote(self) -> None:
        """What an earlier run asked for is looked after, as soon as there is a key."""
        await self.session.settled()
        if await self._pools.disk.run(self._remote_jobs.exists):
            await self.remote_uploads.resume()

    @property
    def _remote_jobs(self) -> "Path":
        return self.options.profile.state / "remote.json"

    @cached_property
    def replacing(self) -> "Replacements":
        """Uploads that take the place of older files."""
        from fichier_gui.app.replacing import Replacements
        from fichier_gui.system.text_file import AtomicText

        return Replacements(
            AtomicText(self.options.profile.state / REPLACING),
            self._journal,
            self.browse.listing,
            self.organising,
            self._pools.disk,
            self.options.clock,
            self.scope,
            self.bus.emit,
            acts=self.options.asks_unbidden,
        )

    async def _resume_replacing(self) -> None:
        """What an earlier run has sent in the place of older files, as soon as there is a key."""
        await self.session.settled()
        if await self._pools.disk.run((self.options.profile.state / REPLACING).exists):
            await self.replacing.catch_up()

    @cached_property
    def pasting(self) -> "Pasting":
        """Links out of any text."""
        from fichier_gui.app.pasting import Pasting
        from fichier_gui.app.service import PlanSource
        from fichier_gui.system.local_folder import file_sizes

        return Pasting(
            PlanSource(self.browse, self._folders),
            self._catalogue.files,
            self._journal.listed_links,
            lambda folder: self._pools.disk.run(file_sizes, folder),
            self._scrubber.register_password,
        )

    @cached_property
    def exchange(self) -> "Exchange":
        """Files given and taken by other programs."""
        from fichier_gui.app.exchange import new_exchange

        preview, disk = self.preview, self._pools.disk
        return new_exchange(self.options.profile, self._journal, preview.fetch, self._checksums, disk)

    async def parts(self, resources: "Path") -> "tuple[Part, ...]":
        """What the program stands on. Raises ``OSError``, ``ValueError``."""
        from fichier_gui.system.parts import read_parts

        return await self._pools.disk.run(read_parts, resources)
