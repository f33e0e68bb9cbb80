"""The composition root: the one place that knows how everything fits together."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack
from typing import Any

from fichier_gui.api.client import FichierClient
from fichier_gui.app.account_memory import AccountFile
from fichier_gui.app.browse import Browse
from fichier_gui.app.bus import Bus
from fichier_gui.app.continuity import Continuity
from fichier_gui.app.documents import Documents
from fichier_gui.app.handover import JobDesk
from fichier_gui.app.joins import Joins
from fichier_gui.app.key import KeyInUse
from fichier_gui.app.key_check import KeyCheck
from fichier_gui.app.manifests import Manifests
from fichier_gui.app.network import network_options, queue_limits
from fichier_gui.app.occasional import ACCOUNT_CHANGES, Occasional
from fichier_gui.app.options import ProgramOptions
from fichier_gui.app.preferences import Preferences
from fichier_gui.app.profile import PauseListener, Profile
from fichier_gui.app.service import Folders, PlanSource, StoredNames, WatchedService
from fichier_gui.app.session import Consequences, Service, Session
from fichier_gui.app.speed_limits import SpeedLimits
from fichier_gui.app.tasks import TaskScope
from fichier_gui.app.transferring import Knowledge, Transfers
from fichier_gui.app.uplink import Uplink
from fichier_gui.app.wakefulness import Wakefulness
from fichier_gui.app.watch import RequestWatch
from fichier_gui.app.workers import Pools
from fichier_gui.catalogue.refresh import Refresher
from fichier_gui.catalogue.store import CatalogueStore
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.errors import AppError, Unexpected
from fichier_gui.domain.events import (
    AccountUpdated,
    Event,
    ServicePaused,
    ServiceResumed,
    SignedIn,
    UnexpectedHappened,
)
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Settings
from fichier_gui.system.awake import Awake, nothing
from fichier_gui.system.disk_faults import disk_faults
from fichier_gui.system.keychain import Keychain
from fichier_gui.system.power import Power
from fichier_gui.system.route import way_out
from fichier_gui.system.settings_file import SettingsFile
from fichier_gui.system.text_file import AtomicText
from fichier_gui.system.volumes import free_space
from fichier_gui.system.walking import walk
from fichier_gui.transfers.checksum import find_checksums
from fichier_gui.transfers.credits import Purse
from fichier_gui.transfers.journal import Journal
from fichier_gui.transfers.queue import TransferQueue
from fichier_gui.transfers.summary import bytes_move

__all__ = ["Program", "ProgramOptions"]

logger = logging.getLogger(__name__)


class Program(Occasional):
    """The whole program without a window. Made by :meth:`open` on the core's loop."""

    session: Session
    browse: Browse
    transfers: Transfers
    preferences: Preferences
    speed_limits: SpeedLimits

    def __init__(self, options: ProgramOptions, profile: "Profile[Program]", is_guest: bool) -> None:
        super().__init__()
        self.options = options
        self.profile = profile
        self._is_guest = is_guest
        self.bus = Bus()
        self.power = Power() if options.touches_machine else Power(run=lambda _: False, suspend=lambda: False)
        self.scope = TaskScope("program", self._on_task_error)
        self._closing = AsyncExitStack()
        self.ending = asyncio.Lock()
        self._pools = Pools()
        self._disk = self._pools.disk
        self.documents = Documents(self._disk)
        self._scrubber = profile.scrubber
        self._key = KeyInUse(self._take_key)
        self._queue_may_run = options.runs_queue
        self._watch = RequestWatch(self._key, self._emit)

    @classmethod
    async def open(cls, options: ProgramOptions) -> "Program":
        """Open the profile. No request is needed for it; ``session.start()`` then signs in.

        Raises ``ProfileInUse`` when another instance owns the profile (``app.handover`` talks to it),
        ``JournalNewer``, ``DiskProblem`` leaves.
        """
        return await cls._open_in(options, await Profile.open(options, cls._open_in))

    @classmethod
    async def _open_in(
        cls, options: ProgramOptions, profile: "Profile[Program]", is_guest: bool = False
    ) -> "Program":
        program = cls(options, profile, is_guest)
        if not is_guest:
            program._closing.push_async_callback(profile.release)
        program._closing.callback(profile.leave, program)
        try:
            await program._open_folders()
            await program._open_stores()
            program._open_network()
            program._open_use_cases()
            await program._begin()
        except BaseException:
            await program.close()
            raise
        return program

    async def close(self) -> None:
        """Staged and awaited: nothing new starts, transfers stop and keep their parts, stores close.

        Idempotent; whoever asks second waits for the same end.
        """
        async with self.ending:
            await self._closing.aclose()

    async def finish_jobs(self) -> None:
        """Wait for the jobs that other instances have handed over; new ones are turned away."""
        await self.finish_own_jobs()
        await self.profile.finish()

    async def finish_own_jobs(self) -> None:
        """As :meth:`finish_jobs`, for those of this account."""
        await self._desk.finish()

    def serve(self, wire: Mapping[str, Any]) -> AsyncGenerator[Mapping[str, Any], None]:
        """Do a job that another instance has handed over."""
        return self._desk.serve(wire)

    async def let_queue_run(self) -> None:
        """From now on transfers run, even if the options said otherwise."""
        self._queue_may_run = True
        if self.session.state.signed_in and self.session.state.refused is None:
            await self._queue.release()

    @property
    def has_window(self) -> bool:
        """False for a command."""
        return self.options.asks_unbidden

    @property
    def clock(self) -> Clock:
        """The clock of everything."""
        return self.options.clock

    @property
    def paused_until(self) -> float | None:
        """End of the service's cool-down, seconds since 1970. Any thread."""
        return self._budget.snapshot().paused_until

    @property
    def network_problem(self) -> AppError | None:
        """Why requests do not reach the service; None while they do."""
        return self._watch.network_problem

    # The stages of opening. Each pushes its own end on the stack, so that closing goes the other way round.

    async def _open_folders(self) -> None:
        paths = self.options.profile
        self._closing.push_async_callback(self._pools.close)
        with disk_faults(paths.data):
            await self._disk.run(paths.make_folders)

    async def _open_stores(self) -> None:
        options = self.options
        self._settings_file = SettingsFile(options.profile.settings)
        loaded = await self._disk.run(self._settings_file.load)
        self._settings = loaded.settings
        self.speed_limits = SpeedLimits(
            loaded.settings,
            AtomicText(options.profile.shared / "limits.json"),
            self._disk,
            options.clock,
            self.scope,
            lambda name, value: self.preferences.change(name, value),
            lambda _limits: self._limit_queue(),
            self.bus.emit,
        )
        if loaded.problem is not None:
            self.bus.emit(UnexpectedHappened(loaded.problem))
        memory, clock = AtomicText(options.profile.shared / "uplink.json"), options.clock
        self._uplink = Uplink(memory, self._disk, clock, self.scope, lambda: self.speed_limits.current.upload)
        await self._uplink.load()
        # First: one of a newer version is refused, and then nothing else may have changed.
        self._journal = await Journal.open(options.profile.journal, options.clock)
        self._closing.push_async_callback(self._journal.close)
        self._catalogue = await CatalogueStore.open(options.profile.catalogue)
        self._closing.push_async_callback(self._catalogue.close)
        self._wakefulness = Wakefulness(
            Awake() if options.touches_machine else Awake(nothing),
            lambda: self._settings.keep_awake and bytes_move(self._journal.tallies),
            options.clock,
            self.scope,
        )
        self._closing.push_async_callback(self._wakefulness.close)
        self._manifests = Manifests(
            options.profile.state / "manifests", self._journal, lambda: self._queue, self._disk, self.scope
        )

    def _open_network(self) -> None:
        options = self.options
        listener, account = PauseListener(self._on_pause, self._on_resume), options.profile.account
        self._budget = self.profile.budget_of(account, listener)
        self._closing.callback(self.profile.forget_listener, account, listener)
        self._network = network_options(self._settings, options.ca_file)
        self._client = FichierClient(options.service, self._key, self._budget, self._network, options.clock)
        self._closing.push_async_callback(self._client.aclose)
        self._continuity = Continuity(self._client, self._budget, self._watch, options.clock, self.scope)
        self._closing.push_async_callback(self.scope.close)

    def _open_use_cases(self) -> None:
        options, emit = self.options, self._emit
        service = WatchedService(self._client, self._watch)
        self._folders = folders = Folders(self._client, self._watch, self._catalogue.tree)
        self._refresher = Refresher(
            self._catalogue, folders.fetch, options.clock, emit, self.scope.start, self._folder_age
        )
        self._checksums = checksums = find_checksums()
        self._queue = TransferQueue(
            self._journal,
            service,
            StoredNames(self._refresher),
            checksums,
            options.clock,
            queue_limits(self._settings, self.speed_limits.current),
            self._tell_of_queue,
            self.scope.start,
            free_space,
            purse=Purse(lambda: self.session.credits, way_out),
        )
        self.browse = Browse(self._refresher, self._catalogue, folders.make, options.clock)
        self.session = self._new_session(service)
        self._watch.on_key_refused = self.session.refuse
        self.preferences = Preferences(self._settings, self._settings_file, self._disk, self._apply, emit)
        memory, clock = AtomicText(options.profile.state / "joins.json"), options.clock
        self.joins = Joins(
            memory, checksums, free_space, self._journal, self._pools.join, clock, self.scope, emit
        )
        source = PlanSource(self.browse, folders)
        self.transfers = Transfers(
            self._queue, self._new_knowledge(folders), source, self._scrubber.register_password, emit
        )

    def _new_session(self, service: WatchedService) -> Session:
        options = self.options
        check_key = KeyCheck(self._client, self._budget, self._folders, self._key, options.clock)
        return Session(
            self._key,
            Service(check_key, service.account),
            Keychain(options.profile.name) if options.keychain else None,
            AccountFile(AtomicText(options.profile.state / "account.json"), self._disk),
            Consequences(
                emit=self.bus.emit,
                release=self._release,
                hold=self._queue.hold,
                pause=self._queue.pause_all,
                forget_folders=self._forget_account,
                claim_folders=self._claim_account,
                forget_pictures=self._forget_thumbnails,
                root_seen=self._catalogue.save,
                list_root=self.browse.look_at_root if options.asks_unbidden else None,
            ),
            self.scope,
            options.clock,
            options.key,
            options.key_storage,
        )

    def _new_knowledge(self, folders: Folders) -> Knowledge:
        return Knowledge(
            walk=lambda paths, scan: self._pools.walk.run(walk, paths, scan.stop, wait=scan.wait),
            listing=self.browse.listing,
            known_listing=self.browse.known_listing,
            make_folder=lambda parent, name: self.browse.make_folder(parent, name, patient=True),
            path_of=self.browse.path_of,
            size_limit=lambda: self.session.size_limit,
            settings=lambda: self.preferences.current,
            downloads=self.options.profile.downloads,
            upload_speed=lambda: self._uplink.speed,
            expect_parts=self.joins.expect,
            expect_older=lambda plan: self.replacing.expect(plan),
        )

    async def _begin(self) -> None:
        await self._queue.hold()
        self._closing.push_async_callback(self.history.close)  # when all transfers have come to rest
        self._closing.push_async_callback(self._queue.close)
        await self.speed_limits.start()
        await self._queue.start()
        await self._manifests.catch_up()
        await self.joins.catch_up()
        self._desk = JobDesk(self)
        self._closing.callback(self.bus.overhear(self._note_account))
        await self.profile.enter(self)
        self._closing.push_async_callback(self._desk.close)
        self._budget.announce()
        hears_machine = self.has_window and self.options.touches_machine
        self._continuity.begin(self._queue, keeps_time=not self._is_guest, hears_machine=hears_machine)
        if self.has_window:
            await self.organising()
            self.scope.start(self._change_account(), "account settings of an earlier run")
            self.scope.start(self._read_account(), "read the account")
            self.scope.start(self._resume_remote(), "resume remote uploads")
            self.scope.start(self._resume_replacing(), "older files of an earlier run")

    async def _change_account(self) -> None:
        """What was to be changed when an earlier run ended."""
        if await self._disk.run((self.options.profile.state / ACCOUNT_CHANGES).exists):
            await self.account_settings.catch_up()

    async def _read_account(self) -> None:
        """What nobody has opened yet is read while there is nothing else to ask."""
        from fichier_gui.app.reading import may_read, new_reader

        reader = new_reader(
            self._catalogue,
            self._refresher,
            self._folders,
            self.browse,
            self._budget,
            lambda: may_read(self._settings, self.session.state, self._watch.network_problem),
        )
        await reader.run()

    # What the parts ask of each other.

    def _take_key(self, key: Secret) -> None:
        """``key`` is tried, or used from now on."""
        self._scrubber.register(key)
        self._client.forgive_key(key)

    def _note_account(self, event: Event) -> None:
        if isinstance(event, SignedIn | AccountUpdated) and event.account is not None:
            self.profile.note_email(self.options.profile.account, event.account.email)

    def _tell_of_queue(self, event: Event) -> None:
        self._uplink.hear(event)
        self._wakefulness.look()
        self._manifests.hear(event)
        self.joins.hear(event)
        self.replacing.hear(event)
        self.bus.emit(event)

    async def _release(self) -> None:
        if self._queue_may_run:
            await self._queue.release()

    def _folder_age(self) -> float:
        return self.preferences.current.refresh_minutes * 60.0

    def _apply(self, settings: Settings) -> None:
        self._settings = settings
        self.speed_limits.take(settings)
        self._limit_queue()
        self._wakefulness.look()
        network = network_options(settings, self.options.ca_file)
        if network != self._network:
            self._network = network
            self._client.reconfigure(network)
            self._continuity.take_another_way()
        if self._watch.network_problem is not None:
            # A proxy that was put right is a network that came back.
            self._continuity.doubt()

    def _emit(self, event: Event) -> None:
        self.bus.emit(event)
        self._continuity.hear(event)

    def _limit_queue(self) -> None:
        self._queue.set_limits(queue_limits(self._settings, self.speed_limits.current))

    def _on_pause(self, until: float, error: AppError) -> None:
        self._queue.cool_down(until)
        self.bus.emit(ServicePaused(until, error))

    def _on_resume(self) -> None:
        self._queue.cool_down(None)
        self.bus.emit(ServiceResumed())

    def _on_task_error(self, name: str, error: Exception) -> None:
        if isinstance(error, AppError):
            logger.warning("%s: %s", name, error.code)
        else:
            logger.error("%s broke off", name, exc_info=error)
            error = Unexpected(f"{name}: {type(error).__name__}")
        self.bus.emit(UnexpectedHappened(error))
