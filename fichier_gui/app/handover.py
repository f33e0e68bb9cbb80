"""Jobs between instances: the owner of the profile does them, the others hand them over."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import Any, Final

from fichier_gui.app.jobs.job import CHOOSE_FILES, Ending, Job, Kind, Report, Tell, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.app.jobs.running import Running
from fichier_gui.app.options import ProgramOptions
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.desktop import Errand
from fichier_gui.domain.errors import AppError, ProfileInUse, RequestRejected
from fichier_gui.domain.secret import Secret
from fichier_gui.system.instance import hand_over
from fichier_gui.system.keychain import Keychain
from fichier_gui.system.paths import ProfilePaths

OWNER_PATIENCE: Final = 20.0
TRY_EVERY: Final = 0.2


class JobDesk:
    """The owner's side: takes jobs from the wire and answers with reports."""

    def __init__(self, program: Running) -> None:
        self._program = program
        self._scope = program.scope.child("jobs of other instances")
        self._jobs: set[asyncio.Task[None]] = set()
        self._is_open = True

    async def finish(self) -> None:
        """Take no more jobs and wait for those under way."""
        self._is_open = False
        while self._jobs:
            await asyncio.wait(self._jobs)

    async def close(self) -> None:
        """Take no more jobs and leave those under way; what they queued stays queued."""
        self._is_open = False
        await self._scope.close()

    async def serve(self, wire: Mapping[str, Any]) -> AsyncGenerator[Mapping[str, Any], None]:
        """Do one job. When the sender leaves, what he queued stays queued."""
        try:
            job = Job.from_wire(wire)
        except ValueError as error:
            raise RequestRejected("another version of the program sent this job") from error
        reports: asyncio.Queue[Report | None] = asyncio.Queue()
        if not self._is_open:
            raise ProfileInUse("the other instance is about to end")
        scope = self._scope.child("job")

        async def work() -> None:
            await perform(self._program, job, reports.put_nowait)

        try:
            task = scope.start(work(), str(job.verb))
            self._jobs.add(task)
            task.add_done_callback(self._jobs.discard)
            task.add_done_callback(lambda _: reports.put_nowait(None))
            while (report := await reports.get()) is not None:
                yield report.to_wire()
                if report.kind is Kind.ENDED:
                    return
            raise ProfileInUse("the other instance ended before the job had")
        finally:
            await scope.close()


async def send_job(profile: ProfilePaths, job: Job, clock: Clock, tell: Tell) -> Ending:
    """Hand ``job`` to the owner of the profile and pass his reports on.

    Raises ``ProfileInUse`` when he does not answer, and the ``AppError`` his side ended with.
    """
    ending = Ending.SOME_FAILED
    wired = job.to_wire() | {"account": profile.account}
    async with contextlib.aclosing(hand_over(profile, wired, clock)) as answers:
        async for wire in answers:
            report = Report.from_wire(wire)
            if report.kind is Kind.ENDED:
                ending = Ending(int(report.facts["code"]))
                if report.error is not None and job.verb is Verb.SHOW:
                    raise report.error
            tell(report)
    return ending


async def call_window(options: ProgramOptions, errand: Errand) -> bool:
    """Let the instance that owns the profile show its window and run the errand. False where it has none."""
    job = Job(Verb.SHOW, errand.words, action=CHOOSE_FILES if errand.chooses_files else "")
    try:
        return await send_job(options.profile, job, options.clock, lambda _report: None) is Ending.DONE
    except AppError:
        return False


async def take_profile(
    take: Callable[[], Awaitable[bool]], profile: ProfilePaths, clock: Clock, *, waits: bool
) -> None:
    """Own the profile. A window ``waits`` a little for a command that owns it: commands are short.

    Raises ``ProfileInUse``.
    """
    until = clock.monotonic() + (OWNER_PATIENCE if waits else 0.0)
    while not await take():
        if clock.monotonic() >= until or await owner_has_window(profile, clock):
            raise ProfileInUse(path=str(profile.lock))
        await clock.sleep(TRY_EVERY)


async def owner_has_window(profile: ProfilePaths, clock: Clock) -> bool:
    """Whether the owner of the profile shows a window. One that is just ending has none."""
    answers: list[Report] = []
    try:
        await send_job(profile, Job(Verb.WHO), clock, answers.append)
    except ProfileInUse:
        return False
    return any(report.facts.get("has_window") for report in answers)


async def set_key_of_owner(options: ProgramOptions, key: Secret, tell: Tell) -> Ending:
    """Give the owner of the profile a new key by way of the key ring: a key never travels in a job.

    When he finds it refused, the key before it is put back. Raises ``KeyringProblem`` leaves.
    """
    keychain = Keychain(options.profile.name)
    before = await keychain.load()
    await keychain.save(key)
    ending = await send_job(options.profile, Job(Verb.KEY, action="reload"), options.clock, tell)
    if ending is not Ending.DONE:
        await (keychain.save(before) if before else keychain.forget())
    return ending
